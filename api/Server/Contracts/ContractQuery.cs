using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>What is asked of the list of contracts, and the one statement that answers it.</summary>
internal sealed record ContractQuery(string? Search, ContractStage? Stage, string? Edition, ContractSort Sort, int Limit, ContractCursor? After)
{
    private const int DefaultLimit = 60;
    private const int MaxLimit = 200;

    private static readonly string[] Counts = ["implemented", "not_implemented", "not_applicable", "unrecorded", "reason_missing", "look_wanted"];

    private static readonly Problem StageUnknown = new(400, "stage-unknown", new(
        "段階は PREPARING、ACTIVE、ENDED、TERMINATED のいずれかを指定してください。", "The stage is one of PREPARING, ACTIVE, ENDED and TERMINATED."));

    private static readonly Problem SortUnknown = new(400, "sort-unknown", new(
        "並べ替えは name、endsOn、-endsOn、attention のいずれかを指定してください。", "Sort by name, endsOn, -endsOn or attention."));

    private static readonly Problem LimitInvalid = new(400, "limit-invalid", new(
        "limit は1から200までの整数を指定してください。", "The limit is a number from 1 to 200."));

    private static readonly Problem CursorMalformed = new(400, "cursor-malformed", new(
        "続きの位置を読み取れません。一覧を最初から開き直してください。", "The cursor cannot be read. Open the list from its beginning."));

    /// <summary>Reads the query; refuses what cannot be asked.</summary>
    public static ContractQuery Read(string? q, string? stage, string? edition, string? sort, int? limit, string? cursor)
    {
        var wanted = Enum.GetValues<ContractStage>().Cast<ContractStage?>().FirstOrDefault(s => s.ToString() == stage);
        var order = ContractSort.Find(sort);
        var after = cursor is null ? null : ContractCursor.Read(cursor);
        var problem = stage is not null && wanted is null ? StageUnknown
            : order is null ? SortUnknown
            : limit is < 1 or > MaxLimit ? LimitInvalid
            : cursor is not null && after?.Sort != order.Name ? CursorMalformed
            : null;
        return problem is not null
            ? throw new ProblemException(problem)
            : new(string.IsNullOrWhiteSpace(q) ? null : q.Trim(), wanted, edition, order!, limit ?? DefaultLimit, after);
    }

