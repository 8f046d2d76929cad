using Npgsql;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reminders;

/// <summary>Somebody who can be written to.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Mail">At which address.</param>
/// <param name="Rhythm">How often they want it; null where they have not chosen.</param>
/// <param name="Language">In which language.</param>
/// <param name="Told">The day (in Tokyo) of the last mail that reached the mail server, or may have; null for none.</param>
internal sealed record Recipient(Guid PersonId, string Mail, ReminderRhythm? Rhythm, MailLanguage Language, DateOnly? Told);

/// <summary>How people want to be reminded, as rows.</summary>
internal sealed class ReminderWishes(EventStore store, NpgsqlDataSource database, TimeProvider time)
{
    private const string Select = """
        SELECT a.person_id, a.mail, w.rhythm, coalesce(w.language, 'JA'),
            (SELECT max((m.queued_at AT TIME ZONE 'Asia/Tokyo')::date) FROM mails m WHERE m.person_id = a.person_id AND m.kind = 'DIGEST' AND m.state IN ('SENT', 'UNCERTAIN'))
        FROM accounts a LEFT JOIN reminder_wishes w ON w.person_id = a.person_id
        """;

    /// <summary>Everybody with an account.</summary>
    public Task<IReadOnlyList<Recipient>> Everybody(CancellationToken ct) => Read($"{Select} ORDER BY a.person_id", [], ct);

    /// <summary>One of them; null for who has no account.</summary>
    public async Task<Recipient?> Of(Guid personId, CancellationToken ct) =>
        (await Read($"{Select} WHERE a.person_id = $1", [new NpgsqlParameter<Guid> { TypedValue = personId }], ct)).SingleOrDefault();

    /// <summary>Those of some people who have an account.</summary>
    public Task<IReadOnlyList<Recipient>> Of(IEnumerable<Guid> people, CancellationToken ct) =>
        Read($"{Select} WHERE a.person_id = ANY ($1) ORDER BY a.person_id", [new NpgsqlParameter<Guid[]> { TypedValue = [.. people] }], ct);

    /// <summary>Sets what somebody wants.</summary>
    public Task Set(Guid personId, ReminderRhythm? rhythm, MailLanguage language, CancellationToken ct) => database.Run(
        SqlStatement.Of(
            """
            INSERT INTO reminder_wishes (person_id, rhythm, language, changed_at) VALUES ($1, $2::text, $3, $4)
            ON CONFLICT (person_id) DO UPDATE SET rhythm = excluded.rhythm, language = excluded.language, changed_at = excluded.changed_at
            """,
            personId, rhythm, language, time.GetUtcNow()),
        ct);

    private Task<IReadOnlyList<Recipient>> Read(string sql, IReadOnlyList<NpgsqlParameter> parameters, CancellationToken ct) => store.Read(
        new SqlQuery<IReadOnlyList<Recipient>>(sql, parameters, (rows, token) => rows.All(
            row => new Recipient(row.GetGuid(0), row.GetString(1), row.IsDBNull(2) ? null : row.Word<ReminderRhythm>(2), row.Word<MailLanguage>(3), row.OrNull<DateOnly>(4)), token)),
        ct);
}
