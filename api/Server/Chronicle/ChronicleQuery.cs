using System.Globalization;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Chronicle;

/// <summary>What is asked of a contract's 経緯, and the one statement that answers it.</summary>
/// <param name="Kind">Entries of this kind alone.</param>
/// <param name="Before">Entries before this one alone, by its sequence.</param>
internal sealed record ChronicleQuery(Guid ContractId, ChronicleKind? Kind, DateOnly? From, DateOnly? To, long? Before, int Limit)
{
    private const int PageSize = 50;

    private const string IsIncident = "EXISTS (SELECT FROM mt_doc_communication k WHERE k.id = s.id AND (k.urgent OR k.subject = 'INCIDENT'))";

    private static readonly Problem KindUnknown = new(400, "kind-unknown", new(
        $"種別は {string.Join('、', Enum.GetNames<ChronicleKind>())} のいずれかを指定してください。", $"The kind is one of {string.Join(", ", Enum.GetNames<ChronicleKind>())}."));

    private static readonly Problem DaysReversed = new(400, "days-reversed", new(
        "from は to と同じかそれより前の日を yyyy-MM-dd で指定してください。", "Give from as a day (yyyy-MM-dd) that is not after to."));

    /// <summary>Reads what is asked; refuses what cannot be.</summary>
    public static ChronicleQuery Read(GetChronicleRequest request) => Read(request.ContractId, request.Kind, request.From, request.To) with { Before = request.Before };

    /// <summary>Reads what is asked for; refuses what cannot be.</summary>
    public static ChronicleQuery Read(Guid contractId, string? kind, DateOnly? from, DateOnly? to)
    {
        var asked = Enum.GetValues<ChronicleKind>().Cast<ChronicleKind?>().FirstOrDefault(one => one.ToString() == kind);
        var problem = kind is not null && asked is null ? KindUnknown : from > to ? DaysReversed : null;
        return problem is not null ? throw new ProblemException(problem) : new(contractId, asked, from, to, Before: null, PageSize);
    }

    /// <summary>The statement: the entries that the actor sees, the latest first, one more than the limit where there are more.</summary>
    public SqlQuery<IReadOnlyList<RecordedThing>> Statement(EventStore store, Actor actor)
    {
        var parameters = new List<NpgsqlParameter>();
        var where = Where(store.Nouns, actor, parameters);
        var sql = $$"""
            WITH page AS MATERIALIZED (
                SELECT e.seq_id, s.noun, {{ChronicleSight.ReportOfReview}} AS reviewed_id, s.noun = 'communication' AND {{IsIncident}} AS incident
                FROM stream_scopes s JOIN mt_events e ON e.stream_id = s.id
                WHERE {{where}} ORDER BY e.timestamp DESC, e.seq_id DESC LIMIT {{Add(parameters, Limit + 1)}})
            SELECT e.id, e.stream_id, e.version, e.seq_id, e.type, e.data, e.timestamp, e.headers, p.noun, p.incident,
                coalesce(a.title, k.title, q.data #>> '{value,name}', f.data #>> '{value,file,name}'), coalesce(a.wording, k.wording), o.number, coalesce(o.in_force, f.data #>> '{value,erasedBecause}' IS NULL),
                coalesce(r.period_from, b.period_from), coalesce(r.period_to, b.period_to), coalesce(d.act_id, p.reviewed_id)
            FROM page p JOIN mt_events e ON e.seq_id = p.seq_id
            LEFT JOIN mt_doc_decision_draft d ON d.id = e.stream_id LEFT JOIN mt_doc_authority_act a ON a.id = coalesce(d.act_id, e.stream_id)
            LEFT JOIN mt_doc_communication k ON k.id = e.stream_id LEFT JOIN mt_doc_part q ON q.id = e.stream_id LEFT JOIN mt_doc_file f ON f.id = e.stream_id
            LEFT JOIN mt_doc_obligation o ON o.id = e.stream_id LEFT JOIN mt_doc_prior_report b ON b.id = e.stream_id
            LEFT JOIN mt_doc_report r ON r.id = CASE p.noun WHEN 'report_review' THEN p.reviewed_id ELSE e.stream_id END
            ORDER BY e.timestamp DESC, e.seq_id DESC
            """;
        return new(sql, parameters, (rows, ct) => rows.All(row => Thing(store, row), ct));
    }

    private string Where(Nouns nouns, Actor actor, List<NpgsqlParameter> parameters)
    {
        string[] told = [.. ChronicleWords.All.Told.Where(IsAsked).Select(nouns.NameOf)];
        List<string> conditions =
        [
            $"s.contract_id = {Add(parameters, ContractId)}",
            $"EXISTS (SELECT FROM mt_doc_contract c WHERE c.id = s.contract_id AND {Visible.To(actor, parameters)})",
            $"e.type = ANY ({Add(parameters, told)})",
            ChronicleSight.Of(actor, nouns, parameters),
        ];
        if (Kind == ChronicleKind.INCIDENT)
        {
            conditions.Add(IsIncident);
        }

        if (Before is { } before)
        {
            conditions.Add($"(e.timestamp, e.seq_id) < (SELECT x.timestamp, x.seq_id FROM mt_events x WHERE x.seq_id = {Add(parameters, before)})");
        }

        if (From is { } from && from > DateOnly.MinValue)
        {
            conditions.Add($"e.timestamp > {Add(parameters, Tokyo.EndOf(from.AddDays(-1)))}");
        }

        if (To is { } to)
        {
            conditions.Add($"e.timestamp <= {Add(parameters, Tokyo.EndOf(to))}");
        }

        return string.Join(" AND ", conditions);
    }

    // What tells of an incident is what the sides tell each other of it.
    private bool IsAsked(Type e) => Kind switch
    {
        null => true,
        ChronicleKind.INCIDENT => e.IsAssignableTo(typeof(ICommunicationEvent)),
        { } kind => ChronicleWords.All.KindsOf(e).Contains(kind),
    };

    private static RecordedThing Thing(EventStore store, NpgsqlDataReader row) => new(
        store.Recorded(row, 0),
        row.GetString(8),
        row.GetBoolean(9),
        row.IsDBNull(10) ? null : row.GetString(10),
        row.IsDBNull(11) ? null : row.GetString(11),
        row.OrNull<int>(12),
        row.GetBoolean(13),
        row.OrNull<DateOnly>(14) is { } from && row.OrNull<DateOnly>(15) is { } to ? new DateSpan(from, to) : null,
        row.OrNull<Guid>(16));

    private static string Add<T>(List<NpgsqlParameter> parameters, T value)
    {
        parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return string.Create(CultureInfo.InvariantCulture, $"${parameters.Count}");
    }
}