    /// <summary>One round trip: the page, the counts of each contract on it, and how many there are in all.</summary>
    public async Task<ContractList> Run(EventStore store, InboxKeeper keeper, Actor actor, DateOnly today, CancellationToken ct)
    {
        await keeper.KeepFor(actor, ct);
        var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<DateOnly> { TypedValue = today } };
        var where = Where(actor, parameters);
        var sql = Statement(actor, where, today, parameters);
        var showsReports = Permission.ReadReports.Allows(actor);
        return await store.Read(
            async (connection, token) =>
            {
                await using var command = new NpgsqlCommand(sql, connection);
                command.Parameters.AddRange(parameters.ConvertAll(p => p.Clone()).ToArray());
                await using var row = await command.ExecuteReaderAsync(token);
                return await ReadPage(row, today, showsReports, token);
            },
            ct);
    }

    private string Where(Actor actor, List<NpgsqlParameter> parameters)
    {
        var where = new StringBuilder(Visible.To(actor, parameters));
        if (Search is not null)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND strpos(c.search_text, {Add(parameters, ContractsModule.Searchable(Search))}) > 0");
        }

        if (Edition is not null)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND c.edition_code = {Add(parameters, Edition)}");
        }

        where.Append(Stage switch
        {
            ContractStage.TERMINATED => " AND c.terminated_on IS NOT NULL",
            ContractStage.PREPARING => " AND c.terminated_on IS NULL AND c.signed_on IS NULL",
            ContractStage.ENDED => " AND c.terminated_on IS NULL AND c.signed_on IS NOT NULL AND c.ends_on < $1",
            ContractStage.ACTIVE => " AND c.terminated_on IS NULL AND c.signed_on IS NOT NULL AND c.ends_on >= $1",
            _ => "",
        });
        return where.ToString();
    }

    private string Statement(Actor actor, string where, DateOnly today, List<NpgsqlParameter> parameters)
    {
        var sight = new InboxSight(actor, parameters, today);
        // Whoever sees all items of a contract reads what is kept of it; staff see their own.
        var counts = actor.Role != Role.CONTRACTOR_STAFF ? "LEFT JOIN contract_standings n ON n.contract_id = c.id" : $"""
            LEFT JOIN LATERAL (
                SELECT count(*) FILTER (WHERE o.status = 'IMPLEMENTED' AND NOT o.look_wanted)::int AS implemented,
                       count(*) FILTER (WHERE o.status = 'NOT_IMPLEMENTED' AND NOT o.look_wanted)::int AS not_implemented,
                       count(*) FILTER (WHERE o.status = 'NOT_APPLICABLE' AND NOT o.look_wanted)::int AS not_applicable,
                       count(*) FILTER (WHERE o.status IS NULL)::int AS unrecorded,
                       count(*) FILTER (WHERE o.reason_missing)::int AS reason_missing,
                       count(*) FILTER (WHERE o.look_wanted)::int AS look_wanted
                FROM mt_doc_obligation o WHERE o.contract_id = c.id AND o.in_force AND o.reported AND {Visible.Obligations(actor, parameters, "o")}) n ON true
            """;
        var keyset = After is null ? "" : $" AND {Sort.Beyond(parameters, After)}";
        // What is on the page first, then its reports and what is to be done about it.
        var page = $"""
            (SELECT * FROM (
                SELECT c.*, {string.Join(", ", Counts.Select(count => $"coalesce(n.{count}, 0) AS {count}"))} FROM mt_doc_contract c {counts} WHERE {where}) c
                WHERE true{keyset} ORDER BY {Sort.OrderBy} LIMIT {Limit + 1}) c {ContractReports.Lateral(actor)}
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE {sight.Own})::int AS own, count(*) FILTER (WHERE {sight.Own} AND {sight.Late})::int AS late,
                    count(*) FILTER (WHERE NOT {sight.Own} AND i.side = 'OFFICER')::int AS officer,
                    count(*) FILTER (WHERE NOT {sight.Own} AND i.side = 'CONTRACTOR' AND i.organisation_id IS NULL)::int AS contractor,
                    count(*) FILTER (WHERE NOT {sight.Own} AND i.organisation_id IS NOT NULL)::int AS subcontractor
                FROM inbox_items i WHERE i.contract_id = c.id AND {sight.Shown} AND ({sight.Own} OR {sight.Awaited}) AND {sight.Waits}) w
            """;
        return $"""
            SELECT c.id, c.mt_version, c.name, c.terminated_on, c.edition_code, c.edition_revision, c.contractor_name, c.office_name,
                   c.section_name, c.signed_on, c.starts_on, c.ends_on, {string.Join(", ", Counts)},
                   (SELECT count(*) FROM mt_doc_contract c WHERE {where})::int, own, late, officer, contractor, subcontractor, {ContractReports.Columns}
            FROM {page} ORDER BY {Sort.OrderBy}
            """;
    }

    private async Task<ContractList> ReadPage(NpgsqlDataReader row, DateOnly today, bool showsReports, CancellationToken ct)
    {
        var (items, total) = (new List<ContractListItem>(Limit + 1), 0);
        while (await row.ReadAsync(ct))
        {
            var item = Item(row, today);
            items.Add(showsReports ? item : item with { NextReport = null, LastReport = null });
            total = row.GetInt32(18);
        }

        if (items.Count <= Limit)
        {
            return new(items, Next: null, items.Count == 0 && After is not null ? 0 : total, showsReports);
        }

        items.RemoveAt(Limit);
        return new(items, Sort.CursorAt(items[^1]).ToString(), total, showsReports);
    }

    private static ContractListItem Item(NpgsqlDataReader row, DateOnly today)
    {
        DateOnly? Day(int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
        var (terminated, signed, starts, ends) = (Day(3), Day(9), row.GetFieldValue<DateOnly>(10), row.GetFieldValue<DateOnly>(11));
        var (next, last) = ContractReports.Read(row, 24, new DateSpan(starts, terminated ?? ends));
        return new(
            row.GetGuid(0), row.GetInt64(1), row.GetString(2), Contract.StageOn(signed, ends, terminated, today), row.GetString(4), row.GetInt32(5),
            row.GetString(6), row.IsDBNull(7) ? null : row.GetString(7), row.GetString(8), signed, starts, ends,
            new(row.GetInt32(12), row.GetInt32(13), row.GetInt32(14), row.GetInt32(15), row.GetInt32(16), row.GetInt32(17)),
            new(row.GetInt32(19), row.GetInt32(20), row.GetInt32(21), row.GetInt32(22), row.GetInt32(23)), next, last);
    }

    internal static string Add<T>(List<NpgsqlParameter> parameters, T value)
    {
        parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return string.Create(CultureInfo.InvariantCulture, $"${parameters.Count}");
    }
}

