using System.Globalization;
using System.Text.Json;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Inbox;

/// <summary>What is asked of 要対応一覧, and the one statement that answers it.</summary>
internal sealed record InboxQuery(bool MineOnly, string? Type, InboxPart? Part, InboxOrder Order, int Limit, InboxCursor? After = null)
{
    private const int MaxLimit = 200;

    private const string DoneBy = """
        (SELECT coalesce((SELECT v.value FROM mt_doc_person n JOIN personal_values v ON v.id = (n.data #>> '{value,name,id}')::uuid WHERE n.id = i.person_id),
            (SELECT a.name FROM service_accounts a WHERE a.id = i.person_id), $1) WHERE i.person_id IS NOT NULL)
        """;

    // Of the reports on a page alone.
    private const string InReport = """
        LEFT JOIN LATERAL (
            SELECT bool_and(b.answer IS NULL) AS first, count(*) FILTER (WHERE b.answer <> x.row -> 'answer')::int AS changed,
                count(*) FILTER (WHERE x.row #>> '{answer,status}' = 'NOT_IMPLEMENTED')::int AS not_implemented, count(*) FILTER (WHERE x.row #>> '{answer,status}' = 'NOT_APPLICABLE')::int AS not_applicable,
                (SELECT count(*) FROM jsonb_array_elements(d.data #> '{value,submission,reviews}') v WHERE v ->> 'verdict' = 'QUERIED' AND (v ->> 'answered')::boolean)::int AS answered
            FROM mt_doc_report d CROSS JOIN LATERAL jsonb_array_elements(d.data #> '{value,rows}') AS x (row)
            LEFT JOIN LATERAL (SELECT w -> 'answer' AS answer FROM jsonb_array_elements(d.data #> '{value,previous}') w WHERE w -> 'number' = x.row -> 'number' LIMIT 1) b ON true
            WHERE d.id = p.thing_id AND p.type = 'REPORT_TO_REVIEW' GROUP BY d.id, d.data) q ON true
        """;

    private static readonly Problem ScopeUnknown = new(400, "inbox-scope-unknown", new(
        "範囲は mine（自分の担当）か section（課室全体）を指定してください。", "The scope is mine or section."));

    private static readonly Problem SortUnknown = new(400, "inbox-sort-unknown", new(
        "並べ替えは age（待ち日数）か date（開始日）を指定してください。", "Sort by age or date."));

    private static readonly Problem PartUnknown = new(400, "inbox-part-unknown", new(
        "part は DEADLINE（期限）、OWN（自分の対応）、AWAITED（相手待ち）のいずれかを指定してください。", "The part is DEADLINE, OWN or AWAITED."));

    private static readonly Problem LimitInvalid = new(400, "limit-invalid", new(
        "limit は1から200までの整数を指定してください。", "The limit is a number from 1 to 200."));

    private static readonly Problem CursorMalformed = new(400, "cursor-malformed", new(
        "続きの位置を読み取れません。一覧を最初から開き直してください。", "The cursor cannot be read. Open the list from its beginning."));

    /// <summary>Days that are asked for: only what is due on them.</summary>
    public DateSpan? Days { get; init; }

    /// <summary>One thing alone.</summary>
    public Guid? Thing { get; init; }

    /// <summary>These contracts alone: what waits on them, for the reader to do and from others.</summary>
    public IReadOnlyList<Guid>? Contracts { get; init; }

    /// <summary>A day: what others of a contractor, its staff or its firms, were to do by then, in place of the reader's own.</summary>
    public DateOnly? OfOthersBy { get; init; }

    /// <summary>Reads the query; refuses what cannot be asked.</summary>
    public static InboxQuery Read(GetInboxRequest request)
    {
        var after = request.Cursor is null ? null : InboxCursor.Read(request.Cursor);
        var part = Enum.GetValues<InboxPart>().Cast<InboxPart?>().FirstOrDefault(part => part.ToString() == request.Part);
        var order = request.Done == true ? InboxOrder.Done : request.Sort == "date" ? InboxOrder.Date : part == InboxPart.DEADLINE ? InboxOrder.Due : InboxOrder.Age;
        var problem = request.Sort is not (null or "age" or "date") ? SortUnknown
            : request.Part is not null && part is null ? PartUnknown
            : request.Limit is < 1 or > MaxLimit ? LimitInvalid
            : request.Cursor is not null && after?.Order != order.Name ? CursorMalformed
            : null;
        return problem is not null ? throw new ProblemException(problem) : new(IsMineOnly(request.Scope), request.Kind, part, order, request.Limit ?? 50, after);
    }

    /// <summary>Whether a scope is the reader's own contracts; refuses one that there is not.</summary>
    public static bool IsMineOnly(string? scope) => scope is null or "mine" or "section" ? scope != "section" : throw new ProblemException(ScopeUnknown);

    /// <summary>What is due on some days, the reader's and what they wait for, in the order of the days.</summary>
    public static InboxQuery Due(DateSpan days, bool mineOnly, int limit) => new(mineOnly, Type: null, Part: null, InboxOrder.Date, limit) { Days = days };

