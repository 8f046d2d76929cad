using System.Net;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Reports;
using SecurityTracker.Server.Reports.Review;
using SecurityTracker.ServerTests.ConfirmationDocuments;
using SecurityTracker.ServerTests.Reports;
using SecurityTracker.ServerTests.Reports.Review;

namespace SecurityTracker.ServerTests.Access;

/// <summary>What the contractor has not handed in or presented does not exist for the ministry: not itself, and not in anything else.</summary>
[Collection(Shared.Access)]
public sealed class UnsentTests(TestServer server)
{
    private static readonly Role[] Ministry = [Role.SUPERVISING_OFFICER, Role.SECTION_HEAD, Role.AUDITOR];

    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);

    [Fact]
    public async Task A_report_is_there_once_it_is_handed_in()
    {
        var contract = await contractor.RegisterRecorded();
        string[] around = [$"/api/contracts/{contract.Id}/reports", $"/api/contracts/{contract.Id}/periods", "/api/contracts", "/api/inbox?scope=section", $"/api/contracts/{contract.Id}", $"/api/contracts/{contract.Id}/chronicle"];
        var before = await Seen(around);

        var draft = await contractor.Draft(contract.Id);
        await NotThere($"/api/reports/{draft.Id}");
        var finalised = draft with { Version = (await contractor.Finalise(draft)).Version() };
        await NotThere($"/api/reports/{draft.Id}");

        (await Seen(around)).ShouldBe(before);
        await officer.Having(draft.Id, 5).At(0).When(new DraftVerdictRequest(RowVerdict.CONFIRMED)).Refuses(404, "not-found");
        await officer.Having(draft.Id).At(finalised.Version).When(new RecordReceiptRequest(Day("2026-11-20"))).Refuses(404, "not-found");
        var batch = await contractor.When(new StartReportBatchRequest([new ReportBatchItem(contract.Id, Day("2026-10-01"), Day("2027-02-26"))])).Json(HttpStatusCode.Created);
        await NotThere($"/api/report-batches/{batch["id"]}");

        await contractor.Submit(finalised);
        (await officer.Report(draft.Id)).Text("stage").ShouldBe("SUBMITTED");
        (await officer.GetAsync($"/api/contracts/{contract.Id}/reports").Json()).AsArray().ShouldHaveSingleItem()!["id"]!.GetValue<Guid>().ShouldBe(draft.Id);
    }

    [Fact]
    public async Task A_replacement_is_there_once_it_is_handed_in_and_the_report_before_it_does_not_tell()
    {
        var contract = await contractor.RegisterRecorded();
        var first = await contractor.Submitted(contract.Id);
        await officer.Note(first.Id, 5, "QUERIED", "補足してください。");
        await officer.Send(first.Id);
        string[] around =
        [
            $"/api/reports/{first.Id}", $"/api/reports/{first.Id}/review", $"/api/contracts/{contract.Id}/reports", $"/api/contracts/{contract.Id}/periods",
            "/api/contracts", "/api/inbox?scope=section", $"/api/contracts/{contract.Id}/chronicle",
        ];
        var before = await Seen(around);

        var second = await contractor.Replacement(first.Id);
        (await contractor.Report(first.Id))["replacementId"]!.GetValue<Guid>().ShouldBe(second.Id);
        await contractor.Having(first.Id).At((await contractor.Report(first.Id)).Version()).When(new StartReplacementRequest()).Refuses(409, "replacement-under-way");
        await contractor.Having(second.Id, 5).At(second.Version).When(new ChangeReportRowRequest(ImplementationStatus.NOT_APPLICABLE, "全て自社で行うため。")).Written();
        await NotThere($"/api/reports/{second.Id}");
        (await Seen(around)).ShouldBe(before);

        // Corrected once more before it is handed in: the ministry never learns of the one between.
        var frozen = await contractor.Finalise(await Now(second.Id));
        var third = await contractor.Replacement(second.Id, "報告日の誤り。");
        (await Seen(around)).ShouldBe(before);
        frozen.ShouldNotBeNull();
        await contractor.Finalise(third);
        var handedIn = await contractor.Submit(await Now(third.Id));

        var seen = await officer.Report(handedIn.Id);
        seen["replaces"]!["reportId"]!.GetValue<Guid>().ShouldBe(first.Id);
        seen["replaces"]!["reason"].ShouldBeNull();
        (await officer.Report(first.Id))["replacedBy"]!.GetValue<Guid>().ShouldBe(third.Id);
        await NotThere($"/api/reports/{second.Id}");
        (await officer.GetAsync($"/api/contracts/{contract.Id}/periods").Json())[0]!["reportId"]!.GetValue<Guid>().ShouldBe(third.Id);
        (await contractor.Report(handedIn.Id))["replaces"]!["reportId"]!.GetValue<Guid>().ShouldBe(second.Id);
    }

    [Fact]
    public async Task What_the_ministry_keeps_itself_does_not_meet_a_draft()
    {
        var (with, without) = (await contractor.RegisterRecorded(), await contractor.RegisterRecorded());
        var draft = await contractor.Draft(with.Id);
        var prior = new
        {
            from = "2026-07-10", to = "2026-08-31",
            reading = new { fileName = "上期.docx", sha256 = new string('a', 64), rows = new[] { new { number = 9, status = "IMPLEMENTED" } } },
        };
        foreach (var contract in (Guid[])[with.Id, without.Id])
        {
            await officer.When(Post($"/api/contracts/{contract}/prior-reports", prior)).Written(HttpStatusCode.Created);
            await officer.When(Post($"/api/contracts/{contract}/prior-reports", prior)).Refuses(409, "period-overlaps");
            await contractor.When(Post($"/api/contracts/{contract}/prior-reports", prior)).Refuses(409, "period-overlaps");
        }

        (await officer.GetAsync($"/api/contracts/{with.Id}/periods").Json()).AsArray().Select(period => $"{period!["from"]} {period["to"]}")
            .ShouldBe((await officer.GetAsync($"/api/contracts/{without.Id}/periods").Json()).AsArray().Select(period => $"{period!["from"]} {period["to"]}"));

        // The draft says so, and is the contractor's to put away or to hand in.
        (await contractor.Report(draft.Id)).Checks().ShouldContain("prior-report-overlaps");
        (await contractor.GetAsync($"/api/contracts/{with.Id}/periods").Json())[0]!["reportId"]!.GetValue<Guid>().ShouldBe(draft.Id);
        await contractor.Submit(draft with { Version = (await contractor.Finalise(draft)).Version() });
        (await officer.GetAsync($"/api/contracts/{with.Id}/reports").Json()).AsArray().Select(report => report!["prior"]!.GetValue<bool>()).Order().ShouldBe([false, true]);

        // Of what was handed in the ministry knows.
        var handedIn = await contractor.RegisterRecorded();
        await contractor.Submitted(handedIn.Id);
        await officer.When(Post($"/api/contracts/{handedIn.Id}/prior-reports", prior)).Refuses(409, "period-overlaps");
    }

    [Fact]
    public async Task Changes_are_not_marked_against_a_report_that_never_came()
    {
        var contract = await contractor.RegisterRecorded();
        await contractor.Finalised(contract.Id);
        var second = await contractor.Submitted(contract.Id, new { from = "2026-10-01", to = "2026-11-30" });

        (await contractor.Report(second.Id))["previousId"].ShouldNotBeNull();
        (await officer.Report(second.Id))["previousId"].ShouldBeNull();
        var review = await officer.Review(second.Id);
        review["previousId"].ShouldBeNull();
        review["rows"]!.AsArray().ShouldAllBe(row => !row!["unchanged"]!.GetValue<bool>() && row["changedSinceLast"] == null);
    }

    [Fact]
    public async Task A_confirmation_document_is_there_once_it_is_presented()
    {
        var contract = await contractor.RegisterWithMethods();
        string[] around = [DocumentRequests.Of(contract.Id), DocumentRequests.Of(contract.Id, "/history"), $"/api/contracts/{contract.Id}/chronicle"];
        var before = await Seen(around);

        var drafted = await contractor.DraftWithPerson(contract.Id);
        (await Seen(around)).ShouldBe(before);
        (await officer.Document(contract.Id)).Version().ShouldBe(0);
        await officer.When(Get(DocumentRequests.Of(contract.Id, "/draft/document.docx"))).Refuses(403, "not-permitted");

        var presented = await contractor.Present(contract.Id, drafted.Version);
        (await officer.Document(contract.Id)).Version().ShouldBe(presented.Version());
        var after = await Seen([.. around, DocumentRequests.Of(contract.Id, "/versions/1")]);
        await contractor.StartDraft(contract.Id, presented.Version());
        (await Seen([.. around, DocumentRequests.Of(contract.Id, "/versions/1")])).ShouldBe(after);
        await officer.When(Get(DocumentRequests.Of(contract.Id, "/versions/1/diff/draft"))).Refuses(404, "version-unknown");
    }

    private async Task<WriteAnswer> Now(Guid reportId) => new(reportId, (await contractor.Report(reportId)).Version(), 0);

    private async Task NotThere(string address)
    {
        foreach (var role in Ministry)
        {
            foreach (var path in address.Contains("batches", StringComparison.Ordinal) ? new[] { "", "/forms.zip" } : ["", "/form.pdf", "/mail", "/mail.eml"])
            {
                await server.As(role).When(Get(address + path)).Refuses(404, "not-found");
            }
        }
    }

    private async Task<List<string>> Seen(string[] addresses)
    {
        var seen = new List<string>();
        foreach (var (role, address) in Ministry.SelectMany(role => addresses.Select(address => (role, address))))
        {
            using var answer = await server.As(role).GetAsync(address);
            seen.Add($"{role} {address} {answer.StatusCode} {answer.Headers.ETag} {await answer.Content.ReadAsStringAsync()}");
        }

        return seen;
    }
}