/// <summary>An order of the list: its name, its columns, and how a page goes on after a contract.</summary>
internal sealed record ContractSort(
    string Name, string OrderBy, Func<ContractListItem, string> Key, Func<List<NpgsqlParameter>, ContractCursor, string> Beyond)
{
    // What is missing in a contract in force comes before what is missing in one that has not begun or is over.
    private const int InForce = 1000;
    private const string Attention =
        "(CASE WHEN c.terminated_on IS NULL AND c.signed_on IS NOT NULL AND c.ends_on >= $1 THEN 1000 ELSE 0 END + c.unrecorded + c.reason_missing + c.look_wanted)";

    private static readonly ContractSort[] All =
    [
        new("endsOn", "c.ends_on, c.id", Day, (p, a) => $"(c.ends_on, c.id) > ({Day(p, a)}, {ContractQuery.Add(p, a.Id)})"),
        new("-endsOn", "c.ends_on DESC, c.id DESC", Day, (p, a) => $"(c.ends_on, c.id) < ({Day(p, a)}, {ContractQuery.Add(p, a.Id)})"),
        new("name", "c.name, c.id", i => i.Name, (p, a) => $"(c.name, c.id) > ({ContractQuery.Add(p, a.Key)}, {ContractQuery.Add(p, a.Id)})"),
        new("attention", $"{Attention} DESC, c.id DESC", Count, (p, a) => $"({Attention}, c.id) < ({Count(p, a)}, {ContractQuery.Add(p, a.Id)})"),
    ];

    /// <summary>An order by its name; the first one for null; null when there is none of this name.</summary>
    public static ContractSort? Find(string? name) => name is null ? All[0] : All.FirstOrDefault(s => s.Name == name);

    /// <summary>Where a page that ends with this contract goes on.</summary>
    public ContractCursor CursorAt(ContractListItem item) => new(Name, Key(item), item.Id);

    private static string Day(ContractListItem item) => item.EndsOn.ToString("O", CultureInfo.InvariantCulture);

    private static string Day(List<NpgsqlParameter> parameters, ContractCursor after) =>
        ContractQuery.Add(parameters, DateOnly.ParseExact(after.Key, "O", CultureInfo.InvariantCulture));

    private static string Count(ContractListItem item) =>
        ((item.Stage == ContractStage.ACTIVE ? InForce : 0) + item.Counts.Unrecorded + item.Counts.ReasonMissing + item.Counts.LookWanted).ToString(CultureInfo.InvariantCulture);

    private static string Count(List<NpgsqlParameter> parameters, ContractCursor after) =>
        ContractQuery.Add(parameters, int.Parse(after.Key, CultureInfo.InvariantCulture));
}

/// <summary>The last contract of a page: the order, its key there, and its id. Opaque to clients.</summary>
internal sealed record ContractCursor(string Sort, string Key, Guid Id)
{
    /// <summary>A cursor that this program wrote, or null for anything else.</summary>
    public static ContractCursor? Read(string text)
    {
        try
        {
            var cursor = JsonSerializer.Deserialize<ContractCursor>(Base64Url.DecodeFromChars(text), Json.OfCursors);
            var readable = cursor?.Sort switch
            {
                "name" => cursor.Key is not null,
                "endsOn" or "-endsOn" => DateOnly.TryParseExact(cursor.Key, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
                "attention" => int.TryParse(cursor.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _),
                _ => false,
            };
            return readable ? cursor : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));
}
