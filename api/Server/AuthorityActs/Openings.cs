using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.EventStore;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Who has opened which act or communication at which version. The caller has found the thing inside the boundary.</summary>
public sealed class Openings(Store store, Actor actor, TimeProvider time)
{
    /// <summary>The side for which a role acts.</summary>
    public static Side SideOf(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Role is Role.SUPERVISING_OFFICER or Role.SECTION_HEAD or Role.AUDITOR ? Side.OFFICER : Side.CONTRACTOR;
    }

    /// <summary>Whether the actor has opened a thing at this version.</summary>
    public Task<bool> Has(Guid thingId, long version, CancellationToken ct) => store.Read(
        new Reading<bool>(
            "SELECT true FROM act_openings WHERE thing_id = $1 AND person_id = $2 AND version >= $3",
            [Uuid(thingId), Uuid(actor.PersonId ?? Guid.Empty), new NpgsqlParameter<long> { TypedValue = version }],
            async (row, token) => await row.ReadAsync(token)),
        ct);

    /// <summary>Notes, when the session saves, that the actor has opened a thing at this version.</summary>
    public void Record(Session session, Guid thingId, long version)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.QueueSql(new NpgsqlBatchCommand("""
            INSERT INTO act_openings (thing_id, person_id, side, version, opened_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (thing_id, person_id) DO UPDATE SET version = greatest(act_openings.version, EXCLUDED.version), opened_at = EXCLUDED.opened_at, side = EXCLUDED.side
            """)
        {
            Parameters =
            {
                Uuid(thingId),
                Uuid(actor.PersonId ?? Guid.Empty),
                new NpgsqlParameter<string> { TypedValue = SideOf(actor).ToString() },
                new NpgsqlParameter<long> { TypedValue = version },
                new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime },
            },
        });
    }

    private static NpgsqlParameter<Guid> Uuid(Guid id) => new() { TypedValue = id };
}
