namespace SecurityTracker.Domain.Catalogue;

/// <summary>Which requirements and statements of one edition answer to which of another, where numbers and texts do not tell it by themselves.</summary>
/// <param name="From">Codes of the editions on the one side.</param>
/// <param name="To">Codes of the editions on the other side.</param>
/// <param name="Links">The groups; several ids on the right are a split, several on the left a merger, none an addition or removal.</param>
public sealed record Correspondence(IReadOnlyList<string> From, IReadOnlyList<string> To, IReadOnlyList<CorrespondenceLink> Links)
{
    /// <summary>What is known about the shipped editions (Catalogue/Correspondence.json).</summary>
    public static IReadOnlyList<Correspondence> Known { get; } = CatalogueData.Read<IReadOnlyList<Correspondence>>("Catalogue/Correspondence.json");

    /// <summary>The links from one edition to another, read in either direction; null when nothing is known.</summary>
    public static IReadOnlyList<CorrespondenceLink>? Between(string from, string to)
    {
        if (Known.FirstOrDefault(c => c.From.Contains(from) && c.To.Contains(to)) is { } forward)
        {
            return forward.Links;
        }

        return Known.FirstOrDefault(c => c.From.Contains(to) && c.To.Contains(from))?.Links.Select(l => new CorrespondenceLink(l.To, l.From)).ToList();
    }
}

/// <summary>One group: these ids of the one edition answer to those of the other.</summary>
public sealed record CorrespondenceLink(IReadOnlyList<string> From, IReadOnlyList<string> To);
