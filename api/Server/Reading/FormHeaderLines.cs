using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.Server.Reading;

/// <summary>Reads what stands above the table: labels in any spacing, values on their line and the lines after it.</summary>
internal sealed class FormHeaderLines
{
    private static readonly string[] Labels =
        [FormWords.Address, FormWords.Name, FormWords.Representative, FormWords.SignedOn, FormWords.ContractName];

    private readonly Dictionary<string, GrowingText> values = new(StringComparer.Ordinal);
    private readonly List<string> above = [];
    private string? open;

    /// <summary>Takes the lines up to the table.</summary>
    public FormHeaderLines(IEnumerable<ReadBlock> blocks)
    {
        foreach (var block in blocks)
        {
            Take(string.Join('　', block.Cells.Where(cell => cell.Length > 0)));
        }
    }

    /// <summary>The header as far as it was filled in.</summary>
    public FormReadingHeader Read()
    {
        var date = above.FindIndex(line => MatchText.KeyOf(line).StartsWith("令和", StringComparison.Ordinal));
        var addressee = above.FindIndex(line => MatchText.KeyOf(line) is var key && key.Length > 1 && (key.EndsWith('殿') || key.EndsWith('様') || key.EndsWith("御中", StringComparison.Ordinal)));
        var number = date > 0 && !IsMark(above[date - 1]) ? above[date - 1] : null;
        return new(
            date >= 0 ? Wareki.Parse(above[date]) : null,
            number,
            addressee >= 0 ? above[addressee] : null,
            ValueOf(FormWords.Address),
            OneLine(FormWords.Name),
            OneLine(FormWords.Representative),
            ValueOf(FormWords.SignedOn) is { } signedOn ? Wareki.Parse(signedOn) : null,
            OneLine(FormWords.ContractName));
    }

    private static bool IsMark(string line) => MatchText.KeyOf(line) is "別紙" or AgreedForm.Mark;

    private string? ValueOf(string label) => values.TryGetValue(label, out var value) && value.ToString() is { Length: > 0 } text ? text : null;

    // Only an address is written in lines; a long name was broken by its cell.
    private string? OneLine(string label) => ValueOf(label)?.Replace("\n", "", StringComparison.Ordinal);

    private void Take(string line)
    {
        var text = line.Trim();
        if (text.Length == 0)
        {
            return;
        }

        if (Array.Find(Labels, label => MatchText.KeyOf(text).StartsWith(label, StringComparison.Ordinal) && !values.ContainsKey(label)) is { } found)
        {
            values[found] = new GrowingText("\n").Add(AfterLabel(text, found));
            open = found;
        }
        else if (open is not null && !EndsValue(text))
        {
            values[open].Add(text);
        }
        else
        {
            open = null;
            above.Add(text);
        }
    }

    // A value goes on until the title or a numbered heading. What goes on in the contract's name is one line, broken by its cell.
    private static bool EndsValue(string text) =>
        MatchText.KeyOf(text) is var key && (key.Contains("実施状況報告書", StringComparison.Ordinal) || key.StartsWith("1.", StringComparison.Ordinal)
            || key.StartsWith("2.", StringComparison.Ordinal) || key == FormWords.Below);

    private static string AfterLabel(string text, string label)
    {
        var at = 0;
        foreach (var c in label)
        {
            at = text.IndexOf(c, at) + 1;
        }

        return text[at..].Trim(' ', '　', '\t', '：', ':');
    }
}
