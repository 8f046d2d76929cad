using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.Server.Reading;

/// <summary>
/// Reads the 別葉. Its layout is free: our own is a table, others write 「８）…のため。」 line by line. What stands before the first
/// number is its heading; what follows a number belongs to it until the next.
/// </summary>
internal sealed class ReasonSheetReader
{
    private readonly Dictionary<int, List<string>> reasons = [];
    private readonly List<string> explanation = [];
    private readonly List<string> unread = [];
    private int? number;
    private bool always;

    private readonly string joint;

    public ReasonSheetReader(IReadOnlyList<ReadBlock> blocks, string joint)
    {
        this.joint = joint;
        if (blocks.Count == 0)
        {
            return;
        }

        var heading = Enumerable.Range(0, blocks.Count).FirstOrDefault(at => FormColumns.OfReasons(blocks[at]) is not null, -1);
        if (heading >= 0)
        {
            ReadTable(FormColumns.OfReasons(blocks[heading])!, blocks.Skip(heading + 1));
        }
        else
        {
            foreach (var block in blocks.Where(block => MatchText.KeyOf(string.Concat(block.Cells)) is not FormWords.ReasonSheet))
            {
                Take(block);
            }
        }

        Reasons = [.. reasons.Select(reason => new FormReadingReason(reason.Key, Joined(reason.Value)))];
    }

    public IReadOnlyList<FormReadingReason> Reasons { get; } = [];

    public string? Explanation => explanation.Count == 0 ? null : Joined(explanation);

    /// <summary>What belongs to no number, each with its place.</summary>
    public IReadOnlyList<string> Unread => unread;

    private void ReadTable(FormColumns columns, IEnumerable<ReadBlock> below)
    {
        var table = new FormRows(columns, below, joint);
        foreach (var row in table.Rows)
        {
            if (FormRows.NumberOf(row.Label) is { } found)
            {
                Keep(found.Number, found.Statement.Length > 0, row.Third);
            }
            else
            {
                unread.Add($"{(row.Place is { } place ? place + "：" : "")}{row.Label} {row.Second} {row.Third}".Trim());
            }
        }

        unread.AddRange(table.Unread);
        foreach (var line in table.Lines)
        {
            Leave(line);
        }
    }

    private void Leave(ReadBlock block) => unread.Add($"{(block.Place is { } place ? place + "：" : "")}{string.Join('　', block.Cells)}".Trim());

    private void Take(ReadBlock block)
    {
        var line = string.Join('　', block.Cells).Trim();
        var text = MatchText.Of(line);
        if (FormRows.NumberOf(text.Key) is { } found)
        {
            (number, always) = (found.Number, found.Statement.Length > 0);
            Keep(found.Number, always, line[text.Origin(found.Length)..].TrimStart(' ', '　', '\t', '：', ':', '…', '・'));
        }
        else if (number is { } current)
        {
            Keep(current, always, line);
        }
        else
        {
            Leave(block);
        }
    }

    private void Keep(int of, bool isExplanation, string text)
    {
        if (isExplanation)
        {
            explanation.Add(text);
        }
        else if (reasons.TryGetValue(of, out var before))
        {
            before.Add(text);
        }
        else
        {
            reasons[of] = [text];
        }
    }

    private string Joined(List<string> texts) => string.Join(joint, texts.Where(text => text.Length > 0));
}
