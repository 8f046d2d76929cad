using System.Text.Json.Serialization;
using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.Domain.ConfirmationDocuments;

/// <summary>A method that reads otherwise.</summary>
public sealed record MethodChange(int Number, string? Before, string? After, IReadOnlyList<DiffPart> Parts);

/// <summary>A person of whom something else is written.</summary>
/// <param name="Fields">What differs; empty where it is the roles or the duty alone.</param>
public sealed record PersonChange(RosterPerson Before, RosterPerson After, IReadOnlyList<PersonField> Fields);

/// <summary>Things of a list, by what became of them.</summary>
public sealed record ListChange<T>(IReadOnlyList<T> Added, IReadOnlyList<T> Removed, IReadOnlyList<T> Changed)
{
    /// <summary>Whether the two lists say the same.</summary>
    [JsonIgnore]
    public bool IsEmpty => Added.Count + Removed.Count + Changed.Count == 0;
}

/// <summary>One version of a document beside another, item by item. Of personal values only whether they are other ones is known here.</summary>
/// <param name="Structure">The text's difference, or null where it is the same.</param>
/// <param name="CapitalAndDirectors">Whether 資本関係・役員の情報 differs.</param>
public sealed record DocumentDiff(
    IReadOnlyList<MethodChange> Methods,
    IReadOnlyList<DiffPart>? Structure,
    IReadOnlyList<DiffPart>? Places,
    bool CapitalAndDirectors,
    IReadOnlyList<RosterPerson> PeopleAdded,
    IReadOnlyList<RosterPerson> PeopleRemoved,
    IReadOnlyList<PersonChange> PeopleChanged,
    ListChange<RequiredPaper> Papers,
    ListChange<DocumentPart> Parts)
{
    /// <summary>Whether nothing at all differs.</summary>
    [JsonIgnore]
    public bool IsEmpty => Methods.Count == 0 && Structure is null && Places is null && !CapitalAndDirectors && !People && Papers.IsEmpty && Parts.IsEmpty;

    /// <summary>Whether the roster differs, and nothing else.</summary>
    [JsonIgnore]
    public bool IsRosterOnly => People && (this with { PeopleAdded = [], PeopleRemoved = [], PeopleChanged = [] }).IsEmpty;

    /// <summary>Whether the roster differs (item 4) wants it shown again beforehand).</summary>
    [JsonIgnore]
    public bool People => PeopleAdded.Count + PeopleRemoved.Count + PeopleChanged.Count > 0;

    /// <summary>The second document beside the first.</summary>
    public static DocumentDiff Between(DocumentContent before, DocumentContent after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changed = from person in after.People
                      let then = before.Person(person.Id)
                      where then is not null && !then.SameAs(person)
                      select Change(then, person);
        return new DocumentDiff(
            [.. MethodsOf(before, after)],
            TextOf(before.Organization.Structure, after.Organization.Structure),
            TextOf(before.Organization.Places, after.Organization.Places),
            before.Organization.CapitalAndDirectors != after.Organization.CapitalAndDirectors,
            [.. after.People.Where(person => before.Person(person.Id) is null)],
            [.. before.People.Where(person => after.Person(person.Id) is null)],
            [.. changed],
            ListOf(before.Papers, after.Papers, paper => paper.Id, (one, other) => one.SameAs(other)),
            ListOf(before.Parts, after.Parts, part => part.PartId, (one, other) => one.SameAs(other)));
    }

    // An item that only one of the two has is a change of the edition, and shows with the other side empty.
    private static IEnumerable<MethodChange> MethodsOf(DocumentContent before, DocumentContent after) =>
        from number in before.Methods.Concat(after.Methods).Select(method => method.Number).Distinct().Order()
        let then = before.MethodOf(number)?.Method
        let now = after.MethodOf(number)?.Method
        where then != now
        select new MethodChange(number, then, now, TextDiff.Between(then ?? "", now ?? ""));

    private static IReadOnlyList<DiffPart>? TextOf(string? before, string? after) =>
        before == after ? null : TextDiff.Between(before ?? "", after ?? "");

    private static PersonChange Change(RosterPerson before, RosterPerson after) =>
        new(before, after, [.. RosterPerson.Fields.Where(field => before.RefOf(field) != after.RefOf(field))]);

    private static ListChange<T> ListOf<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, Guid> id, Func<T, T, bool> same)
    {
        var then = before.ToDictionary(id);
        var now = after.Select(id).ToHashSet();
        return new ListChange<T>(
            [.. after.Where(item => !then.ContainsKey(id(item)))],
            [.. before.Where(item => !now.Contains(id(item)))],
            [.. after.Where(item => then.TryGetValue(id(item), out var old) && !same(old, item))]);
    }
}
