using System.Text.Json;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>The report of a contract that is due next: one that was finalised and not handed in, else the first days that no report and no 導入前の記録 covers.</summary>
/// <param name="GuideOn">Unless confirmed a 目安日, so that nothing is overdue by it.</param>
/// <param name="Confirmed">Whether the day follows from what the officer agreed to.</param>
/// <param name="ReportId">Its draft, or the report that waits to be handed in; or null.</param>
/// <param name="Finalised">It only waits to be handed in.</param>
internal sealed record NextReport(DateOnly From, DateOnly To, DateOnly GuideOn, bool Confirmed, Guid? ReportId, bool Finalised);

/// <summary>The latest finalised report of a contract.</summary>
internal sealed record LastReport(Guid Id, DateOnly From, DateOnly To, DateTimeOffset FinalisedAt);

/// <summary>Where a contract stands with its reports, out of the days they take.</summary>
internal static class ContractReports
{
    /// <summary>The days that reports take of contract c, as arrays for <see cref="Read"/>.</summary>
    public static string Lateral(Actor actor) => $"""
        LEFT JOIN LATERAL (
            SELECT array_agg(p.report_id) AS report_ids, array_agg(lower(p.period)) AS taken_from, array_agg(upper(p.period) - 1) AS taken_to,
                   array_agg(p.prior) AS priors, array_agg(p.finalised_at) AS finalised_at,
                   array_agg(EXISTS (SELECT FROM mt_doc_report w WHERE w.id = p.report_id AND w.stage = 'FINALISED')) AS waiting
            FROM report_periods p
            WHERE p.contract_id = c.id AND {Standing(actor, "r.finalised_at IS NOT NULL")}) t ON true
        """;

    /// <summary>Which periods p stand in a list: for the contractor those without a replacement, for the ministry what was handed in and not replaced since.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="replacement">What a replacement r must be to stand in the place of another, as SQL; nothing more where it is left out.</param>
    public static string Standing(Actor actor, string replacement = "true") => Visible.SeesUnsent(actor)
        ? $"NOT EXISTS (SELECT FROM report_periods r WHERE r.replaces = p.report_id AND {replacement})"
        : $"(p.prior OR EXISTS (SELECT FROM mt_doc_report h WHERE h.id = p.report_id AND {Visible.Reports(actor, "h")} AND h.state <> 'REPLACED'))";

    /// <summary>The columns of <see cref="Lateral"/> and what was agreed, in the order in which <see cref="Read"/> takes them.</summary>
    public const string Columns = "report_ids, taken_from, taken_to, priors, finalised_at, waiting, c.data #> '{value,reporting,agreed}'";

    private static readonly JsonSerializerOptions Kept = new(JsonSerializerDefaults.Web);

    /// <summary>Reads them, beginning at a column.</summary>
    /// <param name="row">The row.</param>
    /// <param name="at">The first of the columns.</param>
    /// <param name="term">The term; its end is the day of 契約解除 if there was one.</param>
    public static (NextReport? Next, LastReport? Last) Read(NpgsqlDataReader row, int at, DateSpan term)
    {
        var taken = row.IsDBNull(at) ? [] : Taken(row, at).ToList();
        var last = taken.Where(t => t.FinalisedAt is not null).MaxBy(t => t.Days.To);
        var agreed = row.IsDBNull(at + 6) ? null : JsonSerializer.Deserialize<AgreedReporting>(row.GetString(at + 6), Kept);
        var drafts = taken.Where(t => t is { Prior: false } and ({ FinalisedAt: null } or { Waiting: true })).Select(t => (Period: ReportingPeriods.Date(t.Days, term, agreed), Id: (Guid?)t.Id, t.Waiting));
        var free = ReportingPeriods.Propose(term, taken.Select(t => t.Days), agreed).Select(p => (Period: p, Id: (Guid?)null, Waiting: false));
        var next = drafts.Concat(free).OrderBy(x => x.Period.Period.From).Select(x => (NextReport?)new NextReport(
            x.Period.Period.From, x.Period.Period.To, x.Period.GuideOn, x.Period.Confirmed, x.Id, x.Waiting)).FirstOrDefault();
        return (next, last is null ? null : new LastReport(last.Id, last.Days.From, last.Days.To, last.FinalisedAt!.Value));
    }

    private static IEnumerable<TakenPeriod> Taken(NpgsqlDataReader row, int at)
    {
        var (ids, from, to) = (row.GetFieldValue<Guid[]>(at), row.GetFieldValue<DateOnly[]>(at + 1), row.GetFieldValue<DateOnly[]>(at + 2));
        var (priors, finalisedAt, waiting) = (row.GetFieldValue<bool[]>(at + 3), row.GetFieldValue<DateTime?[]>(at + 4), row.GetFieldValue<bool[]>(at + 5));
        return ids.Select((id, i) => new TakenPeriod(id, new DateSpan(from[i], to[i]), priors[i], finalisedAt[i], waiting[i]));
    }

    private sealed record TakenPeriod(Guid Id, DateSpan Days, bool Prior, DateTimeOffset? FinalisedAt, bool Waiting);
}
