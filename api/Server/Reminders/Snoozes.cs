using Npgsql;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reminders;

/// <summary>One thing of the list of what is to be done.</summary>
internal sealed record SnoozedThing(string Type, Guid ThingId, string Key, Guid ContractId)
{
    /// <summary>The thing of an entry.</summary>
    public static SnoozedThing Of(InboxItem item) => new(item.Type, item.Id, item.Key, item.ContractId);
}

/// <summary>A thing of which nobody reminds whoever said so, before a day.</summary>
/// <param name="Type">As the list gives it.</param>
/// <param name="Id">As the list gives it.</param>
/// <param name="Key">As the list gives it.</param>
/// <param name="ContractId">As the list gives it.</param>
/// <param name="Until">The day in Tokyo on which reminders begin again.</param>
/// <param name="Reason">Why, in the words of who said so.</param>
internal sealed record SnoozeDetails(string Type, Guid Id, string Key, Guid ContractId, DateOnly Until, string Reason)
{
    /// <summary>The thing.</summary>
    public SnoozedThing Thing() => new(Type, Id, Key, ContractId);
}

/// <summary>Of what somebody does not want to be reminded before a day.</summary>
internal sealed class Snoozes(EventStore store, NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>What a person is not reminded of on a day (in Tokyo), until when and why; what begins again first stands first.</summary>
    public Task<IReadOnlyList<SnoozeDetails>> Of(Guid personId, DateOnly today, CancellationToken ct) => store.Read(
        new SqlQuery<IReadOnlyList<SnoozeDetails>>(
            "SELECT type, thing_id, key, contract_id, until, reason FROM reminder_snoozes WHERE person_id = $1 AND until > $2 ORDER BY until, at, thing_id",
            [new NpgsqlParameter<Guid> { TypedValue = personId }, new NpgsqlParameter<DateOnly> { TypedValue = today }],
            (rows, token) => rows.All(
                row => new SnoozeDetails(row.GetString(0), row.GetGuid(1), row.GetString(2), row.GetGuid(3), row.GetFieldValue<DateOnly>(4), row.GetString(5)), token)),
        ct);

    /// <summary>Lets a thing rest until a day; what was said of it before is replaced.</summary>
    public Task Set(Guid personId, SnoozedThing thing, DateOnly until, string reason, CancellationToken ct) => database.Run(
        SqlStatement.Of(
            """
            INSERT INTO reminder_snoozes (person_id, type, thing_id, key, contract_id, until, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (person_id, type, thing_id, key, contract_id) DO UPDATE SET until = excluded.until, reason = excluded.reason, at = excluded.at
            """,
            personId, thing.Type, thing.ThingId, thing.Key, thing.ContractId, until, reason, time.GetUtcNow()),
        ct);

    /// <summary>Takes that back.</summary>
    public Task End(Guid personId, SnoozedThing thing, CancellationToken ct) => database.Run(
        SqlStatement.Of(
            "DELETE FROM reminder_snoozes WHERE person_id = $1 AND type = $2 AND thing_id = $3 AND key = $4 AND contract_id = $5",
            personId, thing.Type, thing.ThingId, thing.Key, thing.ContractId),
        ct);
}
