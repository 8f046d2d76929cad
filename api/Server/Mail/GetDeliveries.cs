using FastEndpoints;
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
/// <param name="Code">The mail server's last answer (RFC 5321); null where there was none.</param>
/// <param name="Answer">Its words, without addresses.</param>
/// <param name="Meaning">What that means; null where there was no answer.</param>
internal sealed record DeliveryDetails(
    Guid Id, MailKind Kind, int Version, MailState State, string? To, string? Organisation, string? Sender, DateTimeOffset QueuedAt, DateTimeOffset? EndedAt, int Attempts,
    int? Code, string? Answer, Message? Meaning);

/// <summary>通知の記録, one page, the latest first.</summary>
/// <param name="Next">The <c>before</c> of the next page, or null at the end.</param>
internal sealed record DeliveryList(IReadOnlyList<DeliveryDetails> Items, Guid? Next);

/// <summary>What is asked for.</summary>
/// <param name="Before">Those before this one; the newest where it is left out.</param>
/// <param name="Failed">Those alone that did not arrive, as far as that is known.</param>
internal sealed record GetDeliveriesRequest([property: QueryParam] Guid? Before, [property: QueryParam] bool? Failed);

/// <summary>
/// 通知の記録: what became of the mails that the program sent to people of one's own organisation, or by one's own act; to an administrator of
/// those whose installation it is, all. A mail server's yes says that it took a mail, not that somebody read it.
/// </summary>
internal sealed class GetDeliveriesEndpoint(Actor actor, EventStore store) : ApiEndpoint<GetDeliveriesRequest>
{
    private const int PageSize = 50;

    // Ids follow the time, so the last comes first.
    private const string Newest = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    public override void Configure()
    {
        Get("/deliveries");
        Description(route => route
            .Requires(Permission.ReadDeliveries)
            .Produces<DeliveryList>());
    }

    public override async Task<IResult> ExecuteAsync(GetDeliveriesRequest request, CancellationToken ct)
    {
        var parameters = new List<NpgsqlParameter>
        {
            new NpgsqlParameter<Guid> { TypedValue = request.Before ?? Guid.Parse(Newest) },
            new NpgsqlParameter<int> { TypedValue = PageSize + 1 },
            new NpgsqlParameter<string> { TypedValue = PersonalValues.Erased },
        };
        var found = await store.Read(
            new SqlQuery<IReadOnlyList<DeliveryDetails>>(
                $"""
                SELECT m.id, m.kind, m.version, m.state, CASE WHEN m.person_id IS NOT NULL THEN coalesce(({NameOf("m.person_id")}), $3) END, o.name,
                    CASE WHEN m.sender_id IS NOT NULL THEN coalesce(({NameOf("m.sender_id")}), $3) END, m.queued_at, m.ended_at, m.attempts, m.answer_code, m.answer
                FROM mails m LEFT JOIN mt_doc_organisation o ON o.id = m.organisation_id
                WHERE m.id < $1 AND {Boundary(parameters)}{(request.Failed == true ? " AND m.state IN ('GIVEN_UP', 'BOUNCED', 'UNCERTAIN')" : "")} ORDER BY m.id DESC LIMIT $2
                """,
                parameters,
                (rows, token) => rows.All(Read, token)),
            ct);
        return new Answer<DeliveryList>(new([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Id : null));
    }

    private string Boundary(List<NpgsqlParameter> parameters)
    {
        if (actor.Role == Role.ADMINISTRATOR && FirstOrganisations.Keep(actor))
        {
            return "true";
        }

        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = actor.OrganisationId ?? Guid.Empty });
        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = actor.PersonId ?? Guid.Empty });
        return "(m.organisation_id = $4 OR m.sender_id = $5)";
    }

    private static string NameOf(string person) =>
        $"SELECT v.value FROM mt_doc_person p JOIN personal_values v ON v.id = (p.data #>> '{{value,name,id}}')::uuid WHERE p.id = {person}";

    private static DeliveryDetails Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.Word<MailKind>(1), row.GetInt32(2), row.Word<MailState>(3), row.IsDBNull(4) ? null : row.GetString(4), row.IsDBNull(5) ? null : row.GetString(5),
        row.IsDBNull(6) ? null : row.GetString(6), row.GetFieldValue<DateTimeOffset>(7).ToUniversalTime(), row.OrNull<DateTimeOffset>(8)?.ToUniversalTime(), row.GetInt32(9),
        row.OrNull<int>(10), row.IsDBNull(11) ? null : row.GetString(11), row.OrNull<int>(10) is { } code ? SmtpMeaning.Of(code, row.IsDBNull(11) ? null : row.GetString(11)) : null);
}
