using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>A place that someone is to have: in which organisation, in which 課室, as what.</summary>
internal sealed record Place(Guid OrganisationId, Guid? SectionId, Role Role);

/// <summary>Makes people members, with the account that they sign in with.</summary>
internal sealed class Enrolment(EventStore store, People people, Accounts accounts, TimeProvider time)
{
    /// <summary>Registers a person with an account.</summary>
    /// <param name="name">What the person is called.</param>
    /// <param name="mail">What the person signs in with.</param>
    /// <param name="passwordHash">Null for who signs in another way.</param>
    /// <param name="places">The places that the person has from today on.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="with">What belongs to it, given the person's id, and happens in the same transaction.</param>
    /// <returns>The person's id.</returns>
    public async Task<Guid> Enrol(
        string name, string mail, string? passwordHash, IReadOnlyList<Place> places, CancellationToken ct, params IReadOnlyList<Func<Guid, NpgsqlBatchCommand>> with)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var session = store.OpenSession(ActorHeaders.Metadata(Actor.System, correlationId: null));
        var grants = new List<GrantMembership>();
        foreach (var place in places)
        {
            grants.Add(await GrantOf(session, place, ct));
        }

        await people.Register(session, id, name, mail, grants, ct);
        foreach (var statement in with)
        {
            session.QueueSql(statement(id));
        }

        session.QueueSql(accounts.Opening(id, mail, passwordHash));
        await session.SaveChanges(ct);
        return id;
    }

    /// <summary>Gives a person one more place; to have it already is no fault.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="place">The place.</param>
    /// <param name="with">What belongs to it and happens in the same transaction.</param>
    /// <param name="ct">Cancels.</param>
    public async Task Grant(Guid personId, Place place, NpgsqlBatchCommand with, CancellationToken ct)
    {
        var session = store.OpenSession(ActorHeaders.Metadata(Actor.System, correlationId: null));
        var grant = await GrantOf(session, place, ct);
        var stream = await session.FetchForWriting<Person>(personId, ct);
        var decision = PersonDecider.Decide(grant, stream.Aggregate);
        if (decision.Refusal?.Code != PersonRefusals.MembershipTwice.Code)
        {
            Writer.Record(stream, decision);
        }

        session.QueueSql(with);
        await session.SaveChanges(ct);
    }

    private async Task<GrantMembership> GrantOf(Session session, Place place, CancellationToken ct)
    {
        var organisation = await session.Load<Organisation>(place.OrganisationId, ct) ?? throw new InvalidOperationException($"There is no organisation {place.OrganisationId}");
        return new(Guid.CreateVersion7(time.GetUtcNow()), place.OrganisationId, organisation.Value, place.SectionId, place.Role, Tokyo.Today(time));
    }
}
