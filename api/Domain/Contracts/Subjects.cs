using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.Domain.Contracts;

/// <summary>What a requirement is about, as far as the six questions speak of it. Numbers differ between editions; these do not.</summary>
public enum Subject
{
    NORMS,
    AUDIT,
    SUBCONTRACTING,
    DEVICES_BROUGHT_IN,
    COPIES_OUTSIDE,
    RETURN_AND_ERASURE,
    CLOUD_ON_STANDARD_TERMS,
    CLOUD_FOR_CONFIDENTIAL,
    CLOUD_USE_APPROVAL,
    EXTERNAL_SERVICES,
    INFORMATION_SYSTEM,
    WEBSITE_PLATFORM,
    WEBSITE_ENCRYPTION,
    PUBLIC_SYSTEM_DOMAIN,
    APPLICATION_AND_CONTENT,
    WEBSITE_APPLICATION_AND_CONTENT,
    WEB_APPLICATION,
}

/// <summary>Which requirement of an edition is about what.</summary>
public static class Subjects
{
    private static readonly IReadOnlyDictionary<Subject, int> OfSeventeen = new Dictionary<Subject, int>
    {
        [Subject.NORMS] = 2,
        [Subject.AUDIT] = 3,
        [Subject.SUBCONTRACTING] = 5,
        [Subject.DEVICES_BROUGHT_IN] = 6,
        [Subject.COPIES_OUTSIDE] = 7,
        [Subject.RETURN_AND_ERASURE] = 8,
        [Subject.CLOUD_ON_STANDARD_TERMS] = 12,
        [Subject.CLOUD_FOR_CONFIDENTIAL] = 13,
        [Subject.CLOUD_USE_APPROVAL] = 14,
        [Subject.INFORMATION_SYSTEM] = 15,
        [Subject.APPLICATION_AND_CONTENT] = 16,
        [Subject.WEB_APPLICATION] = 17,
    };

    private static readonly IReadOnlyDictionary<Subject, int> OfEighteen = new Dictionary<Subject, int>
    {
        [Subject.DEVICES_BROUGHT_IN] = 3,
        [Subject.COPIES_OUTSIDE] = 4,
        [Subject.RETURN_AND_ERASURE] = 5,
        [Subject.NORMS] = 8,
        [Subject.AUDIT] = 9,
        [Subject.SUBCONTRACTING] = 11,
        [Subject.WEBSITE_PLATFORM] = 12,
        [Subject.WEBSITE_ENCRYPTION] = 13,
        [Subject.WEB_APPLICATION] = 14,
        [Subject.PUBLIC_SYSTEM_DOMAIN] = 15,
        [Subject.INFORMATION_SYSTEM] = 16,
        [Subject.EXTERNAL_SERVICES] = 17,
        [Subject.WEBSITE_APPLICATION_AND_CONTENT] = 18,
    };

    private static readonly Dictionary<string, IReadOnlyDictionary<Subject, int>> Read = new(StringComparer.Ordinal)
    {
        ["ED-A"] = OfEighteen,
        ["ED-B"] = OfSeventeen,
        ["ED-C"] = OfSeventeen,
        ["ED-D"] = OfSeventeen,
    };

    private static readonly Lazy<Dictionary<string, Subject>> ByMatchKey = new(() =>
        (from edition in ShippedEditions.All
         where Read.ContainsKey(edition.Code)
         from known in Read[edition.Code]
         let requirement = edition.Requirements.First(r => r.Number == known.Value)
         select (Key: TextHash.MatchKey(requirement.Text), Subject: known.Key))
        .DistinctBy(x => x.Key).ToDictionary(x => x.Key, x => x.Subject, StringComparer.Ordinal));

    /// <summary>
    /// The numbers by subject. Editions that were read by a person are known by their code; in any other edition a requirement
    /// is known when its words are those of a known one, whatever its number. What is not known is left out rather than guessed.
    /// </summary>
    public static IReadOnlyDictionary<Subject, int> Of(AnnexEdition edition) =>
        Read.TryGetValue(edition.Code, out var known) ? known : ByText(edition);

    private static Dictionary<Subject, int> ByText(AnnexEdition edition)
    {
        var found = new Dictionary<Subject, int>();
        foreach (var requirement in edition.Requirements)
        {
            if (ByMatchKey.Value.TryGetValue(TextHash.MatchKey(requirement.Text), out var subject))
            {
                found.TryAdd(subject, requirement.Number);
            }
        }

        return found;
    }
}
