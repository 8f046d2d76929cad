using System.Globalization;

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

/// <summary>Which numbers of one edition answer to those of another, requirement by requirement.</summary>
public static class CorrespondingNumbers
{
    /// <summary>The number of the one requirement that answers to this one alone; null where it was split, merged or dropped, or nothing is known.</summary>
    public static int? Same(AnnexEdition from, AnnexEdition to, int number)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (Correspondence.Between(from.Code, to.Code) is not { } links)
        {
            return from.Requirements.Count == to.Requirements.Count ? number : null;
        }

        var link = links.FirstOrDefault(link => link.From.SequenceEqual([IdOf(from, number)]) && link.To.Count == 1);
        return to.Requirements.FirstOrDefault(requirement => requirement.Id == link?.To[0])?.Number;
    }

    /// <summary>All numbers under which its words stand: several where it was split, none where it was dropped or nothing is known.</summary>
    public static IReadOnlyList<int> All(AnnexEdition from, AnnexEdition to, int number)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return Correspondence.Between(from.Code, to.Code) is { } links
            ? [.. links.Where(link => link.From.Contains(IdOf(from, number))).SelectMany(link => link.To).Select(NumberOf).Distinct().Order()]
            : from.Requirements.Count == to.Requirements.Count ? [number] : [];
    }

    private static string? IdOf(AnnexEdition edition, int number) => edition.Requirements.FirstOrDefault(requirement => requirement.Number == number)?.Id;

    // 17:15.8 is of 15).
    private static int NumberOf(string id) => int.Parse(id.Split(':', '.')[1], CultureInfo.InvariantCulture);
}

/// <summary>One group: these ids of the one edition answer to those of the other.</summary>
public sealed record CorrespondenceLink(IReadOnlyList<string> From, IReadOnlyList<string> To);
