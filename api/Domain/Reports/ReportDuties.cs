using System.Globalization;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Reports.Review;

namespace SecurityTracker.Domain.Reports;

/// <summary>
/// What is to be done about the reports of one contract (1): each period is to be drafted, finalised and handed in. Nothing is to be
/// drafted while the contract is in preparation, and nothing at all of a period that begins after a 契約解除.
/// </summary>
public static class ReportDuties
{
    /// <summary>The duties, in the order of the periods.</summary>
    /// <param name="contractId">The contract.</param>
    /// <param name="contract">It, as it is now.</param>
    /// <param name="reports">All its reports by id.</param>
    /// <param name="priors">All its 導入前の記録: their periods have their report.</param>
    /// <param name="sectionIsHere">Somebody of the 担当課室 reads here: then nothing waits to be sent.</param>
    public static IEnumerable<Duty> Of(
        Guid contractId, Contract contract, IReadOnlyDictionary<Guid, Report> reports, IEnumerable<PriorReport> priors, bool sectionIsHere)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(reports);
        var drafts = Open(contract, reports.Values, priors).Select(period => ToDraft(contractId, period));
        return drafts.Concat(reports.SelectMany(report => Of(report.Key, report.Value, contract, sectionIsHere))).OrderBy(duty => duty.Period?.From);
    }

    /// <summary>The report that what is recorded now is wanted for: the earliest that is not finalised, drafted or not; null where none is to come.</summary>
    public static NextReport? Next(Contract contract, IEnumerable<Report> reports, IEnumerable<PriorReport> priors)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var known = reports.ToList();
        var drafted = known.Where(report => report.State == ReportState.DRAFT && !CorrectsHandedIn(report) && Begins(report, contract)).Select(report => Dated(report, contract));
        return Open(contract, known, priors).Concat(drafted).MinBy(period => period.Period.From) is { } next ? new(next.Period, WorkBeginsOn(next), next.GuideOn, KindOf(next)) : null;
    }

    /// <summary>
    /// The day on which work on the report of a period begins: its draft opens, and it is asked whether what is recorded still holds. The last
    /// report is due before its period ends, and an agreed day may be as well.
    /// </summary>
    public static DateOnly WorkBeginsOn(ProposedPeriod period)
    {
        var from = BusinessDays.Before(period.GuideOn < period.Period.To ? period.GuideOn : period.Period.To, DutyRules.ReportWorkDays);
        return from < period.Period.From ? period.Period.From : from;
    }

    private static IEnumerable<ProposedPeriod> Open(Contract contract, IEnumerable<Report> reports, IEnumerable<PriorReport> priors) =>
        contract.SignedOn is null ? [] : ReportingPeriods.Propose(contract.Term, Taken(reports, priors), contract.Reporting?.Agreed);

    private static IEnumerable<DateSpan> Taken(IEnumerable<Report> reports, IEnumerable<PriorReport> priors) =>
        reports.Where(report => report.State is not (null or ReportState.DISCARDED)).Select(report => report.Period)
            .Concat(priors.Where(prior => prior is { Source: not null, WithdrawnBy: null }).Select(prior => prior.Period));

    private static IEnumerable<Duty> Of(Guid id, Report report, Contract contract, bool sectionIsHere)
    {
        if (report.State == ReportState.DRAFT && Begins(report, contract))
        {
            var period = Dated(report, contract);
            yield return Due(ToDo(DutyRules.ReportToFinalise, id, report.Period) with { ShownFrom = WorkBeginsOn(period) }, report, period);
        }

        if (FinalisedReportDecider.NotToSubmit(report) is null && Begins(report, contract))
        {
            yield return Due(ToDo(DutyRules.ReportToSubmit, id, report.Period), report, Dated(report, contract));
        }

        if (report is { State: ReportState.FINALISED, Disposal: null, Submission: { Via: not SubmissionWay.SYSTEM, Receipt: null, UnderInternalCheck: false } sent }
            && sent.Reviews.All(review => review.Carried))
        {
            yield return ToDo(DutyRules.ReceiptToNote, id, report.Period) with { ShownFrom = BusinessDays.After(sent.On, DutyRules.ReceiptDays) };
        }

        if (!sectionIsHere && report.UnderReview?.Reviews.Where(review => review is { Verdict: RowVerdict.QUERIED, Answered: true, AnswerSent: null }).ToList() is { Count: > 0 } unsent)
        {
            yield return ToDo(DutyRules.WordToSend, id, report.Period) with { Title = string.Join(' ', unsent.Select(review => $"{review.Number})")) };
        }
    }

    private static Duty ToDraft(Guid contractId, ProposedPeriod period) =>
        Due(ToDo(DutyRules.ReportToDraft, contractId, period.Period) with { Noun = "CONTRACT", ShownFrom = WorkBeginsOn(period) }, period);

    private static Duty ToDo(DutyRule rule, Guid id, DateSpan period) => new()
    {
        Rule = rule, Noun = "REPORT", ThingId = id, Period = period, Key = period.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    // What corrects it waits, and no day of its own is set for it.
    private static Duty Due(Duty duty, Report report, ProposedPeriod period) =>
        CorrectsHandedIn(report) ? duty with { ShownFrom = null } : Due(duty, period);

    // The period of a 差替え that opens single rows was handed in once; of one that opens all, the report before was not.
    private static bool CorrectsHandedIn(Report report) => report.Replaces is { Rows: not null };

    private static Duty Due(Duty duty, ProposedPeriod period) =>
        duty with { Rule = duty.Rule with { Awaited = period.Confirmed }, DueOn = period.GuideOn, DueIs = KindOf(period) };

    private static DueKind KindOf(ProposedPeriod period) => period.Confirmed ? DueKind.DEADLINE : DueKind.GUIDE;

    private static ProposedPeriod Dated(Report report, Contract contract) => ReportingPeriods.Date(report.Period, contract.Term, contract.Reporting?.Agreed);

    private static bool Begins(Report report, Contract contract) => contract.Termination is not { } end || report.Period.From <= end.On;
}
