using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Reports;
using SecurityTracker.Server.Reports.Review;

namespace SecurityTracker.ServerTests.Reports.Review;

/// <summary>Who may not, what cannot be: its own code, and nothing changed.</summary>
[Collection(Shared.Review)]
public sealed class ReviewRefusalsTests(TestServer server)
{
    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);

    private static readonly object Consultation = new { on = "2026-09-01", ministrySide = "担当職員", contractorSide = "責任者", outcome = "不足", measure = "改訂", by = "2027-01-31" };

    // Each act on a report at its address, with a body that is well formed.
    private static readonly Func<string, Call>[] OfTheContractor =
    [
        report => Post($"{report}/submission", new { via = "SYSTEM" }),
        report => Post($"{report}/rows/5/answers", new { text = "回答。" }),
        report => Post($"{report}/replacement"),
        report => Post($"{report}/outside-reviews", new { on = "2026-10-01", channel = "MAIL", officerName = "文化 花子", rows = Array.Empty<object>() }),
    ];

    private static readonly Func<string, Call>[] OfTheMinistry =
    [
        report => Put($"{report}/review/rows/5", new { verdict = "CONFIRMED" }),
        report => Delete($"{report}/review/rows/5"),
        report => Post($"{report}/review/remaining-rows"),
        report => Post($"{report}/review/sending", new { reportVersion = 1 }),
        report => Post($"{report}/review/rows/5/insufficiency", new { reportVersion = 1, consultation = Consultation }),
        report => Put($"{report}/review/internal-approval", new { reportVersion = 1, state = "UNDER_WAY" }),
        report => Post($"{report}/receipt/confirmation"),
        report => Post($"{report}/outside-reviews/confirmation"),
        report => Post($"{report}/disposal", new { kind = "DISCARDED", on = "2026-10-01", number = "1" }),
    ];

    private static Call Disclose(string report) => Post($"{report}/disclosures", new { withheld = Array.Empty<object>() });

    [Theory]
    [InlineData(Role.SUPERVISING_OFFICER)]
    [InlineData(Role.SECTION_HEAD)]
    [InlineData(Role.AUDITOR)]
    [InlineData(Role.ADMINISTRATOR)]
    [InlineData(Role.CONTRACTOR_STAFF)]
    public async Task Roles_that_do_not_act_for_the_contractor(Role role) => await NotPermitted(role, OfTheContractor);

    [Theory]
    [InlineData(Role.CONTRACTOR_OFFICER)]
    [InlineData(Role.CONTRACTOR_STAFF)]
    [InlineData(Role.AUDITOR)]
    [InlineData(Role.ADMINISTRATOR)]
    public async Task Roles_that_do_not_act_for_the_ministry(Role role) => await NotPermitted(role, [.. OfTheMinistry, Disclose]);

    [Theory]
    [InlineData(Role.CONTRACTOR_OFFICER)]
    [InlineData(Role.CONTRACTOR_STAFF)]
    [InlineData(Role.ADMINISTRATOR)]
    public async Task Roles_that_read_nothing_of_the_ministrys_side(Role role)
    {
        var report = await contractor.Submitted((await contractor.RegisterRecorded()).Id);
        var other = server.As(role);
        await other.When(Get($"/api/reports/{report.Id}/review")).Refuses(403, "not-permitted");
        await other.When(Get($"/api/reports/{report.Id}/disclosures")).Refuses(403, "not-permitted");
        await other.When(Get($"/api/reports/{report.Id}/disclosures/1/form.pdf")).Refuses(403, "not-permitted");
    }

    [Fact]
    public async Task A_version_that_is_missing_or_stale()
    {
        var report = await contractor.Submitted((await contractor.RegisterRecorded()).Id);
        foreach (var act in OfTheContractor)
        {
            await contractor.When(act($"/api/reports/{report.Id}")).Refuses(428, "version-required");
            await contractor.Having(seen: 77).When(act($"/api/reports/{report.Id}")).Refuses(412, "version-stale");
        }

        foreach (var act in OfTheMinistry)
        {
            await officer.When(act($"/api/reports/{report.Id}")).Refuses(428, "version-required");
            await officer.Having(seen: 77).When(act($"/api/reports/{report.Id}")).Refuses(412, "version-stale");
        }

        // The review was seen as it is, the report was not.
        await officer.Having(report.Id, 5).At(0).When(new DraftVerdictRequest(RowVerdict.CONFIRMED)).Written();
        await officer.Having(report.Id).At(1).When(new SendReviewRequest(report.Version - 1)).Refuses(412, "version-stale");
        (await contractor.Report(report.Id)).Row(5)["review"].ShouldBeNull();
    }

    [Fact]
    public async Task What_is_not_there()
    {
        var nowhere = $"/api/reports/{Guid.NewGuid()}";
        foreach (var act in OfTheContractor)
        {
            await contractor.Having(seen: 1).When(act(nowhere)).Refuses(404, "not-found");
        }

        foreach (var act in OfTheMinistry.Append(Disclose))
        {
            await officer.Having(seen: 1).When(act(nowhere)).Refuses(404, "not-found");
        }

        await officer.When(Get($"{nowhere}/review")).Refuses(404, "not-found");
        await contractor.When(Get($"/api/contracts/{Guid.NewGuid()}/threads/5")).Refuses(404, "not-found");
    }

    public static TheoryData<object, int, string> BadSubmissions => new()
    {
        { new { via = "HAND", on = "2999-01-01" }, 422, "date-in-future" },
        { new { via = "HAND", on = "2020-01-01" }, 422, "before-finalisation" },
        { new { via = "SYSTEM", on = "2020-01-01" }, 422, "on-not-today" },
        { new { via = "PIGEON" }, 400, "via-unknown" },
        { new { via = "HAND", fileIds = new[] { "01980000-0000-7000-8000-000000000001" } }, 422, "file-missing" },
    };

    [Theory]
    [MemberData(nameof(BadSubmissions))]
    public async Task A_submission_that_cannot_be(object body, int status, string code)
    {
        var report = await contractor.Finalised((await contractor.RegisterRecorded()).Id);
        await contractor.Having(report).When(Post($"/api/reports/{report.Id}/submission", body)).Refuses(status, code);
        var after = await contractor.Report(report.Id);
        (after.Version(), after.Text("stage")).ShouldBe((report.Version, "FINALISED"));
    }

    [Fact]
    public async Task States_that_do_not_allow_it()
    {
        var contract = await contractor.RegisterRecorded();
        var draft = await contractor.Draft(contract.Id);
        var address = $"/api/reports/{draft.Id}";
        await contractor.Having(draft).When(new SubmitReportRequest(SubmissionWay.SYSTEM)).Refuses(409, "report-not-finalised");
        await contractor.Having(draft).When(new StartReplacementRequest("x")).Refuses(409, "report-not-finalised");
        await contractor.Having(draft).When(new RecordReceiptRequest(Day("2026-10-01"))).Refuses(409, "report-not-submitted");
        await officer.Having(draft.Id, 5).At(0).When(new DraftVerdictRequest(RowVerdict.CONFIRMED)).Refuses(404, "not-found");

        var version = (await contractor.Finalise(draft)).Version();
        var submitted = await contractor.Submit(draft with { Version = version });
        await contractor.Having(draft.Id).At(submitted.Version).When(new SubmitReportRequest(SubmissionWay.SYSTEM)).Refuses(409, "already-submitted");
        await contractor.Having(draft.Id).At(submitted.Version).When(new StartReplacementRequest()).Refuses(409, "nothing-queried");
        await contractor.Having(draft.Id, 5).At(submitted.Version).When(new AnswerReportQueryRequest("回答。")).Refuses(409, "row-not-queried");
        await officer.Having(draft.Id).At(0).When(new SendReviewRequest(submitted.Version)).Refuses(409, "nothing-drafted");
        await officer.Having(draft.Id).At(submitted.Version).When<ConfirmReceiptEndpoint>().Refuses(409, "nothing-to-confirm");
        await officer.Having(draft.Id).At(submitted.Version).When<ConfirmOutsideReviewEndpoint>().Refuses(409, "nothing-to-confirm");
        await officer.Having(draft.Id, 1).At(0).When(new DraftVerdictRequest(RowVerdict.CONFIRMED)).Refuses(404, "row-unknown");
        await officer.Having(draft.Id).At(submitted.Version).When(new DisposeReportRequest(DisposalKind.DISCARDED, Day("2026-10-01"), "1")).Refuses(409, "retention-not-over");
        await contractor.Having(draft.Id).At(submitted.Version).When<DiscardReportEndpoint>().Refuses(409, "report-finalised");
        (await contractor.Report(draft.Id)).Version().ShouldBe(submitted.Version);
    }

    [Fact]
    public async Task A_row_chosen_for_a_query_never_goes_out_as_confirmed()
    {
        var report = await contractor.Submitted((await contractor.RegisterRecorded()).Id);
        await officer.Note(report.Id, 6, "CONFIRMED");
        await officer.Note(report.Id, 5, "CONFIRMED");
        await officer.Note(report.Id, 5, "QUERIED");

        var review = await officer.Review(report.Id);
        review["can"]!["sendReview"]!["reason"]!.Text("ja").ShouldStartWith("5)の照会");
        await officer.Having(report.Id).At(review.Version()).When(new SendReviewRequest(report.Version)).Refuses(409, "comment-missing");
        (await contractor.Report(report.Id)).Row(6)["review"].ShouldBeNull();

        await officer.Note(report.Id, 5, "QUERIED", "補足してください。");
        await officer.Send(report.Id);
        (await contractor.Report(report.Id)).Row(5)["review"]!.Text("verdict").ShouldBe("QUERIED");
    }

    [Fact]
    public async Task One_replacement_at_a_time()
    {
        var contract = await contractor.RegisterRecorded();
        var report = await contractor.Finalised(contract.Id);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => contractor.Having(report).When(new StartReplacementRequest("誤記。"))));
        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        (await contractor.GetAsync($"/api/contracts/{contract.Id}/reports").Json()).AsArray().Count.ShouldBe(2);
        await contractor.Having(report.Id).At(report.Version + 1).When(new StartReplacementRequest("誤記。")).Refuses(409, "replacement-under-way");
        await contractor.When(Post($"/api/contracts/{contract.Id}/reports", ReportRequests.FirstHalf)).Refuses(409, "period-overlaps");
    }

    private async Task NotPermitted(Role role, IReadOnlyList<Func<string, Call>> acts)
    {
        var report = await contractor.Submitted((await contractor.RegisterRecorded()).Id);
        var other = server.As(role);
        foreach (var act in acts)
        {
            await other.Having(report).When(act($"/api/reports/{report.Id}")).Refuses(403, "not-permitted");
        }

        (await contractor.Report(report.Id)).Version().ShouldBe(report.Version);
    }
}
