using System.Globalization;
using System.Text.Json;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Inbox;

/// <summary>What is asked of 要対応一覧, and the one statement that answers it.</summary>
internal sealed record InboxQuery(bool MineOnly, string? Type, bool ByDate, int Limit, InboxCursor? After, bool IsDone, Guid? Thing = null)
{
    private const int MaxLimit = 200;
    private const string ColumnsOfPage =
        "i.type, i.noun, i.id, i.contract_id, i.contract_name, i.contractor_name, i.kind, i.subject, i.wording, i.title, i.state, i.since, i.starts_on, i.urgent, i.opened, i.mine, i.version, i.told IS NOT NULL, i.done_by, i.done_at";

    // Whether, and by whom, somebody of the reader's organisation said that a notice is done as it was last told.
    private const string Done = """
        SELECT k.person_id, k.done_at FROM notices_done k
        WHERE k.thing_id = u.id AND k.type = u.type AND k.side = $5 AND (k.organisation_id IS NULL OR k.organisation_id = $6) AND k.version >= u.told AND k.undone_at IS NULL
        """;

    private const string DoneBy = """
        (SELECT coalesce((SELECT v.value FROM mt_doc_person n JOIN personal_values v ON v.id = (n.data #>> '{value,name,id}')::uuid WHERE n.id = k.person_id),
            (SELECT a.name FROM service_accounts a WHERE a.id = k.person_id), $7) WHERE k.person_id IS NOT NULL)
        """;

    private static readonly DateOnly NoDay = new(9999, 12, 31);

    private static readonly Problem ScopeUnknown = new(400, "inbox-scope-unknown", new(
        "範囲は mine（自分の担当）か section（課室全体）を指定してください。", "The scope is mine or section."));

    private static readonly Problem SortUnknown = new(400, "inbox-sort-unknown", new(
        "並べ替えは age（待ち日数）か date（開始日）を指定してください。", "Sort by age or date."));

    private static readonly Problem LimitInvalid = new(400, "limit-invalid", new(
        "limit は1から200までの整数を指定してください。", "The limit is a number from 1 to 200."));

    private static readonly Problem CursorMalformed = new(400, "cursor-malformed", new(
        "続きの位置を読み取れません。一覧を最初から開き直してください。", "The cursor cannot be read. Open the list from its beginning."));

    /// <summary>Reads the query; refuses what cannot be asked.</summary>
    public static InboxQuery Read(string? scope, string? kind, string? sort, int? limit, string? cursor, bool isDone)
    {
        var after = cursor is null ? null : InboxCursor.Read(cursor);
        var problem = scope is not (null or "mine" or "section") ? ScopeUnknown
            : sort is not (null or "age" or "date") ? SortUnknown
            : limit is < 1 or > MaxLimit ? LimitInvalid
            : cursor is not null && (after is null || after.ByDate != (sort == "date")) ? CursorMalformed
            : null;
        return problem is not null ? throw new ProblemException(problem) : new(scope != "section", kind, sort == "date", limit ?? 50, after, isDone);
    }

    /// <summary>One entry, wherever in the section.</summary>
    public static InboxQuery Entry(string type, Guid id, bool isDone) => new(MineOnly: false, type, ByDate: false, Limit: 1, After: null, isDone, id);

    /// <summary>One round trip: the page, and the counts beside it.</summary>
    /// <param name="needs">What needs something since its target changed, since when.</param>
    public Task<InboxList> Run(
        EventStore store, IEnumerable<InboxSource> sources, IReadOnlyList<(Guid Id, DateTimeOffset Since)> needs, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        var side = actor.Side;
        var parameters = new List<NpgsqlParameter>
        {
            new NpgsqlParameter<Guid> { TypedValue = actor.PersonId ?? Guid.Empty },
            new NpgsqlParameter<DateOnly> { TypedValue = Moment.DayOf(now) },
            new NpgsqlParameter<Guid[]> { TypedValue = [.. needs.Select(n => n.Id)] },
            new NpgsqlParameter<DateTime[]> { TypedValue = [.. needs.Select(n => n.Since.UtcDateTime)] },
            new NpgsqlParameter<string> { TypedValue = side.ToString() },
            new NpgsqlParameter<Guid> { TypedValue = actor.OrganisationId ?? Guid.Empty },
            new NpgsqlParameter<string> { TypedValue = PersonalValues.Erased },
        };
        var union = string.Join("\nUNION ALL\n", sources.Where(p => p.Side == side).Select(p => $"SELECT '{p.Type}' AS type, '{p.Noun}' AS noun, p.* FROM ({p.Sql}) p"));
        var sql = Statement(union, side, actor, parameters);
        return store.Read(new SqlQuery<InboxList>(sql, parameters, (row, token) => ReadPage(row, now, token)), ct);
    }

