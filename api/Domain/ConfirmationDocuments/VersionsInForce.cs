namespace SecurityTracker.Domain.ConfirmationDocuments;

/// <summary>The officer's word on a version, as far as it matters here.</summary>
/// <param name="Version">The version it was given for.</param>
/// <param name="On">The day on which it was given.</param>
/// <param name="Until">The last day on which it holds, where it expires or was withdrawn; or null.</param>
public sealed record WordOnVersion(int Version, DateOnly On, DateOnly? Until = null);

/// <summary>From when to when a version is in force.</summary>
public sealed record InForce(int Version, DateOnly From, DateOnly? Until);

/// <summary>
/// Which version is in force on a day is derived from the officer's words that name it (item 1): a first version from its 了承 on, be it
/// before the contract was signed (ただし書); a change from its 同意 on, or from the later day it is meant to begin; a roster that is shown
/// again and no more (再提示のみで可) from the day on which it was. What was meant to begin
/// before the word was given begins with the word: the difference is a fact shown beside it.
/// </summary>
public static class VersionsInForce
{
    /// <summary>Every version that ever was in force, in the order of their numbers.</summary>
    public static IReadOnlyList<InForce> Of(IReadOnlyList<DocumentVersion> versions, IReadOnlyList<WordOnVersion> words)
    {
        var agreed = Agreed(versions, words);
        return
        [
            .. agreed.Select(version => version with { Until = Earlier(version.Until, FirstLater(agreed, version)?.AddDays(-1)) })
                .Where(version => version.Until is not { } until || until >= version.From),
        ];
    }

    /// <summary>The version in force on a day, or null: the latest of those whose word holds then. Where a 同意 was withdrawn, the version before is in force again.</summary>
    public static InForce? On(IReadOnlyList<DocumentVersion> versions, IReadOnlyList<WordOnVersion> words, DateOnly day) =>
        Agreed(versions, words).LastOrDefault(version => version.From <= day && (version.Until is not { } until || day <= until));

    private static List<InForce> Agreed(IReadOnlyList<DocumentVersion> versions, IReadOnlyList<WordOnVersion> words)
    {
        ArgumentNullException.ThrowIfNull(versions);
        ArgumentNullException.ThrowIfNull(words);
        return
        [
            .. from version in versions
               let word = version.Kind == VersionKind.RE_PRESENTATION
                   ? new WordOnVersion(version.Number, version.Header.Date)
                   : words.Where(word => word.Version == version.Number).OrderBy(word => word.Until is not null).ThenBy(word => word.On).FirstOrDefault()
               where word is not null
               select new InForce(version.Number, version.EffectiveFrom is { } start && start > word.On ? start : word.On, word.Until),
        ];
    }

    // A version that stopped being agreed to ends nothing before it.
    private static DateOnly? FirstLater(List<InForce> agreed, InForce version) =>
        agreed.Where(other => other.Version > version.Version && other.Until is null).Select(other => (DateOnly?)other.From).Min();

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null ? other : other is null || one < other ? one : other;
}
