using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Printing;
using SecurityTracker.Server.Reports.Form;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports;

/// <summary>Periods, drafts, finalised reports and their files; what was reported before this program; several reports at once.</summary>
internal sealed class ReportsModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddScoped<ReportReader>()
        .AddScoped<ReportsAsSeen>()
        .AddScoped<ReportDrafts>()
        .AddScoped<Finalising>()
        .AddScoped<ReportMails>()
        .AddScoped<EarlierForms>()
        .AddSingleton<ReportFiles>()
        .AddScoped<ITargetFiles, ReportTargetFiles>()
        .AddSingleton<PdfForm>()
        .AddSingleton(new TypstTemplate("Reports/Form/form.typ"))
        .AddSingleton(PriorReportInbox.WithdrawnFor(Side.OFFICER))
        .AddSingleton(PriorReportInbox.WithdrawnFor(Side.CONTRACTOR))
        .RefuseOn("report_periods_overlap", ReportRefusals.PeriodOverlaps)
        .RefuseOn("report_periods_prior_overlap", ReportRefusals.PeriodOverlaps)
        .RefuseOn("report_periods_one_replacement", FinalisedReportRefusals.ReplacementUnderWay);

    public void Register(Nouns store)
    {
        store
            .Migrate("reports", typeof(ReportsModule).Assembly, "Reports/")
            .MapEvent<ReportDrafted>("report_drafted")
            .MapEvent<ReportHeaderChanged>("report_header_changed")
            .MapEvent<ReportRowChanged>("report_row_changed")
            .MapEvent<ReportRowTakenOver>("report_row_taken_over")
            .MapEvent<ReportFinalised>("report_finalised")
            .MapEvent<ReportDiscarded>("report_discarded")
            .MapEvent<PriorReportRecorded>("prior_report_recorded")
            .MapEvent<PriorReportWithdrawn>("prior_report_withdrawn")
            .MapEvent<ReportBatchStarted>("report_batch_started");
        store.Fold<Report, IReportEvent>("report", Report.Initial, ReportDecider.Evolve, version: 5)
            .Promote("contract_id", "uuid", report => report.ContractId, index: true)
            .Promote("state", "text", report => report.State)
            .Promote("period_from", "date", report => report.Period.From)
            .Promote("period_to", "date", report => report.Period.To)
            .Promote("stage", "text", report => report.Stage, index: true)
            .Promote("measure_by", "date", report => report.MeasureBy)
            .Promote("submitted_on", "date", report => report.Submission?.On)
            .Promote("unconfirmed_record", "boolean", report => report.HasUnconfirmedRecord)
            .Promote("corrected_for", "text", report => report.Submission?.CorrectedFor);
        store.Fold<PriorReport, IPriorReportEvent>("prior_report", PriorReport.Initial, PriorReportDecider.Evolve, version: 2)
            .Promote("contract_id", "uuid", prior => prior.ContractId, index: true)
            .Promote("period_from", "date", prior => prior.Period.From)
            .Promote("period_to", "date", prior => prior.Period.To)
            .Promote("withdrawn_by", "text", prior => prior.WithdrawnBy);
        store.Fold<ReportBatch, IReportBatchEvent>("report_batch", ReportBatch.Initial, ReportBatch.Evolve);
    }
}