    private string Statement(string union, Side side, Actor actor, List<NpgsqlParameter> parameters)
    {
        // A contractor's officers share all of theirs; of a section, mine are the contracts whose 担当職員 the reader is, and those that name none here.
        var mine = side == Side.CONTRACTOR ? "true" : "(c.officer_person_ids @> ARRAY[$1] OR COALESCE(cardinality(c.officer_person_ids), 0) = 0)";
        var visible = Visible.To(actor, parameters);
        var filter = (MineOnly ? " AND i.mine" : "") + (Type is null ? "" : $" AND i.type = {Add(parameters, Type)}") + (Thing is { } id ? $" AND i.id = {Add(parameters, id)}" : "");
        var done = IsDone ? $"JOIN LATERAL ({Done} ORDER BY k.done_at DESC LIMIT 1) k ON u.told IS NOT NULL" : "CROSS JOIN (SELECT NULL::uuid AS person_id, NULL::timestamptz AS done_at) k";
        var waits = IsDone ? "" : $" AND (u.told IS NULL OR NOT EXISTS ({Done}))";
        // What was done last stands first: whoever marked something by mistake looks for it there.
        var (key, order) = (IsDone ? "(i.done_at, i.id, i.type)" : ByDate
            ? "(CASE WHEN i.urgent THEN 0 ELSE 1 END, COALESCE(i.starts_on, DATE '9999-12-31'), i.since, i.id, i.type)"
            : "(CASE WHEN i.urgent THEN 0 ELSE 1 END, i.since, i.id, i.type)", IsDone ? " DESC" : "");
        return $$"""
            WITH items AS MATERIALIZED (
                SELECT u.*, c.name AS contract_name, c.contractor_name, {{mine}} AS mine, {{DoneBy}} AS done_by, k.done_at,
                    EXISTS (SELECT FROM act_openings o WHERE o.thing_id = u.id AND o.person_id = $1 AND o.version >= u.version AND NOT o.unread) AS opened
                FROM ({{union}}) u JOIN mt_doc_contract c ON c.id = u.contract_id {{done}}
                WHERE {{visible}} AND $2 IS NOT NULL AND $7 IS NOT NULL{{waits}}),
            counts AS (SELECT type, count(*)::int AS n, (count(*) FILTER (WHERE mine))::int AS m FROM items GROUP BY type)
            SELECT (SELECT COALESCE(jsonb_object_agg(type, {{(MineOnly ? "m" : "n")}}), '{}')::text FROM counts), (SELECT COALESCE(sum(m), 0)::int FROM counts),
                (SELECT COALESCE(sum(n), 0)::int FROM counts), p.*
            FROM (SELECT 1) one LEFT JOIN LATERAL (
                SELECT {{ColumnsOfPage}} FROM items i WHERE true{{filter}}{{Beyond(key, parameters)}} ORDER BY {{key}}{{order}} LIMIT {{Add(parameters, Limit + 1)}}) p ON true
            """;
    }

    private string Beyond(string key, List<NpgsqlParameter> parameters)
    {
        if (After is not { } a)
        {
            return "";
        }

        if (IsDone)
        {
            return $" AND {key} < ({Add(parameters, a.Since.UtcDateTime)}, {Add(parameters, a.Id)}, {Add(parameters, a.Type)})";
        }

        var (urgent, day) = (Add(parameters, a.Urgent ? 0 : 1), ByDate ? Add(parameters, a.StartsOn ?? NoDay) + ", " : "");
        return $" AND {key} > ({urgent}, {day}{Add(parameters, a.Since.UtcDateTime)}, {Add(parameters, a.Id)}, {Add(parameters, a.Type)})";
    }

    private async Task<InboxList> ReadPage(NpgsqlDataReader row, DateTimeOffset now, CancellationToken ct)
    {
        var (items, counts) = (new List<InboxItem>(), new InboxCounts(0, 0, new Dictionary<string, int>(StringComparer.Ordinal)));
        while (await row.ReadAsync(ct))
        {
            counts = new(row.GetInt32(1), row.GetInt32(2), JsonSerializer.Deserialize<Dictionary<string, int>>(row.GetString(0))!);
            if (!row.IsDBNull(3))
            {
                items.Add(Item(row, now));
            }
        }

        var more = items.Count > Limit;
        IReadOnlyList<InboxItem> page = more ? [.. items.Take(Limit)] : items;
        return new(page, counts, more ? InboxCursor.At(page[^1], ByDate).ToString() : null);
    }

    private static InboxItem Item(NpgsqlDataReader row, DateTimeOffset now)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        var since = row.GetFieldValue<DateTimeOffset>(14).ToUniversalTime();
        return new(
            row.GetString(3), row.GetString(4), row.GetGuid(5), row.GetGuid(6), row.GetString(7), row.GetString(8), Text(9), Text(10), Text(11), Text(12), Text(13),
            since, Math.Max(0, (int)(now - since).TotalDays), row.IsDBNull(15) ? null : row.GetFieldValue<DateOnly>(15), row.GetBoolean(16), row.GetBoolean(17), row.GetBoolean(18),
            row.GetInt64(19), row.GetBoolean(20), row.IsDBNull(21) ? null : new(row.GetString(21), row.GetFieldValue<DateTimeOffset>(22).ToUniversalTime()));
    }

    private static string Add<T>(List<NpgsqlParameter> parameters, T value)
    {
        parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return string.Create(CultureInfo.InvariantCulture, $"${parameters.Count}");
    }
}
