using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Mail;

/// <summary>What became of a mail.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Version">The version of its words.</param>
/// <param name="State">Where it is.</param>
/// <param name="To">The name of whose it is; null for who is not here yet, as somebody invited.</param>
/// <param name="Organisation">For which organisation it went; null for none.</param>
/// <param name="Sender">By whose act; null for the program itself.</param>
/// <param name="QueuedAt">When it was queued.</param>
/// <param name="EndedAt">When it was known what became of it; null while it is on its way.</param>
/// <param name="Attempts">How often the mail server did not take it.</param>
/// <param name="Code">The last answer of a mail server (RFC 5321); null where there was none, or it had no number.</param>
/// <param name="Answer">Its words, without addresses.</param>
/// <param name="Meaning">What that means; null where there was no answer.</param>
internal sealed record DeliveryDetails(
    Guid Id, MailKind Kind, int Version, MailState State, string? To, string? Organisation, string? Sender, DateTimeOffset QueuedAt, DateTimeOffset? EndedAt, int Attempts,
    int? Code, string? Answer, Message? Meaning)
{
    /// <summary>What a mail server reported of it later; null where no such report was brought in.</summary>
    public BounceAction? Reported { get; init; }

    /// <summary>When that was brought in; null where it was not.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>Who brought it in; null where nobody did.</summary>
    public string? ReportedBy { get; init; }
}

/// <summary>Reads what became of the mails that the actor may know of.</summary>
internal sealed class DeliveryReader(Actor actor, EventStore store)
{
    // Ids follow the time, so the last comes first.
    private const string Newest = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    /// <summary>Some of them, the latest first.</summary>
    /// <param name="most">How many.</param>
    /// <param name="before">Those before this one; the newest for null.</param>
    /// <param name="failed">Those alone that did not arrive, as far as that is known.</param>
    /// <param name="ct">Cancels.</param>
    public Task<IReadOnlyList<DeliveryDetails>> Latest(int most, Guid? before, bool failed, CancellationToken ct) => Read(
        $"m.id < $2{(failed ? " AND m.state IN ('GIVEN_UP', 'BOUNCED', 'UNCERTAIN')" : "")}", most, before ?? Guid.Parse(Newest), ct);

    /// <summary>One of them; throws where the actor may know of none of this id.</summary>
    public async Task<DeliveryDetails> One(Guid id, CancellationToken ct) => (await Read("m.id = $2", 1, id, ct)).Single();

    /// <summary>Which mails an actor may know of, as a condition on <c>m</c>.</summary>
    internal static string InSight(Actor actor, List<NpgsqlParameter> parameters)
    {
        if (actor.Role == Role.ADMINISTRATOR && FirstOrganisations.Keep(actor))
        {
            return "true";
        }

        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = actor.OrganisationId ?? Guid.Empty });
        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = actor.PersonId ?? Guid.Empty });
        return FormattableString.Invariant($"(m.organisation_id = ${parameters.Count - 1} OR m.sender_id = ${parameters.Count})");
    }

    private Task<IReadOnlyList<DeliveryDetails>> Read(string which, int most, Guid id, CancellationToken ct)
    {
        var parameters = new List<NpgsqlParameter>
        {
            new NpgsqlParameter<string> { TypedValue = PersonalValues.Erased },
            new NpgsqlParameter<Guid> { TypedValue = id },
            new NpgsqlParameter<int> { TypedValue = most },
        };
        return store.Read(
            new SqlQuery<IReadOnlyList<DeliveryDetails>>(
                $"""
                SELECT m.id, m.kind, m.version, m.state, {NameOf("m.person_id")}, o.name, {NameOf("m.sender_id")}, m.queued_at, m.ended_at, m.attempts, m.answer_code, m.answer,
                    m.reported, m.reported_at, {NameOf("m.reported_by")}
                FROM mails m LEFT JOIN mt_doc_organisation o ON o.id = m.organisation_id
                WHERE {which} AND {InSight(actor, parameters)} ORDER BY m.id DESC LIMIT $3
                """,
                parameters,
                (rows, token) => rows.All(Read, token)),
            ct);
    }

    private static string NameOf(string person) => $$"""
        CASE WHEN {{person}} IS NOT NULL THEN coalesce(
            (SELECT v.value FROM mt_doc_person p JOIN personal_values v ON v.id = (p.data #>> '{value,name,id}')::uuid WHERE p.id = {{person}}), $1) END
        """;

    private static DeliveryDetails Read(NpgsqlDataReader row)
    {
        var (state, code, answer) = (row.Word<MailState>(3), row.OrNull<int>(10), row.IsDBNull(11) ? null : row.GetString(11));
        return new(
            row.GetGuid(0), row.Word<MailKind>(1), row.GetInt32(2), state, row.IsDBNull(4) ? null : row.GetString(4), row.IsDBNull(5) ? null : row.GetString(5),
            row.IsDBNull(6) ? null : row.GetString(6), row.GetFieldValue<DateTimeOffset>(7).ToUniversalTime(), row.OrNull<DateTimeOffset>(8)?.ToUniversalTime(), row.GetInt32(9),
            code, answer, SmtpMeaning.Of(state, code, answer))
        {
            Reported = row.IsDBNull(12) ? null : row.Word<BounceAction>(12),
            ReportedAt = row.OrNull<DateTimeOffset>(13)?.ToUniversalTime(),
            ReportedBy = row.IsDBNull(14) ? null : row.GetString(14),
        };
    }
}
