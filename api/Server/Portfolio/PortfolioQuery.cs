using System.Globalization;
using System.Text;
using System.Text.Json;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Portfolio;

/// <summary>The statements that look over contracts item by item.</summary>
internal static class PortfolioQuery
{
    private const int PageSize = 50;
    private const int FirstMonthOfFiscalYear = 4;

    // What has waited longest for the ministry first, then what ends first.
    private const string Place = "(coalesce(n.officer_since, 'infinity'), c.ends_on, c.id)";

    /// <summary>A page.</summary>
    public static SqlQuery<PortfolioList> Page(GetPortfolioRequest request, Actor actor, DateTimeOffset now)
    {
        var parameters = new List<NpgsqlParameter>();
        var sight = new InboxSight(actor, parameters, Moment.DayOf(now));
        var where = Where(request, actor, parameters);
        var after = request.After is { } last
            ? $" AND {Place} > (SELECT coalesce(n.officer_since, 'infinity'), c.ends_on, c.id FROM mt_doc_contract c LEFT JOIN contract_standings n ON n.contract_id = c.id WHERE c.id = {Add(parameters, last)})"
            : "";
        var sql = $$"""
            SELECT c.id, c.name, c.contractor_name, c.section_name, c.edition_code, c.signed_on, c.starts_on, c.ends_on, c.terminated_on, coalesce(n.cells, '[]')::text, o.names,
                t.waiting, t.oldest, t.awaited, t.late, t.past_guide, t.closing, (SELECT count(*) FROM mt_doc_contract c WHERE {{where}})::int
            FROM (
                SELECT c.id FROM mt_doc_contract c LEFT JOIN contract_standings n ON n.contract_id = c.id
                WHERE {{where}}{{after}} ORDER BY {{Place}} LIMIT {{Add(parameters, PageSize + 1)}}) page
            JOIN mt_doc_contract c ON c.id = page.id LEFT JOIN contract_standings n ON n.contract_id = c.id
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE {{sight.Own}})::int AS waiting, min(i.since) FILTER (WHERE {{sight.Own}}) AS oldest, count(*) FILTER (WHERE NOT {{sight.Own}})::int AS awaited, count(*) FILTER (WHERE {{sight.Late}})::int AS late,
                    count(*) FILTER (WHERE i.due_on < {{sight.Today}} AND i.due_is = 'GUIDE')::int AS past_guide, coalesce(bool_or(i.type = 'CLOSING_TO_CONFIRM'), false) AS closing
                FROM inbox_items i WHERE i.contract_id = c.id AND {{sight.Shown}} AND ({{sight.Own}} OR {{sight.Awaited}}) AND {{sight.Waits}}) t
            CROSS JOIN LATERAL ({{Officers(sight.Today, Add(parameters, PersonalValues.Erased))}}) o
            ORDER BY {{Place}}
            """;
        return new(sql, parameters, (rows, ct) => Read(rows, now, ct));
    }

    /// <summary>By what the contracts in sight can be narrowed.</summary>
    public static SqlQuery<PortfolioChoices> Choices(Actor actor)
    {
        var parameters = new List<NpgsqlParameter>();
        var visible = Visible.To(actor, parameters);
        return new(
            $$"""
            WITH c AS MATERIALIZED (SELECT c.officer_person_ids, c.starts_on, c.ends_on FROM mt_doc_contract c WHERE {{visible}}),
            officers AS (SELECT DISTINCT unnest(c.officer_person_ids) AS id FROM c)
            SELECT o.id, coalesce(v.value, {{Add(parameters, PersonalValues.Erased)}}) AS name, NULL::date, NULL::date
            FROM officers o JOIN mt_doc_person p ON p.id = o.id LEFT JOIN personal_values v ON v.id = (p.data #>> '{value,name,id}')::uuid
            UNION ALL SELECT NULL, NULL, min(c.starts_on), max(c.ends_on) FROM c HAVING count(*) > 0
            ORDER BY 2, 1
            """,
            parameters,
            ReadChoices);
    }

    private static string Where(GetPortfolioRequest request, Actor actor, List<NpgsqlParameter> parameters)
    {
        var where = new StringBuilder(Visible.To(actor, parameters));
        if (request.Q?.Trim() is { Length: > 0 } sought)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND strpos(c.search_text, {Add(parameters, ContractsModule.Searchable(sought))}) > 0");
        }

