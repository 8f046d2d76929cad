using System.Globalization;

namespace SecurityTracker.Domain.Catalogue;

/// <summary>
/// Reads the statements of a requirement out of its text: a paragraph that begins with ①, (a) or (1) is a statement. The kind
/// of label that comes first is the upper level; another kind below it is one level down. Paragraphs without a label (なお、…, ・)
/// belong to the statement before them.
/// </summary>
public static class StatementTree
{
    // The words with which a text asks for an explanation whatever the status (15)⑩ of the editions that have it).
    private const string ExplainEvenIfImplemented = "「実施」の場合はその実施内容";

    private enum LabelKind
    {
        CIRCLED,
        LETTER,
        NUMBER,
    }

    /// <summary>The statements of a requirement's text, their ids under <paramref name="requirementId"/>.</summary>
    public static IReadOnlyList<Statement> Read(string requirementId, string text) =>
        Read(requirementId, [.. text.Split('\n').Skip(1)], level: 1);

    private static List<Statement> Read(string parentId, IReadOnlyList<string> paragraphs, int level)
    {
        LabelKind? ours = null;
        var statements = new List<Statement>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (LabelAt(paragraphs[i]) is not { } label || label.Kind != (ours ??= label.Kind))
            {
                continue;
            }

            var next = i + 1;
            while (next < paragraphs.Count && LabelAt(paragraphs[next])?.Kind != ours)
            {
                next++;
            }

            statements.Add(Statement($"{parentId}.{label.Index}", label.Text, [.. paragraphs.Skip(i).Take(next - i)], level));
        }

        return statements;
    }

    private static Statement Statement(string id, string label, List<string> paragraphs, int level)
    {
        paragraphs[0] = paragraphs[0][label.Length..].TrimStart();
        var text = string.Join('\n', paragraphs);
        return new(
            id,
            label,
            text,
            level == 1 ? Read(id, [.. paragraphs.Skip(1)], level: 2) : [],
            AlwaysExplained: level == 1 && MatchText.KeyOf(text).Contains(ExplainEvenIfImplemented, StringComparison.Ordinal));
    }

    private static (LabelKind Kind, string Text, string Index)? LabelAt(string paragraph)
    {
        if (paragraph.Length > 0 && paragraph[0] is >= '①' and <= '⑳')
        {
            return (LabelKind.CIRCLED, paragraph[..1], (paragraph[0] - '①' + 1).ToString(CultureInfo.InvariantCulture));
        }

        var close = paragraph.Length > 2 && paragraph[0] is '(' or '（' ? paragraph.AsSpan(0, Math.Min(5, paragraph.Length)).IndexOfAny(')', '）') : -1;
        if (close < 2)
        {
            return null;
        }

        var inner = MatchText.KeyOf(paragraph[1..close]);
        return inner switch
        {
            [>= 'a' and <= 'z'] => (LabelKind.LETTER, paragraph[..(close + 1)], inner),
            _ when inner.All(char.IsAsciiDigit) && inner.Length > 0 => (LabelKind.NUMBER, paragraph[..(close + 1)], inner),
            _ => null,
        };
    }
}
