using Hangfire;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.SignIn;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>
/// Writes at once to those who must know of a 第一報: the contractor's officers, and of the ministry those in charge of the contract and the
/// head of their 課室. Whoever reported it knows. The mail says that it was recorded and nothing of what happened; the telephone stays the way.
/// </summary>
[AutomaticRetry(Attempts = 10, DelaysInSeconds = [5, 10, 30, 60, 120, 300, 600, 600, 600, 600], OnAttemptsExceeded = AttemptsExceededAction.Fail)]
internal sealed class TellOfIncident(
    EventStore store, Mails mails, Accounts accounts, PersonalValues values, SiteAddress site, TimeProvider time) : IQueuedJob
{
    /// <summary>Its name in the outbox.</summary>
    public const string Name = "tell-of-incident";

    // After two days the list of what is to be done has told of it.
    private static readonly TimeSpan Good = TimeSpan.FromDays(2);

    public async Task Run(Guid id, CancellationToken ct)
    {
        var session = store.OpenSession();
        if (await session.Load<Communication>(id, ct) is not { Value.Said: { Urgent: true } said } || await session.Load<Contract>(said.ContractId, ct) is not { Value: var contract })
        {
            return;
        }

        var people = await session.Query<Person>(
            "WHERE d.organisation_ids @> ARRAY[$1] OR d.section_ids @> ARRAY[$2]",
            [Uuid(contract.Contractor.OrganisationId), Uuid(contract.Section.SectionId)], ct);
        var reporter = await store.Read(Reporter(id), ct);
        var names = await values.Load([.. people.Select(person => person.Value.Name)], ct);
        foreach (var person in people)
        {
            if (person.Id != reporter && Concerned(person, contract) is { } organisation && await accounts.Of(person.Id, ct) is { } account)
            {
                session.QueueSql(mails.Queueing(
                    $"incident/{id}/{person.Id}", new(MailKind.INCIDENT, organisation, person.Id), IncidentLetter.Of(new(account.Mail, names[person.Value.Name]), contract.Name, Tokyo.Time(said.ActAt), $"{site.Value}/communications/{id}"), time.GetUtcNow() + Good));
            }
        }

        await session.SaveChanges(ct);
    }

    // For which organisation somebody is concerned; null for who is not.
    private Guid? Concerned(Versioned<Person> person, Contract contract)
    {
        var today = Tokyo.Today(time);
        var officers = contract.OfficersOn(today).Select(officer => officer.PersonId).OfType<Guid>().ToList();
        return person.Value.ActingOn(today).FirstOrDefault(m => m.Role switch
        {
            Role.CONTRACTOR_OFFICER => m.OrganisationId == contract.Contractor.OrganisationId,
            Role.SECTION_HEAD => m.SectionId == contract.Section.SectionId,
            Role.SUPERVISING_OFFICER => m.SectionId == contract.Section.SectionId && (officers.Count == 0 || officers.Contains(person.Id)),
            _ => false,
        })?.OrganisationId;
    }

    private static SqlQuery<Guid?> Reporter(Guid id) => new(
        "SELECT (headers -> 'actor' ->> 'personId')::uuid FROM mt_events WHERE stream_id = $1 AND version = 1", [Uuid(id)],
        async (row, token) => await row.ReadAsync(token) ? row.OrNull<Guid>(0) : null);

    private static NpgsqlParameter<Guid> Uuid(Guid? id) => new() { TypedValue = id ?? Guid.Empty };
}