    /// <summary>What waits on some contracts, for the reader to do and from others, what has waited longest first.</summary>
    public static InboxQuery On(IReadOnlyList<Guid> contracts) => new(MineOnly: false, Type: null, Part: null, InboxOrder.Age, MaxLimit) { Contracts = contracts };

    /// <summary>What is the reader's to do, of their own contracts.</summary>
    public static InboxQuery Own(int limit) => new(MineOnly: true, Type: null, Part: null, InboxOrder.Age, limit);

    /// <summary>What others of a contractor were to do by a day.</summary>
    public static InboxQuery OfOthers(DateOnly by, int limit) => Own(limit) with { OfOthersBy = by };

    /// <summary>What the reader waits for.</summary>
    public static InboxQuery Awaited(int limit) => Own(limit) with { Part = InboxPart.AWAITED };

    /// <summary>What is the reader's to do by a day, of their own contracts.</summary>
    public static InboxQuery Deadlines(int limit) => new(MineOnly: true, Type: null, InboxPart.DEADLINE, InboxOrder.Due, limit);

    /// <summary>One entry, wherever in the section.</summary>
    public static InboxQuery Entry(string type, Guid id, bool isDone) =>
        new(MineOnly: false, type, Part: null, isDone ? InboxOrder.Done : InboxOrder.Age, Limit: 1) { Thing = id };

    /// <summary>All pages, one after the other.</summary>
    public async Task<IReadOnlyList<InboxItem>> All(EventStore store, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        var all = new List<InboxItem>();
        for (var next = this; next is not null;)
        {
            var page = await next.Run(store, actor, now, ct);
            all.AddRange(page.Items);
            next = page.Next is { } cursor ? this with { After = InboxCursor.Read(cursor) } : null;
        }

        return all;
    }

