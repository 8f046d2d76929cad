namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>
/// Reads the annex out of the plain text of a whole tender, specification or contract, however its extraction has torn it. What
/// is word for word an edition's is given in the edition's print; everything else is given as read, with its difference named;
/// what cannot be placed is reported. Nothing is guessed in silence. Time is linear in the length of the document.
/// </summary>
public static class AnnexImporter
{
    /// <summary>Reads a document.</summary>
    /// <param name="text">Its plain text: line and page breaks, table cells as tabs or HTML remnants, as any extraction gives them.</param>
    /// <param name="published">The editions to recognise, in the order in which a tie is decided for the later.</param>
    /// <returns>What was read, or null when there is no annex (<see cref="ImportRefusals.AnnexNotFound"/>).</returns>
    public static AnnexImport? Read(string text, IReadOnlyList<AnnexEdition> published)
    {
        var tender = TenderText.Of(text);
        var candidates = AnnexFinder.Candidates(tender, published).Select(region => AnnexReading.Of(region, published)).ToList();
        var readings = candidates.Where(r => r.IsAnnex).ToList();
        if (readings.Count == 0 && WithoutTitle(tender, published) is { } untitled)
        {
            readings.Add(untitled);
        }

        return readings.MaxBy(r => r.Nearness) is { } nearest
            ? new ImportResult(text, tender, nearest, [.. readings.Where(r => r != nearest)], [.. candidates.Where(r => !r.IsAnnex && r.Region.Title is not null)]).Build()
            : null;
    }

    /// <summary>The title is gone: the annex begins where the first words of a published edition stand.</summary>
    private static AnnexReading? WithoutTitle(TenderText tender, IReadOnlyList<AnnexEdition> published)
    {
        var firsts = published.SelectMany(e => e.Requirements.Take(3))
            .Select(r => tender.Key.IndexOf(MatchText.KeyOf(r.Text), StringComparison.Ordinal)).Where(at => at >= 0).ToList();
        if (firsts.Count == 0)
        {
            return null;
        }

        var from = firsts.Min();
        while (from > 0 && from > firsts.Min() - 4 && (char.IsAsciiDigit(tender.Key[from - 1]) || tender.Key[from - 1] == ')'))
        {
            from--;
        }

        var reading = AnnexReading.Of(AnnexFinder.WithoutTitle(tender, from, published), published);
        return reading.IsNear ? reading : null;
    }
}
