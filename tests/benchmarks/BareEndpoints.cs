using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Obligations;
using SecurityTracker.Server.SignIn;
using SecurityTracker.Server.Store;
using ContractObligation = SecurityTracker.Domain.Obligations.Obligation;

namespace SecurityTracker.Benchmarks;

/// <summary>
/// What somebody would write who wants the same bytes and rows with the least SQL: one statement or one batch, which also asks whether
/// the session stands; no actor, boundary, refusal, hash, header or middleware.
/// </summary>
internal sealed class BareEndpoints(NpgsqlDataSource source)
{
    private const string SessionSql = "SELECT FROM sessions WHERE key_hash = $1 AND expires_at > now() AND last_seen_at + make_interval(secs => idle_seconds) > now()";
    private const string ContractSql = "SELECT data -> 'value', mt_version FROM mt_doc_contract WHERE id = $1";
    private const string ObligationsSql = "SELECT data -> 'value', mt_version, modified_at FROM mt_doc_obligation WHERE contract_id = $1 AND in_force ORDER BY number";
    private const string PersonalSql = """
        SELECT id, value FROM personal_values WHERE subject_id = $1
        UNION ALL SELECT id, value FROM personal_values WHERE subject_id = ANY ((SELECT officer_person_ids FROM mt_doc_contract WHERE id = $1)::uuid[])
        """;

    private const string SectionIsHereSql = """
        SELECT EXISTS (
            SELECT FROM mt_doc_contract c, mt_doc_person p, jsonb_array_elements(p.data #> '{value,memberships}') m
            WHERE c.id = $1 AND p.organisation_ids @> ARRAY[(c.data #>> '{value,section,officeId}')::uuid]
                AND m ->> 'sectionId' = c.data #>> '{value,section,sectionId}' AND m ->> 'on' IS NULL)
        """;

    private static readonly string ListSql = $"""
        SELECT c.id, c.mt_version, c.name, c.terminated_on, c.edition_code, c.edition_revision, c.contractor_name, c.office_name, c.section_name,
               c.signed_on, c.starts_on, c.ends_on, n.*, count(*) OVER ()::int, w.*, {ContractReports.Columns}
        FROM mt_doc_contract c
        LEFT JOIN LATERAL (
            SELECT count(*) FILTER (WHERE o.status = 'IMPLEMENTED')::int, count(*) FILTER (WHERE o.status = 'NOT_IMPLEMENTED')::int,
                   count(*) FILTER (WHERE o.status = 'NOT_APPLICABLE')::int, count(*) FILTER (WHERE o.status IS NULL)::int, count(*) FILTER (WHERE o.reason_missing)::int,
                   count(*) FILTER (WHERE o.look_wanted)::int
            FROM mt_doc_obligation o WHERE o.contract_id = c.id AND o.in_force AND o.reported) n ON true
        {ContractReports.Lateral(Site.Officer)}
        CROSS JOIN LATERAL (
            SELECT count(*) FILTER (WHERE i.side = 'CONTRACTOR')::int, count(*) FILTER (WHERE i.side = 'CONTRACTOR' AND i.due_on < current_date AND i.due_is <> 'GUIDE')::int,
                count(*) FILTER (WHERE i.side = 'OFFICER')::int
            FROM inbox_items i
            WHERE i.contract_id = c.id AND (i.shown_from IS NULL OR i.shown_from <= current_date) AND (i.shown_until IS NULL OR i.shown_until >= current_date)
                AND i.person_ids IS NULL AND i.organisation_id IS NULL AND (i.side = 'CONTRACTOR' OR i.awaited)) w
        WHERE c.contractor_organisation_id = $1 ORDER BY c.ends_on, c.id LIMIT 60
        """;

    private static readonly JsonSerializerOptions Stored = Services.StoreOptions().Json;