    /// <summary>One round trip: the page, and the counts beside it.</summary>
    public Task<InboxList> Run(EventStore store, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<string> { TypedValue = PersonalValues.Erased } };
        var sql = Statement(new InboxSight(actor, parameters, Moment.DayOf(now)), parameters);
        return store.Read(new SqlQuery<InboxList>(sql, parameters, (row, token) => ReadPage(row, now, token)), ct);
    }

    private string Statement(InboxSight sight, List<NpgsqlParameter> parameters)
    {
        var (mine, own, awaited) = OfOthersBy is { } by
            ? ("true", $"(i.side = 'CONTRACTOR' AND (cardinality(i.person_ids) > 0 OR i.organisation_id IS NOT NULL) AND i.due_on <= {Add(parameters, by)})", "false")
            : (sight.Mine, sight.Own, sight.Awaited);
        var isDone = Order == InboxOrder.Done;
        var done = isDone ? $"JOIN LATERAL ({sight.Done} ORDER BY k.done_at DESC LIMIT 1) k ON i.told IS NOT NULL" : "CROSS JOIN (SELECT NULL::uuid AS person_id, NULL::timestamptz AS done_at) k";
        var waits = isDone ? "" : $" AND {sight.Waits}";
        var scope = MineOnly ? "i.mine" : "true";
        var filter = Filter(parameters);
        return $$"""
            WITH items AS MATERIALIZED (
                SELECT i.contract_id, i.side, i.type, i.thing_id, i.key, i.urgent, i.since, i.starts_on, i.due_on, i.due_is, {{sight.Late}} AS late, {{mine}} AS mine, {{own}} AS own, k.person_id, k.done_at
                FROM inbox_items i {{done}}
                WHERE {{sight.Shown}} AND ({{own}} OR {{awaited}}) AND $1::text IS NOT NULL{{waits}}),
            types AS (SELECT i.type,
                count(*) FILTER (WHERE i.own AND i.mine) AS mine, count(*) FILTER (WHERE i.own) AS section,
                count(*) FILTER (WHERE i.own AND i.due_on IS NOT NULL AND {{scope}}) AS deadline, count(*) FILTER (WHERE i.own AND i.due_on IS NULL AND {{scope}}) AS without,
                count(*) FILTER (WHERE NOT i.own AND {{scope}}) AS awaited, count(*) FILTER (WHERE i.own AND i.late AND {{scope}}) AS late
                FROM items i GROUP BY i.type),
            counts AS (SELECT sum(mine) AS mine, sum(section) AS section, sum(deadline) AS deadline, sum(without) AS without, sum(awaited) AS awaited, sum(late) AS late,
                jsonb_object_agg(type, deadline + without) FILTER (WHERE deadline + without > 0) AS types FROM types)
            SELECT coalesce(n.types, '{}')::text, coalesce(n.mine, 0)::int, coalesce(n.section, 0)::int, coalesce(n.deadline, 0)::int, coalesce(n.without, 0)::int, coalesce(n.awaited, 0)::int, coalesce(n.late, 0)::int,
                p.type, r.noun, p.thing_id, p.key, p.contract_id, c.name, c.contractor_name, r.kind, r.subject, r.wording, r.title, r.state, p.since, p.starts_on,
                p.due_on, p.due_is, p.own, p.side, r.organisation_id IS NOT NULL, p.urgent, p.mine, r.version, r.told IS NOT NULL, p.done_by, p.done_at, p.rank, p.day,
                {{sight.Opened}}, c.edition_code, q.first, q.changed, q.not_implemented, q.not_applicable, q.answered, coalesce(r.contradicting, 0), coalesce(r.unrecorded, 0)
            FROM counts n LEFT JOIN LATERAL (
                SELECT i.*, {{DoneBy}} AS done_by, {{Order.Rank}} AS rank, {{Order.Day}} AS day
                FROM items i WHERE {{scope}}{{filter}} ORDER BY {{Order.OrderBy}} LIMIT {{Add(parameters, Limit + 1)}}) p ON true
            LEFT JOIN inbox_items r ON (r.contract_id, r.side, r.type, r.thing_id, r.key) = (p.contract_id, p.side, p.type, p.thing_id, p.key)
            LEFT JOIN mt_doc_contract c ON c.id = p.contract_id {{InReport}} ORDER BY {{Order.OfPage}}
            """;
    }

    private string Filter(List<NpgsqlParameter> parameters) =>
        Part switch
        {
            InboxPart.DEADLINE => " AND i.own AND i.due_on IS NOT NULL",
            InboxPart.OWN => " AND i.own AND i.due_on IS NULL",
            InboxPart.AWAITED => " AND NOT i.own",
            _ when Days is not null || Contracts is not null => "",
            _ => " AND i.own",
        }
        + (Type is null ? "" : $" AND i.type = {Add(parameters, Type)}")
        + (Thing is { } id ? $" AND i.thing_id = {Add(parameters, id)}" : "")
        + (Contracts is { } contracts ? $" AND i.contract_id = ANY ({Add<Guid[]>(parameters, [.. contracts])})" : "")
        + (Days is { } days ? $" AND i.due_on BETWEEN {Add(parameters, days.From)} AND {Add(parameters, days.To)}" : "")
        + (After is not { } a ? "" : $"""
             AND {Order.Place} {(Order.IsDescending ? "<" : ">")} ({Add(parameters, a.Rank)}, {Add(parameters, a.Day)}, {Add(parameters, a.Since.UtcDateTime)}, {Add(parameters, a.Id)}, {Add(parameters, a.Type)}, {Add(parameters, a.Key)})
            """);

    private async Task<InboxList> ReadPage(NpgsqlDataReader row, DateTimeOffset now, CancellationToken ct)
    {
        var (items, cursors) = (new List<InboxItem>(), new List<InboxCursor>());
        var counts = new InboxCounts(0, 0, 0, 0, 0, 0, new Dictionary<string, int>(StringComparer.Ordinal));
        while (await row.ReadAsync(ct))
        {
            counts = new(
                row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), row.GetInt32(6), JsonSerializer.Deserialize<Dictionary<string, int>>(row.GetString(0))!);
            if (!row.IsDBNull(7))
            {
                var item = Item(row, now);
                items.Add(item);
                cursors.Add(new(Order.Name, row.GetInt32(32), row.GetFieldValue<DateOnly>(33), item.Done?.At ?? item.Since, item.Id, item.Type, item.Key));
            }
        }

        return items.Count > Limit ? new([.. items.Take(Limit)], counts, cursors[Limit - 1].ToString()) : new(items, counts, Next: null);
    }

    private static InboxItem Item(NpgsqlDataReader row, DateTimeOffset now)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        var (since, due) = (row.GetFieldValue<DateTimeOffset>(19).ToUniversalTime(), row.OrNull<DateOnly>(21));
        var rule = InboxRules.Of(row.GetString(7));
        return new(
            row.GetString(7), row.GetString(8), row.GetGuid(9), row.GetString(10), row.GetGuid(11), row.GetString(12), row.GetString(13), Text(14), Text(15), Text(16), Text(17), Text(18),
            since, Math.Max(0, (int)(now - since).TotalDays), row.OrNull<DateOnly>(20), due, row.IsDBNull(22) ? null : row.Word<DueKind>(22), due is { Year: var year } && Holidays.IsProvisional(year), due?.DayNumber - Moment.DayOf(now).DayNumber,
            row.GetBoolean(23) ? null : row.GetBoolean(25) ? Awaits.SUBCONTRACTOR : row.Word<Awaits>(24), InboxRules.NumberOf(rule, Text(35)), rule?.Default,
            row.GetBoolean(26), row.GetBoolean(34), row.GetBoolean(27), row.GetInt64(28), row.GetBoolean(29),
            row.IsDBNull(30) ? null : new(row.GetString(30), row.GetFieldValue<DateTimeOffset>(31).ToUniversalTime()),
            row.IsDBNull(36) ? null : new(row.GetBoolean(36), row.GetInt32(37), row.GetInt32(38), row.GetInt32(39), row.GetInt32(40), row.GetInt32(41), row.GetInt32(42)));
    }

    private static string Add<T>(List<NpgsqlParameter> parameters, T value)
    {
        parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return string.Create(CultureInfo.InvariantCulture, $"${parameters.Count}");
    }
}