        if (request.Officer is { } officer)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND c.officer_person_ids @> ARRAY[{Add(parameters, officer)}]");
        }

        if (request.Year is { } year)
        {
            var from = new DateOnly(year, FirstMonthOfFiscalYear, 1);
            where.Append(CultureInfo.InvariantCulture, $" AND c.starts_on < {Add(parameters, from.AddYears(1))} AND c.ends_on >= {Add(parameters, from)}");
        }

        if (request.Edition is { } edition)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND c.edition_code = {Add(parameters, edition)}");
        }

        return where.ToString();
    }

    // The latest list that has begun, or the first one.
    private static string Officers(string today, string erased) => $$"""
        SELECT array_agg(coalesce(v.value, {{erased}}) ORDER BY p.place) AS names
        FROM (SELECT l.list FROM jsonb_array_elements(c.data #> '{value,officerLists}') WITH ORDINALITY l (list, place)
              ORDER BY (l.list ->> 'from')::date <= {{today}} DESC, CASE WHEN (l.list ->> 'from')::date <= {{today}} THEN -l.place ELSE l.place END LIMIT 1) l,
             jsonb_array_elements(l.list -> 'officers') WITH ORDINALITY p (officer, place)
             LEFT JOIN personal_values v ON v.id = (p.officer #>> '{name,id}')::uuid
        """;

    private static async Task<PortfolioList> Read(NpgsqlDataReader row, DateTimeOffset now, CancellationToken ct)
    {
        var (items, total) = (new List<PortfolioRow>(), 0);
        while (await row.ReadAsync(ct))
        {
            items.Add(Row(row, now));
            total = row.GetInt32(17);
        }

        return items.Count > PageSize ? new([.. items.Take(PageSize)], items[PageSize - 1].Id, total) : new(items, Next: null, total);
    }

    private static PortfolioRow Row(NpgsqlDataReader row, DateTimeOffset now)
    {
        var (edition, signed, starts, ends) = (row.GetString(4), row.OrNull<DateOnly>(5), row.GetFieldValue<DateOnly>(6), row.GetFieldValue<DateOnly>(7));
        var oldest = row.OrNull<DateTimeOffset>(12);
        return new(
            row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), Contract.StageOn(signed, ends, row.OrNull<DateOnly>(8), Moment.DayOf(now)), edition, starts, ends,
            row.IsDBNull(10) ? [] : row.GetFieldValue<string[]>(10), Cells(edition, row.GetString(9)),
            row.GetInt32(11), oldest is { } since ? Math.Max(0, (int)(now - since).TotalDays) : null, row.GetInt32(13), row.GetInt32(14), row.GetInt32(15), row.GetBoolean(16));
    }

    private static PortfolioCell[] Cells(string edition, string kept)
    {
        var cells = JsonSerializer.Deserialize<StandingCell[]>(kept, Standings.OfCells)!;
        var columns = InboxRules.SeventeenOf(edition, [.. cells.Select(cell => cell.Number)]);
        return [.. cells.Select(cell => new PortfolioCell(
            cell.Number, columns.TryGetValue(cell.Number, out var column) ? column : null, cell.Status, IsChanged(cell), cell.ReasonMissing, cell.LookWanted, ReviewOf(cell)))];
    }

    private static bool IsChanged(StandingCell cell) =>
        cell.Reported is { } reported && (cell.Status != reported || (cell.Before is { } before && before != reported && ReviewOf(cell) != CellReview.CONFIRMED));

    private static CellReview? ReviewOf(StandingCell cell) => cell.Verdict switch
    {
        RowVerdict.QUERIED when !cell.Answered => CellReview.QUERIED,
        // Confirmed is what was reported, not what has become of it since.
        RowVerdict.CONFIRMED or RowVerdict.CONFIRMED_UNCHANGED when cell.Status == cell.Reported => CellReview.CONFIRMED,
        _ => null,
    };

    private static async Task<PortfolioChoices> ReadChoices(NpgsqlDataReader row, CancellationToken ct)
    {
        var (officers, years) = (new List<PortfolioOfficer>(), new List<int>());
        while (await row.ReadAsync(ct))
        {
            if (!row.IsDBNull(0))
            {
                officers.Add(new(row.GetGuid(0), row.GetString(1)));
            }
            else
            {
                var (first, last) = (FiscalYearOf(row.GetFieldValue<DateOnly>(2)), FiscalYearOf(row.GetFieldValue<DateOnly>(3)));
                years.AddRange(Enumerable.Range(first, last - first + 1).Reverse());
            }
        }

        return new(officers, years);
    }

    private static int FiscalYearOf(DateOnly day) => day.Month >= FirstMonthOfFiscalYear ? day.Year : day.Year - 1;

    private static string Add<T>(List<NpgsqlParameter> parameters, T value)
    {
        parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return string.Create(CultureInfo.InvariantCulture, $"${parameters.Count}");
    }
}
