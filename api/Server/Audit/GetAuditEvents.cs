using FastEndpoints;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Audit;

/// <summary>A note, as it is listed.</summary>
internal sealed record AuditEventDetails(long Id, DateTimeOffset At, AuditKind Kind, Guid? PersonId, Role? Role, string? Route, int? Status, string? Code);

/// <summary>A page of notes, the latest first.</summary>
/// <param name="Next">The <c>before</c> of the next page, or null at the end.</param>
internal sealed record AuditEventList(IReadOnlyList<AuditEventDetails> Items, long? Next);

/// <summary>What is asked for.</summary>
/// <param name="Before">Those before this one; the newest where it is left out.</param>
internal sealed record GetAuditEventsRequest([property: QueryParam] long? Before);

/// <summary>What people of one's own organisation did with the program itself: sign-ins, refusals, exports.</summary>
internal sealed class GetAuditEventsEndpoint(Actor actor, EventStore store) : ApiEndpoint<GetAuditEventsRequest>
{
    private const int PageSize = 100;

    public override void Configure()
    {
        Get("/audit-events");
        Description(route => route
            .Requires(Permission.ReadAuditEvents)
            .Produces<AuditEventList>());
    }

    public override async Task<IResult> ExecuteAsync(GetAuditEventsRequest request, CancellationToken ct)
    {
        var found = await store.Read(
            new SqlQuery<List<AuditEventDetails>>(
                "SELECT id, at, kind, person_id, role, route, status, code FROM audit_events WHERE organisation_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
                [
                    new NpgsqlParameter<Guid> { TypedValue = actor.OrganisationId ?? Guid.Empty },
                    new NpgsqlParameter<long> { TypedValue = request.Before ?? long.MaxValue },
                    new NpgsqlParameter<int> { TypedValue = PageSize + 1 },
                ],
                ReadAll),
            ct);
        var page = found.Take(PageSize).ToList();
        return new Answer<AuditEventList>(new(page, found.Count > PageSize ? page[^1].Id : null));
    }

    private static async Task<List<AuditEventDetails>> ReadAll(NpgsqlDataReader row, CancellationToken ct)
    {
        var found = new List<AuditEventDetails>();
        while (await row.ReadAsync(ct))
        {
            found.Add(new(
                row.GetInt64(0),
                row.GetFieldValue<DateTimeOffset>(1),
                Enum.Parse<AuditKind>(row.GetString(2)),
                row.IsDBNull(3) ? null : row.GetGuid(3),
                row.IsDBNull(4) ? null : Enum.Parse<Role>(row.GetString(4)),
                row.IsDBNull(5) ? null : row.GetString(5),
                row.IsDBNull(6) ? null : row.GetInt32(6),
                row.IsDBNull(7) ? null : row.GetString(7)));
        }

        return found;
    }
}
