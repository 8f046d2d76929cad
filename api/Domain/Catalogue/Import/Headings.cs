namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>
/// Tells the annex's headings 【…】 from what somebody has added in such brackets: a heading is a published one before an item or
/// on its own line, or a short one without a sentence that is alone on its line right before an item.
/// </summary>
internal sealed class Headings(IReadOnlyList<AnnexEdition> published)
{
    private const int Longest = 80;
    private readonly HashSet<string> known = published.SelectMany(e => e.Requirements).Select(r => r.Heading).OfType<string>().Select(MatchText.KeyOf)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Where the heading ends that begins here, or -1 when none begins.</summary>
    public int EndAt(TenderText tender, int at, int to)
    {
        if (tender.Key[at] != '【' || Additions.BracketEnd(tender.Key, at, Math.Min(to, at + Longest)) is not (> 0 and var end))
        {
            return -1;
        }

        var beforeItem = Labels.ItemAt(tender, end, partStart: -1) is not null;
        var alone = tender.StartsLine(at) && tender.StartsLine(end);
        var isHeading = known.Contains(tender.Key[at..end])
            ? beforeItem || alone
            : beforeItem && alone && !Additions.IsSentence(tender.Key.AsSpan(at, end - at));
        return isHeading ? end : -1;
    }

    /// <summary>The first heading in a stretch, or -1.</summary>
    public int First(TenderText tender, int from, int to) =>
        tender.Occurrences("【", from, to).Where(at => EndAt(tender, at, to) > 0).DefaultIfEmpty(-1).First();
}
