namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>One annex of a document laid against one edition.</summary>
internal sealed record AnnexReading(AnnexRegion Region, AnnexEdition? Edition, Alignment Requirements, Alignment Rows)
{
    // An edition is only named when at least this share of its requirements is found, equal or altered.
    private const double Near = 0.5;

    // Beside a text that is found word for word, one that is altered counts for this much.
    private const double Altered = 0.5;
    private const int LongestSubject = 12;
    private static readonly string[] Parties = ["受注", "受託", "請負", "委託", "再委託", "契約", "供給", "納入", "落札", "事業者", "補助事業", "実施者", "乙"];

    /// <summary>Whether the edition is near enough to be named.</summary>
    public bool IsNear => Edition is { } e && Requirements.Pieces.Count(p => p.IsAlike) >= Near * e.Requirements.Count;

    /// <summary>Whether any published words were found, or so many labelled duties in count that it is an annex of new wording.</summary>
    public bool IsAnnex => IsNear || Requirements.Pieces.Any(p => p.IsEqual) || (!Region.IsSection && CountsUp(5) && BindsAParty);

    /// <summary>How much of its edition's texts was found: 1 where all are the edition's words, 0 where no edition is near.</summary>
    public double Nearness => Edition is not { } e ? 0
        : Requirements.Pieces.Concat(Rows.Pieces).Sum(p => p.IsEqual ? 1 : p.IsAlike ? Altered : 0) / (e.Requirements.Count + (e.Form?.Rows.Count ?? 0));

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
        var isMisread = requirements.IsMisread || rows.IsMisread;
        return isMisread ? new(region, edition, requirements, rows) : new(region, edition, requirements.WithoutMisreadWords(), rows.WithoutMisreadWords());
    }

    /// <summary>An annex lays duties on a party (「受注者は、…」), clause by clause; a chapter of system requirements names topics.</summary>
    private bool BindsAParty => Requirements.Pieces.Count(Binds) * 2 >= Requirements.Pieces.Count;

    private bool Binds(Piece piece)
    {
        var beginning = Region.Requirements.Key.AsSpan(piece.From, Math.Min(piece.To - piece.From, LongestSubject));
        var isParty = false;
        foreach (var party in Parties)
        {
            isParty |= beginning.StartsWith(party, StringComparison.Ordinal);
        }

        return isParty && beginning.IndexOfAny('は', '(') > 0;
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