    private readonly Dictionary<string, string?> headings = ShippedEditions.All.Single(e => e.Code == HttpFigures.Edition).Requirements
        .ToDictionary(r => r.Id, r => r.Heading, StringComparer.Ordinal);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/contracts/{id:guid}", GetContract);
        routes.MapGet("/api/contracts", (Delegate)GetContracts);
        routes.MapPut("/api/contracts/{contractId:guid}/obligations/{number:int}/status", SetStatus);
    }

    private async Task<IResult> GetContract(Guid id, HttpContext http)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new(ContractSql), new(ObligationsSql), new(PersonalSql), new(SectionIsHereSql) } };
        foreach (var command in batch.BatchCommands)
        {
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        }
        batch.BatchCommands.Insert(0, Session(http));
        await using var row = await batch.ExecuteReaderAsync();
        if (!await SignedIn(row))
        {
            return Results.Unauthorized();
        }
        await row.ReadAsync();
        var contract = new Versioned<Contract>(id, Read<Contract>(row), row.GetInt64(1));
        var (obligations, personal) = (new List<ObligationSummary>(), new Dictionary<PersonalRef, string>());
        await row.NextResultAsync();
        while (await row.ReadAsync())
        {
            var o = Read<ContractObligation>(row);
            obligations.Add(new(
                o.Number, o.RequirementId, row.GetInt64(1), headings.GetValueOrDefault(o.RequirementId), o.Reported, o.Status, o.Reason, o.Source, o.Explanation,
                o.ReasonMissing, o.LookWanted, row.GetFieldValue<DateTimeOffset>(2)));
        }
        await row.NextResultAsync();
        while (await row.ReadAsync())
        {
            personal.Add(new PersonalRef(row.GetGuid(0)), row.GetString(1));
        }
        await row.NextResultAsync();
        await row.ReadAsync();
        return Results.Ok(ContractDetails.Of(contract, obligations, personal, Site.Officer, Tokyo.Today(TimeProvider.System), row.GetBoolean(0)));
    }

    private async Task<IResult> GetContracts(HttpContext http)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Session(http), new(ListSql) { Parameters = { P(Site.Officer.OrganisationId!.Value) } } } };
        await using var row = await batch.ExecuteReaderAsync();
        if (!await SignedIn(row))
        {
            return Results.Unauthorized();
        }
        var (items, total, today) = (new List<ContractListItem>(), 0, Tokyo.Today(TimeProvider.System));
        while (await row.ReadAsync())
        {
            DateOnly? Day(int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
            var (starts, ends) = (row.GetFieldValue<DateOnly>(10), row.GetFieldValue<DateOnly>(11));
            var (next, last) = ContractReports.Read(row, 22, new(starts, Day(3) ?? ends));
            items.Add(new(
                row.GetGuid(0), row.GetInt64(1), row.GetString(2), Contract.StageOn(Day(9), ends, Day(3), today), row.GetString(4),
                row.GetInt32(5), row.GetString(6), row.IsDBNull(7) ? null : row.GetString(7), row.GetString(8), Day(9), starts,
                ends, new(row.GetInt32(12), row.GetInt32(13), row.GetInt32(14), row.GetInt32(15), row.GetInt32(16), row.GetInt32(17)),
                new(row.GetInt32(19), row.GetInt32(20), row.GetInt32(21), Contractor: 0, Subcontractor: 0), next, last));
            total = row.GetInt32(18);
        }
        return Results.Ok(new ContractList(items, Next: null, total, ShowsReports: true));
    }

    private async Task<IResult> SetStatus(Guid contractId, int number, SetStatusRequest request, HttpContext http)
    {
        await using var connection = await source.OpenConnectionAsync();
        if (await Load(connection, contractId, number, http) is not var (id, state, version))
        {
            return Results.Unauthorized();
        }
        if (http.Request.Headers.IfMatch != IfMatch.ETag(version))
        {
            return Results.StatusCode(StatusCodes.Status412PreconditionFailed);
        }
        var set = new Domain.Obligations.ObligationStatusSet(request.Status, request.Reason);
        var next = Domain.Obligations.ObligationDecider.Evolve(state, set);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("UPDATE mt_streams SET version = $2, timestamp = now() WHERE id = $1 AND version = $2 - 1") { Parameters = { P(id), P(version + 1) } },
                new("""
                    INSERT INTO mt_events (seq_id, id, stream_id, version, type, data, timestamp)
                    VALUES (nextval('mt_events_sequence'), gen_random_uuid(), $1, $2, 'obligation_status_set', $3, now()) RETURNING seq_id
                    """)
                { Parameters = { P(id), P(version + 1), Document(set) } },
                new("UPDATE mt_doc_obligation SET data = jsonb_set(data, '{value}', $2), mt_version = $3, modified_at = now(), status = $4, reason_missing = $5 WHERE id = $1")
                {
                    Parameters = { P(id), Document(next), P(version + 1), new NpgsqlParameter<string> { TypedValue = next.Status?.ToString() }, P(next.ReasonMissing) },
                },
            },
        };
        var sequence = (long)(await batch.ExecuteScalarAsync())!;
        http.Response.Headers.ETag = IfMatch.ETag(version + 1);
        return Results.Ok(new WriteAnswer(id, version + 1, sequence));
    }

    private static async Task<(Guid Id, ContractObligation State, long Version)?> Load(NpgsqlConnection connection, Guid contractId, int number, HttpContext http)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Session(http),
                new("SELECT data -> 'value', id, mt_version FROM mt_doc_obligation WHERE contract_id = $1 AND number = $2 AND in_force") { Parameters = { P(contractId), P(number) } },
            },
        };
        await using var row = await batch.ExecuteReaderAsync();
        if (!await SignedIn(row))
        {
            return null;
        }
        await row.ReadAsync();
        return (row.GetGuid(1), Read<ContractObligation>(row), row.GetInt64(2));
    }

    private static NpgsqlBatchCommand Session(HttpContext http) => new(SessionSql) { Parameters = { P(SessionKey.HashOf(http.Request.Cookies[SessionCookie.PlainName] ?? "")) } };

    private static async Task<bool> SignedIn(NpgsqlDataReader row)
    {
        var stands = await row.ReadAsync();
        await row.NextResultAsync();
        return stands;
    }

    private static T Read<T>(NpgsqlDataReader row) => JsonSerializer.Deserialize<T>(row.GetFieldValue<byte[]>(0), Stored)!;

    private static NpgsqlParameter<T> P<T>(T value) => new() { TypedValue = value };

    private static NpgsqlParameter Document<T>(T value) => new() { Value = JsonSerializer.SerializeToUtf8Bytes(value, Stored), NpgsqlDbType = NpgsqlDbType.Jsonb };
}
