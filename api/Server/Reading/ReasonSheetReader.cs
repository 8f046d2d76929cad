using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.Server.Reading;

/// <summary>
/// Reads the 別葉. Its layout is free: our own is a table, others write 「８）…のため。」 line by line. What stands before the first
/// number is its heading; what follows a number belongs to it until the next.
/// </summary>
internal sealed class ReasonSheetReader
{
    private readonly Dictionary<int, GrowingText> reasons = [];
    private GrowingText? said;
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

        var heading = blocks.FirstOrDefault(block => block.InTable && block.Cells.Count >= 3 && MatchText.KeyOf(block.Cells[0]) is "項目");
        if (heading is not null)
        {
            ReadTable(blocks.SkipWhile(block => block != heading).Skip(1).Where(block => block.InTable), [.. heading.Cells]);
        }
        else
        {
            foreach (var block in blocks.Skip(1))
            {
                Take(block);
            }
        }

        Reasons = [.. reasons.Select(reason => new FormReadingReason(reason.Key, reason.Value.ToString()))];
    }

    public IReadOnlyList<FormReadingReason> Reasons { get; } = [];

    public string? Explanation => said?.ToString();

    public List<ReadBlock> Unread { get; } = [];

    private void ReadTable(IEnumerable<ReadBlock> table, IReadOnlyList<string> heading)
    {
        foreach (var row in FormRows.Of(table, heading, joint))
        {
            if (FormRows.NumberOf(row.Label) is { } found)
            {
                Keep(found.Number, found.Statement.Length > 0, row.Third);
            }
        }
    }

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
            Unread.Add(block);
        }
    }

    private void Keep(int of, bool explanation, string text)
    {
        if (explanation)
        {
            (said ??= new(joint)).Add(text);
        }
        else
        {
            reasons.TryAdd(of, new(joint));
            reasons[of].Add(text);
        }
    }
}
