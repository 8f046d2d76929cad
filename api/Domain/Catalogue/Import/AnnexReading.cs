namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>One annex of a document laid against one edition.</summary>
internal sealed record AnnexReading(AnnexRegion Region, AnnexEdition? Edition, Alignment Requirements, Alignment Rows)
{
    // An edition is only named when at least this share of its requirements is found, equal or altered.
    private const double Near = 0.5;

    /// <summary>Whether the edition is near enough to be named.</summary>
    public bool IsNear => Edition is { } e && Requirements.Pieces.Count(p => p.Entry is not null) >= Near * e.Requirements.Count;

    /// <summary>Whether any published words were found, or so many labelled texts in count that it is an annex of new wording.</summary>
    public bool IsAnnex => IsNear || Requirements.Pieces.Any(p => p.IsEqual) || CountsUp(5);

    /// <summary>The better, the more of an edition's words were found.</summary>
    public int Score => Requirements.Score + Rows.Score;

    /// <summary>The best reading of an annex: against each edition in turn, and against none.</summary>
    public static AnnexReading Of(AnnexRegion region, IReadOnlyList<AnnexEdition> published)
    {
        var best = published.Select(e => Against(region, e)).Where(r => r.IsNear).MaxBy(r => r.Score);
        return best ?? Against(region, edition: null);
    }

    private static AnnexReading Against(AnnexRegion region, AnnexEdition? edition)
    {
        var requirements = Aligner.Align(
            region.Requirements,
            [.. (edition?.Requirements ?? []).Select(r => new Entry(r.Number, r.Text, MatchText.KeyOf(r.Text)))],
            otherTextMayFollow: region.Form is null);
        var rows = Aligner.Align(
            region.Form?.Rows ?? region.Requirements.Empty(),
            [.. (edition?.Form?.Rows ?? []).Select(r => new Entry(r.Number, r.Text, MatchText.KeyOf(r.Text)))],
            otherTextMayFollow: false);
        return new(region, edition, requirements, rows);
    }

    private bool CountsUp(int to)
    {
        var next = 1;
        foreach (var piece in Requirements.Pieces)
        {
            next += piece.Number == next ? 1 : 0;
        }

        return next > to;
    }
}
