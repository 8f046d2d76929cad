using SecurityTracker.Domain.Obligations;

namespace SecurityTracker.Domain.Reports;

/// <summary>
/// Reads which status a cell says: the bare word, or the one that is marked among several (☑実施 ☐未実施 ☐該当なし, 実施■ 未実施□,
/// ○実施・未実施・該当なし). Where a cell says anything else, or marks none or two, it says none.
/// </summary>
internal static class StatusCell
{
    private const string Ticks = "☑☒■✓✔✅🗹レﾚvV●◉◎⦿";
    private const string Rings = "○〇◯";
    private const string Boxes = "☐□▢◻⬜";
    private const string Brackets = "()（）[]［］〔〕";
    private static readonly char[] Dividers = [.. "・･/／、,，|｜\n"];

    // 未実施 before 実施: the longer word is looked for first.
    private static readonly (string Word, ImplementationStatus Status)[] Words =
    [
        ("未実施", ImplementationStatus.NOT_IMPLEMENTED), ("該当なし", ImplementationStatus.NOT_APPLICABLE), ("実施", ImplementationStatus.IMPLEMENTED),
    ];

    private enum Mark
    {
        NONE,
        EMPTY,
        RING,
        TICK,
    }

    /// <summary>The status, or null.</summary>
    public static ImplementationStatus? Of(string cell)
    {
        var bare = string.Concat(cell.Where(c => !char.IsWhiteSpace(c)));
        if (Array.Find(Words, each => each.Word == bare) is { Word: not null } word)
        {
            return word.Status;
        }

        if (Parse(string.Concat(cell.Where(c => c is '\n' || !char.IsWhiteSpace(c)))) is not { Count: > 0 } said)
        {
            return null;
        }

        var ticked = said.Where(each => each.Mark is Mark.TICK).ToList();
        if (said is [{ Mark: not Mark.EMPTY } only])
        {
            return only.Status;
        }

        // A ring says something only where nothing else is marked: beside ● it is the button that was not chosen.
        var ringed = said.Where(each => each.Mark is Mark.RING).ToList();
        return ticked is [var one] ? one.Status : ticked.Count == 0 && ringed is [var ring] ? ring.Status : null;
    }

    // The words with their marks; null when anything else stands in the cell.
    private static List<(ImplementationStatus Status, Mark Mark)>? Parse(string cell)
    {
        var said = new List<(ImplementationStatus Status, Mark Mark)>();
        foreach (var part in cell.Split(Dividers, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Signs(part) is not { } signs || Pairs(signs) is not { } pairs)
            {
                return null;
            }

            said.AddRange(pairs);
        }

        return said;
    }

    private static List<(ImplementationStatus? Status, Mark Mark)>? Signs(string part)
    {
        var signs = new List<(ImplementationStatus? Status, Mark Mark)>();
        for (var at = 0; at < part.Length;)
        {
            var length = char.IsHighSurrogate(part[at]) && at + 1 < part.Length ? 2 : 1;
            var sign = part.Substring(at, length);
            if (Array.Find(Words, each => part.AsSpan(at).StartsWith(each.Word, StringComparison.Ordinal)) is { Word: { } word } found)
            {
                signs.Add((found.Status, Mark.NONE));
                length = word.Length;
            }
            else if (MarkOf(sign) is var mark and not Mark.NONE)
            {
                signs.Add((null, mark));
            }
            else if (!Brackets.Contains(sign, StringComparison.Ordinal))
            {
                return null;
            }

            at += length;
        }

        return signs;
    }

    // Marks stand before their words or behind them: what begins with a word and ends with one could be either, and is none.
    private static List<(ImplementationStatus Status, Mark Mark)>? Pairs(List<(ImplementationStatus? Status, Mark Mark)> signs)
    {
        var (words, marks) = (signs.Count(sign => sign.Status is not null), signs.Count(sign => sign.Status is null));
        if (signs.Count == 0 || marks > words || (marks > 0 && (signs[0].Status is null) == (signs[^1].Status is null)))
        {
            return signs.Count == 0 ? [] : null;
        }

        var (said, isBefore) = (new List<(ImplementationStatus Status, Mark Mark)>(), signs[0].Status is null);
        for (var at = 0; at < signs.Count; at++)
        {
            if (signs[at].Status is { } status)
            {
                var neighbour = at + (isBefore ? -1 : 1);
                said.Add((status, neighbour >= 0 && neighbour < signs.Count && signs[neighbour].Status is null ? signs[neighbour].Mark : Mark.NONE));
            }
        }

        return said.Count(each => each.Mark is not Mark.NONE) == marks ? said : null;
    }

    private static Mark MarkOf(string sign) =>
        Ticks.Contains(sign, StringComparison.Ordinal) ? Mark.TICK
        : Rings.Contains(sign, StringComparison.Ordinal) ? Mark.RING
        : Boxes.Contains(sign, StringComparison.Ordinal) ? Mark.EMPTY
        : Mark.NONE;
}
