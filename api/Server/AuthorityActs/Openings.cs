using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Who has opened which act or communication at which version. The caller has found the thing inside the boundary.</summary>
internal sealed class Openings(EventStore store, Actor actor, TimeProvider time)
{
    /// <summary>Whether the actor has had a thing open at this version; a decision rests on it, and nothing takes it back.</summary>
    public async Task<bool> Has(Guid thingId, long version, CancellationToken ct) => (await Of([thingId], alsoUnread: true, ct)).GetValueOrDefault(thingId) >= version;

    /// <summary>Of these things those that the actor has read, each with the latest version that was; not what they let stand as unread again.</summary>
    public Task<IReadOnlyDictionary<Guid, long>> Read(IReadOnlyCollection<Guid> thingIds, CancellationToken ct) => Of(thingIds, alsoUnread: false, ct);

    private Task<IReadOnlyDictionary<Guid, long>> Of(IReadOnlyCollection<Guid> thingIds, bool alsoUnread, CancellationToken ct) => store.Read(
        new SqlQuery<IReadOnlyDictionary<Guid, long>>(
            $"SELECT thing_id, version FROM act_openings WHERE thing_id = ANY ($1) AND person_id = $2{(alsoUnread ? "" : " AND NOT unread")}",
            [new NpgsqlParameter<Guid[]> { TypedValue = [.. thingIds] }, Uuid(actor.PersonId ?? Guid.Empty)],
            async (row, token) =>
            {
                var opened = new Dictionary<Guid, long>();
                while (await row.ReadAsync(token))
                {
                    opened[row.GetGuid(0)] = row.GetInt64(1);
                }

                return opened;
            }),
        ct);

    /// <summary>Notes that the actor has opened a thing as it stands; refused where it is not the actor's to see, or has changed since.</summary>
    public async Task<IResult> Open<T>(Writer writer, Guid id, IfMatch ifMatch, CancellationToken ct)
        where T : notnull
    {
        var stream = await writer.Fetch<T>(id, ifMatch, ct);
        return await Open(writer, id, stream.Version, ct);
    }

    /// <summary>Notes that the actor has opened a thing at the version in which they see it. The caller has found it inside the boundary.</summary>
    public async Task<IResult> Open(Writer writer, Guid id, long version, CancellationToken ct)
    {
        Record(writer.Session, id, version);
        await writer.Session.SaveChanges(ct);
        return Results.NoContent();
    }

    /// <summary>Notes, when the session saves, that the actor has opened a thing at this version.</summary>
    public void Record(Session session, Guid thingId, long version)
    {
        session.QueueSql(new NpgsqlBatchCommand("""
            INSERT INTO act_openings (thing_id, person_id, side, version, opened_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (thing_id, person_id) DO UPDATE SET version = greatest(act_openings.version, EXCLUDED.version), opened_at = EXCLUDED.opened_at, side = EXCLUDED.side, unread = false
            """)
        {
            Parameters =
            {
                Uuid(thingId),
                Uuid(actor.PersonId ?? Guid.Empty),
                new NpgsqlParameter<string> { TypedValue = actor.Side.ToString() },
                new NpgsqlParameter<long> { TypedValue = version },
                new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime },
            },
        });
    }

    private static NpgsqlParameter<Guid> Uuid(Guid id) => new() { TypedValue = id };
}

/// <summary>What the routes that note an opening have in common.</summary>
internal static class OpeningRoutes
{
    /// <summary>Notes what the reader has seen: 204, or refused where it is not theirs to see or has changed since.</summary>
    public static RouteHandlerBuilder Opens(this RouteHandlerBuilder route) => route
        .Requires(Permission.OpenAct)
        .Produces(StatusCodes.Status204NoContent)
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired);
}
