using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>A person of the roster as entered; what is blank is not filled in.</summary>
/// <param name="Roles">At least one.</param>
/// <param name="Duty">担当業務; no personal data.</param>
/// <param name="AccountId">The person who signs in here, if it is one; then their data is erased with the account.</param>
internal sealed record DocumentPersonRequest(
    IReadOnlyList<OrganizationRole>? Roles,
    string? Name,
    string? Duty = null,
    string? Affiliation = null,
    string? Position = null,
    string? Expertise = null,
    string? Achievements = null,
    string? Nationality = null,
    string? Address = null,
    DateOnly? BirthDate = null,
    Guid? AccountId = null)
{
    /// <summary>What was typed.</summary>
    public PersonValues Values() =>
        new(Roles ?? [], Texts.IsBlank(Duty) ? null : Duty, Name, Affiliation, Position, Expertise, Achievements, Nationality, Address, BirthDate);
}

/// <summary>Keeps what is personal in a roster apart from its events; a value that did not change keeps its id.</summary>
internal sealed class DocumentPeople(PersonalValues values, People people, Actor actor, TimeProvider time)
{
    /// <summary>A person as entered, with the ids under which their values are kept.</summary>
    /// <param name="session">The session that appends the event.</param>
    /// <param name="id">Whose data it is.</param>
    /// <param name="hasAccount">Whether that is a person who signs in here.</param>
    /// <param name="entered">What was typed.</param>
    /// <param name="before">The row before, or null.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<RosterPerson> Keep(Session session, Guid id, bool hasAccount, PersonValues entered, RosterPerson? before, CancellationToken ct)
    {
        var kept = before is null ? null : await values.Load([.. before.Refs], ct);
        PersonalRef? Ref(PersonField field) => entered.ValueOf(field) is not { } value ? null
            : before?.RefOf(field) is { } known && kept![known] == value ? known
            : values.Keep(session, id, DocumentDiffDetails.NameOf(field), value);
        return new RosterPerson(
            id, hasAccount, [.. entered.Roles.Distinct().Order()], entered.Duty, Ref(PersonField.NAME) ?? default, Ref(PersonField.AFFILIATION), Ref(PersonField.POSITION),
            Ref(PersonField.EXPERTISE), Ref(PersonField.ACHIEVEMENTS), Ref(PersonField.NATIONALITY), Ref(PersonField.ADDRESS), Ref(PersonField.BIRTH_DATE));
    }

    /// <summary>A text that is no person's of the roster.</summary>
    public async Task<PersonalRef?> Keep(Session session, Guid subjectId, string field, string? value, PersonalRef? before, CancellationToken ct) =>
        value is null ? null
        : before is { } known && await values.Load(known, ct) == value ? known
        : values.Keep(session, subjectId, field, value);

    /// <summary>Whether the account is one of someone who acts for the actor's own organisation today.</summary>
    public async Task<bool> IsColleague(Guid accountId, CancellationToken ct) =>
        await people.Find(accountId, ct) is { } person
        && person.Value.ActingOn(Tokyo.Today(time)).Any(membership => membership.OrganisationId == actor.OrganisationId);
}
