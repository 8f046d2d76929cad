using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>A part that someone is to play.</summary>
public sealed record Part(Guid OrganisationId, Guid? SectionId, Role Role);

/// <summary>Makes people members, with the account that they sign in with.</summary>
public sealed class Enrolment(EventStore store, People people, Accounts accounts, TimeProvider time)
{
    /// <summary>Registers a person with an account.</summary>
    /// <param name="name">What the person is called.</param>
    /// <param name="mail">What the person signs in with.</param>
    /// <param name="passwordHash">Null for who signs in another way.</param>
    /// <param name="parts">What the person plays, from today on.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="with">What belongs to it, given the person's id, and happens in the same transaction.</param>
    /// <returns>The person's id, or why not.</returns>
    public async Task<(Guid PersonId, Problem? Problem)> Enrol(
        string name, string mail, string? passwordHash, IReadOnlyList<Part> parts, CancellationToken ct, params IReadOnlyList<Func<Guid, NpgsqlBatchCommand>> with)
    {
        ArgumentNullException.ThrowIfNull(with);
        ArgumentNullException.ThrowIfNull(parts);
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var session = store.OpenSession(ActorHeaders.Metadata(Actor.System, correlationId: null));
        var grants = new List<GrantMembership>();
        foreach (var part in parts)
        {
            grants.Add(await GrantOf(session, part, ct));
        }

        if (await people.Register(session, id, name, mail, grants, ct) is { } problem)
        {
            return (id, problem);
        }

        foreach (var statement in with)
        {
            session.QueueSql(statement(id));
        }

        session.QueueSql(accounts.Opening(id, mail, passwordHash));
        await session.SaveChanges(ct);
        return (id, null);
    }

    /// <summary>Gives a person one more part; to have it already is no fault.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="part">The part.</param>
    /// <param name="with">What belongs to it and happens in the same transaction.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Problem?> Grant(Guid personId, Part part, NpgsqlBatchCommand with, CancellationToken ct)
    {
        var session = store.OpenSession(ActorHeaders.Metadata(Actor.System, correlationId: null));
        var grant = await GrantOf(session, part, ct);
        var problem = Acts.Record(await session.FetchForWriting<Person>(personId, ct), state => PersonDecider.Decide(grant, state));
        if (problem is not null && problem.Code != PersonRefusals.MembershipTwice.Code)
        {
            return problem;
        }

        session.QueueSql(with);
        await session.SaveChanges(ct);
        return null;
    }

    private async Task<GrantMembership> GrantOf(Session session, Part part, CancellationToken ct)
    {
        var organisation = await session.Load<Organisation>(part.OrganisationId, ct) ?? throw new InvalidOperationException($"There is no organisation {part.OrganisationId}");
        return new(Guid.CreateVersion7(time.GetUtcNow()), part.OrganisationId, organisation.Value, part.SectionId, part.Role, Tokyo.Today(time));
    }
}
