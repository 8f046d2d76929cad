using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Inbox;

/// <summary>
/// Reading and being done are two things. What a person opened counts as read for that person; a notice leaves the list of an
/// organisation when somebody there says that it is done (対応済み), and comes back when somebody there takes that back.
/// </summary>
internal sealed class Notices(InboxReader inbox, Session session, Actor actor, TimeProvider time)
{
    /// <summary>Marks a notice as done. Refused where it is none of the actor's, and where the thing has changed since they saw it.</summary>
    public async Task<IResult> Done(string type, Guid id, IfMatch seen, CancellationToken ct)
    {
        if (await Find(type, id, isDone: false, ct) is not { IsNotice: true } notice)
        {
            return await Find(type, id, isDone: true, ct) is null ? Problems.From(InboxRefusals.NoticeMissing) : Results.NoContent();
        }

        seen.Against(notice.Version);
        return await Run(
            """
            INSERT INTO notices_done (thing_id, type, side, organisation_id, version, person_id, done_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [.. OfList(type, id), new NpgsqlParameter<long> { TypedValue = notice.Version }, Person, Now],
            ct);
    }

    /// <summary>Takes back that a notice is done, whoever of the actor's organisation said so.</summary>
    public async Task<IResult> NotDone(string type, Guid id, CancellationToken ct)
    {
        if (await Find(type, id, isDone: true, ct) is null)
        {
            return await Find(type, id, isDone: false, ct) is { IsNotice: true } ? Results.NoContent() : Problems.From(InboxRefusals.NoticeMissing);
        }

        return await Run(
            """
            UPDATE notices_done SET undone_by = $5, undone_at = $6
            WHERE thing_id = $1 AND type = $2 AND side = $3 AND (organisation_id IS NULL OR organisation_id = $4) AND undone_at IS NULL
            """,
            [.. OfList(type, id), Person, Now],
            ct);
    }

    /// <summary>Lets an entry stand as unread for the actor again; that they opened it stays on record.</summary>
    public async Task<IResult> Unread(string type, Guid id, CancellationToken ct) =>
        await Find(type, id, isDone: false, ct) is null && await Find(type, id, isDone: true, ct) is null
            ? Problems.From(InboxRefusals.NoticeMissing)
            : await Run("UPDATE act_openings SET unread = true WHERE thing_id = $1 AND person_id = $2", [Uuid(id), Person], ct);

    private NpgsqlParameter Person => Uuid(actor.PersonId ?? Guid.Empty);

    private NpgsqlParameter<DateTime> Now => new() { TypedValue = time.GetUtcNow().UtcDateTime };

    private NpgsqlParameter[] OfList(string type, Guid id) =>
    [
        Uuid(id), new NpgsqlParameter<string> { TypedValue = type }, new NpgsqlParameter<string> { TypedValue = actor.Side.ToString() }, Uuid(actor.OrganisationId ?? Guid.Empty),
    ];

    private static NpgsqlParameter<Guid> Uuid(Guid id) => new() { TypedValue = id };

    // An entry as its reader sees it; what is not in their list does not exist for them.
    private async Task<InboxItem?> Find(string type, Guid id, bool isDone, CancellationToken ct)
    {
        var page = await inbox.Read(InboxQuery.Entry(type, id, isDone), ct);
        return page.Items.Count > 0 ? page.Items[0] : null;
    }

    private async Task<IResult> Run(string sql, IReadOnlyList<NpgsqlParameter> parameters, CancellationToken ct)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        session.QueueSql(command);
        await session.SaveChanges(ct);
        return Results.NoContent();
    }
}
