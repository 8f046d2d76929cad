using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>The ministry's own view of a report: what changed, what contradicts, what is not recorded, then the rest; with the notes not sent yet.</summary>
internal sealed class GetReviewEndpoint(
    ReportReader reports, Session session, Actors actors, SectionRules rules, Actor actor, TimeProvider time) : ApiEndpoint<OfReport>
{
    public override void Configure()
    {
        Get("/reports/{id:guid}/review");
        Description(route => route
            .Requires(Permission.ReadReview)
            .Reads<ReviewDetails>());
    }

    public override async Task<IResult> ExecuteAsync(OfReport request, CancellationToken ct)
    {
        var at = (await reports.Find(request.Id, ct)).OrNotFound();
        var report = at.Report;
        var review = await session.Load<ReportReview>(StreamId.ReportReview(request.Id), ct);
        var noted = review?.Value ?? ReportReview.Initial;
        var reviewed = await session.FetchStream(StreamId.ReportReview(request.Id), ct: ct);
        var drafters = SecondPair.DraftersOf(reviewed);
        var history = await reports.History(at, ct);
        var signatories = await Signatories.Load(actors, history.Concat(drafters.Values).Select(e => e.Headers), ct);
        var course = report.Frozen ? CourseDetails.Of(report, history, signatories) : CourseDetails.None;
        var checks = report.Disposal is null ? Finalising.Look(at) : [];
        var remaining = ReportReviewDecider.RemainingRows(report, Contradictions.Rows(checks), noted);
        var rows = report.Disposal is null
            ? ReviewRows.Of(at, checks, noted, drafters.ToDictionary(by => by.Key, by => signatories.Of(by.Value.Headers)), await Threads(at, session, ct))
            : [];
        var (contract, today) = (at.On.Contract, Tokyo.Today(time));
        var notDeciding = Sides.ActedForContractor(history, actor) ? FinalisedReportRefusals.SamePerson : await rules.DecidesFor(contract, actor, today, ct);
        var years = await rules.RetentionYears(contract, ct);
        var secondPerson = await rules.WantsSecondPair(contract, ReviewedKind.REPORT_REVIEW, ct);
        var notSending = notDeciding ?? ReportReviewDecider.NotToSend(noted, secondPerson && SecondPair.IsDrafter(noted, reviewed, actor));
        var details = new ReviewDetails(
            review?.Version ?? 0, at.Version, request.Id, report.ContractId, contract.Name, contract.Contractor.Name, report.Period.From, report.Period.To,
            report.Stage, report.PreviousId, report.Replaces, course.Submission, course.Receipt, report.Submission is { UnderInternalCheck: true }, report.Settled,
            ReviewRows.Count(report, noted), rows, remaining, ReportDetails.HeaderOf(at),
            [.. checks.Where(check => check.Number is null)], noted.Approval is { State: not InternalApprovalState.NONE } approval ? approval : null, secondPerson,
            CanDo(report, remaining, notDeciding, notSending, actor, FinalisedReportDecider.NotToDispose(report, today, years)), course.Corrections);
        return Answer.Of(details, details.Version);
    }

    private static async Task<IReadOnlyDictionary<int, int>> Threads(ReportAtHand at, Session session, CancellationToken ct)
    {
        var ids = at.Report.Rows.ToDictionary(row => StreamId.RowThread(at.Report.ContractId, RequirementIds.Of(at.On.Edition, row.Number)), row => row.Number);
        var threads = await session.FetchForWriting<RowThread>([.. ids.Keys], ct);
        return threads.ToDictionary(thread => ids[thread.Id], thread => thread.Aggregate.Entries.Count);
    }

    private static ReviewCan CanDo(
        Report report, IReadOnlyList<int> remaining, Refusal? notDeciding, Refusal? notSending, Actor actor, Refusal? notToDispose)
    {
        var closed = FinalisedReportDecider.NotUnderReview(report) ?? (notDeciding == FinalisedReportRefusals.SamePerson ? notDeciding : null);
        return new ReviewCan(
            Can.If(Permission.ReviewReport, actor, closed),
            Can.If(Permission.ReviewReport, actor, closed ?? notSending),
            Can.If(Permission.ReviewReport, actor, closed ?? (remaining.Count == 0 ? FinalisedReportRefusals.NoRemainingRows : null)),
            Can.If(Permission.ReviewReport, actor, closed ?? notDeciding),
            Can.If(Permission.ReviewReport, actor, FinalisedReportDecider.NotUnderReview(report)),
            Can.If(Permission.DisposeReport, actor, notToDispose),
            Can.If(Permission.DiscloseReport, actor, Withholding.NotToDisclose(report)));
    }
}
