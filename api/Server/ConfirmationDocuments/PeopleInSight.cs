using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Reads what documents say of people, as far as the actor may see it.</summary>
internal sealed class PeopleInSight(PersonalValues values, Actor actor)
{
    /// <summary>What the actor sees of the people of some contents: values, 「（非表示）」, 「消去済み」.</summary>
    public async Task<PeopleSeen> See(ConfirmationDocument document, IEnumerable<DocumentContent> contents, CancellationToken ct)
    {
        var list = contents.ToList();
        var refs = list.SelectMany(content => content.People).SelectMany(person => RosterPerson.Fields.Where(field => PersonalFields.MaySee(field, actor)).Select(person.RefOf))
            .Concat(list.Select(content => content.Organization.CapitalAndDirectors))
            .OfType<PersonalRef>();
        return new PeopleSeen(await values.Load([.. refs.Distinct()], ct), actor, document.Erased);
    }

    /// <summary>代表者氏名 as it is kept.</summary>
    public Task<string> Load(PersonalRef reference, CancellationToken ct) => values.Load(reference, ct);
}

/// <summary>Personal values as one actor sees them.</summary>
internal sealed record PeopleSeen(IReadOnlyDictionary<PersonalRef, string> Values, Actor Actor, IReadOnlyList<Guid> Erased)
{
    /// <summary>What is shown of a field: null where it is not filled in.</summary>
    public string? Of(RosterPerson person, PersonField field) =>
        person.RefOf(field) is not { } kept ? null
        : PersonalFields.MaySee(field, Actor) ? Values.GetValueOrDefault(kept, PersonalValues.Erased)
        : DocumentWords.Masked;

    /// <summary>A value that is no person's of the roster.</summary>
    public string? Of(PersonalRef? kept) => kept is { } reference ? Values.GetValueOrDefault(reference, PersonalValues.Erased) : null;
}
