using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Obligations;
using SecurityTracker.Server.Reports;
using SecurityTracker.Server.Reports.Review;
using SecurityTracker.ServerTests.Files;

namespace SecurityTracker.ServerTests.Reports.Review;

/// <summary>A report between its two sides: handed in, queried, answered, replaced, settled.</summary>
[Collection(Shared.Review)]
public sealed class GoAndReturnTests(TestServer server)
{
    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);

    [Fact]
    public async Task A_report_is_queried_replaced_and_settled()
    {
        var contract = await contractor.RegisterRecorded();
        var first = await contractor.Submitted(contract.Id);
        (await contractor.Report(first.Id)).Text("stage").ShouldBe("SUBMITTED");
        var bytes = await contractor.GetByteArrayAsync($"/api/reports/{first.Id}/form.docx");

        (await Waits(officer, first.Id)).ShouldBe("REPORT_TO_REVIEW 2026-07-10／2026-09-30 SUBMITTED");
        await officer.Note(first.Id, 5, "QUERIED", "再委託先の有無を具体的に記載してください。");
        await officer.Note(first.Id, 9, "QUERIED", "提供の有無を補足してください。");
        await officer.ConfirmTheRest(first.Id);

        (await Waits(officer, first.Id)).ShouldBeEmpty();
        (await Waits(contractor, first.Id)).ShouldBe("REPORT_QUERIED 2026-07-10／2026-09-30 QUERIED");
        var queried = await contractor.Report(first.Id);
        queried.Text("stage").ShouldBe("QUERIED");
        queried.Row(5)["review"]!.Text("comment").ShouldBe("再委託先の有無を具体的に記載してください。");
        queried.Row(2)["review"]!.Text("verdict").ShouldBe("CONFIRMED");

        await contractor.Having(first.Id, 9).At(queried.Version()).When(new AnswerReportQueryRequest("提供はありません。")).Written();
        var second = await contractor.Replacement(first.Id);
        await contractor.Having(second.Id, 2).At(second.Version).When(new ChangeReportRowRequest(ImplementationStatus.NOT_IMPLEMENTED, "変更。")).Refuses(409, "row-not-reopened");
        var changed = await contractor.Having(second.Id, 5).At(second.Version).When(new ChangeReportRowRequest(ImplementationStatus.NOT_APPLICABLE, "翻訳、印刷を含め、再委託を行わないため。")).Written();
        var frozen = (await contractor.Finalise(changed)).Version();
        (await contractor.Report(first.Id)).Text("stage").ShouldBe("QUERIED");
        await contractor.Submit(changed with { Version = frozen });

        var old = await contractor.Report(first.Id);
        (old.Text("stage"), old.Text("state"), old["replacedBy"]!.GetValue<Guid>()).ShouldBe(("REPLACED", "REPLACED", second.Id));
        (await contractor.GetByteArrayAsync($"/api/reports/{first.Id}/form.docx")).ShouldBe(bytes);
        var replacement = await contractor.Report(second.Id);
        (replacement.Text("stage"), replacement["replaces"]!["reportId"]!.GetValue<Guid>()).ShouldBe(("SUBMITTED", first.Id));
        replacement.Row(2)["review"]!["carried"]!.GetValue<bool>().ShouldBeTrue();
        replacement.Row(5)["review"].ShouldBeNull();

        await officer.ConfirmTheRest(second.Id);
        var settled = await contractor.Report(second.Id);
        (settled.Text("stage"), settled["settled"]!.GetValue<bool>()).ShouldBe(("SETTLED", true));
        var thread = (await contractor.GetAsync($"/api/contracts/{contract.Id}/threads/9").Json())["entries"]!.AsArray();
        thread.Select(entry => $"{entry!["side"]} {entry["kind"]} {entry["text"]}").ShouldBe(
        [
            "OFFICER QUERY 提供の有無を補足してください。",
            "CONTRACTOR ANSWER 提供はありません。",
        ]);
        thread[0]!["by"]!.Text("role").ShouldBe("SUPERVISING_OFFICER");
        thread[0]!["at"]!.GetValue<DateTimeOffset>().ShouldBe(server.Clock.Now);
        (await contractor.GetAsync($"/api/contracts/{contract.Id}/reports").Json()).AsArray().Select(report => report!.Text("stage")).ShouldBe(["SETTLED", "REPLACED"]);
        (await contractor.GetAsync($"/api/contracts/{contract.Id}/periods").Json()).AsArray()
            .Single(period => period!["reportId"] is not null)!["reportId"]!.GetValue<Guid>().ShouldBe(second.Id);
    }

    [Fact]
    public async Task Nothing_of_a_draft_shows_to_the_contractor()
    {
        var contract = await contractor.RegisterRecorded();
        var report = await contractor.Submitted(contract.Id);
        var before = await All(contract.Id, report.Id);

        await officer.Note(report.Id, 5, "QUERIED", "下書きの照会。");
        await officer.Note(report.Id, 2, "CONFIRMED");
        await officer.Note(report.Id, 2, "QUERIED", "やはり照会。");
        var version = (await officer.Review(report.Id)).Version();
        await officer.Having(report.Id, 2).At(version).When<TakeBackVerdictEndpoint>().Written();

        (await All(contract.Id, report.Id)).ShouldBe(before);
        await contractor.When(Get($"/api/reports/{report.Id}/review")).Refuses(403, "not-permitted");
        var review = await officer.Review(report.Id);
        review["rows"]!.AsArray().Single(row => row!["draft"] is not null)!["draft"]!.Text("comment").ShouldBe("下書きの照会。");
    }

    [Fact]
    public async Task What_deserves_a_look_comes_first_and_the_unchanged_are_confirmed_in_one_stroke()
    {
        var contract = await contractor.RegisterRecorded();
        await contractor.Submitted(contract.Id);
        await contractor.Having(contract.Id, 9).At(2).When(new SetStatusRequest(ImplementationStatus.NOT_IMPLEMENTED, "新たな理由。")).Written();
        var second = await contractor.Submitted(contract.Id, new { from = "2026-10-01", to = "2027-02-26" });

        var review = await officer.Review(second.Id);
        var rows = review["rows"]!.AsArray();
        rows.Take(3).Select(row => row!["number"]!.GetValue<int>()).ShouldBe([9, 8, 5]);
        rows[0]!["attention"]!.AsArray().Select(each => each!.GetValue<string>()).ShouldBe(["CHANGED", "NOT_IMPLEMENTED"]);
        rows[0]!["changedSinceLast"]!.Text("status").ShouldBe("IMPLEMENTED");
        rows.Skip(3).All(row => row!["attention"]!.AsArray().Count == 0).ShouldBeTrue();

        await officer.Having(second.Id).At(review.Version()).When<DraftRemainingRowsEndpoint>().Written();
        await officer.Note(second.Id, 9, "CONFIRMED");
        await officer.Send(second.Id);

        var settled = await contractor.Report(second.Id);
        settled.Text("stage").ShouldBe("SETTLED");
        settled.Row(9)["review"]!.Text("verdict").ShouldBe("CONFIRMED");
        settled.Row(2)["review"]!.Text("verdict").ShouldBe("CONFIRMED_UNCHANGED");
        await officer.Having(second.Id).At((await officer.Review(second.Id)).Version()).When<DraftRemainingRowsEndpoint>().Refuses(409, "no-remaining-rows");
    }

    [Fact]
    public async Task An_unchanged_row_that_contradicts_the_records_is_not_confirmed_in_one_stroke()
    {
        var contract = await contractor.RegisterRecorded();
        await contractor.Submitted(contract.Id);
        var second = await contractor.Submitted(contract.Id, new { from = "2026-10-01", to = "2027-02-26" });
        (await Unchanged(second.Id)).ShouldBe(Enumerable.Range(2, 16));

        // 5) says 該当なし as it did; the contract's questions are answered otherwise since.
        var answers = new { subcontracting = true, bringsDevices = false, copiesOutside = false, cloud = false, systemOrSite = false, applicationOrContent = false };
        var version = (await contractor.GetAsync($"/api/contracts/{contract.Id}").Json()).Version();
        await contractor.Having(seen: version).When(Put($"/api/contracts/{contract.Id}/answers", answers)).Written();
        var review = await officer.Review(second.Id);
        review["rows"]!.AsArray().Single(row => row!["number"]!.GetValue<int>() == 5)!["attention"]!.AsArray().Select(each => each!.GetValue<string>())
            .ShouldBe(["CONTRADICTION", "NOT_APPLICABLE"]);
        (await Unchanged(second.Id)).ShouldBe(Enumerable.Range(2, 16).Except([5]));

        await officer.Having(second.Id).At(review.Version()).When<DraftRemainingRowsEndpoint>().Written();
        review = await officer.Review(second.Id);
        review["rows"]!.AsArray().Single(row => row!["draft"] is null)!["number"]!.GetValue<int>().ShouldBe(5);
        await officer.Having(second.Id).At(review.Version()).When<DraftRemainingRowsEndpoint>().Refuses(409, "no-remaining-rows");
        await officer.Note(second.Id, 5, "CONFIRMED");
    }

    [Fact]
    public async Task A_report_with_an_insufficient_row_waits_for_its_measure()
    {
        var contract = await contractor.RegisterRecorded();
        var report = await contractor.Submitted(contract.Id);
        var today = ReviewRequests.Day(server.Clock.Now);
        var address = $"/api/reports/{report.Id}/review/rows/8/insufficiency";
        var consultation = new { on = today, ministrySide = "担当職員", contractorSide = "情報セキュリティ責任者", outcome = "手順が不足", measure = "手順書を改訂する", by = today };
        await officer.Having(seen: 0).When(Post(address, new { reportVersion = report.Version, consultation = consultation with { by = "2027-01-31" } })).Written();
        await officer.ConfirmTheRest(report.Id);

        var seen = await contractor.Report(report.Id);
        (seen.Text("stage"), seen["settled"]!.GetValue<bool>()).ShouldBe(("MEASURE_AGREED", false));
        (await Waits(contractor, report.Id)).ShouldBe("MEASURE_TO_TAKE 2026-07-10／2026-09-30 MEASURE_AGREED");
        (await Item(contractor, report.Id)).Text("startsOn").ShouldBe("2027-01-31");
        (await Waits(officer, report.Id)).ShouldBeEmpty();

        // A measure whose day has come waits for the officer too; confirming the row closes it for both.
        var review = await officer.Review(report.Id);
        await officer.Having(seen: review.Version()).When(Post(address, new { reportVersion = review["reportVersion"]!.GetValue<long>(), consultation })).Written();
        (await Waits(officer, report.Id)).ShouldBe("MEASURE_TO_CONFIRM 2026-07-10／2026-09-30 MEASURE_AGREED");
        await officer.Note(report.Id, 8, "CONFIRMED");
        await officer.Send(report.Id);
        (await contractor.Report(report.Id)).Text("stage").ShouldBe("SETTLED");
        (await Waits(contractor, report.Id), await Waits(officer, report.Id)).ShouldBe(("", ""));
        (await contractor.GetAsync($"/api/contracts/{contract.Id}/threads/8").Json())["entries"]!.AsArray().Select(entry => entry!.Text("kind"))
            .ShouldBe(["INSUFFICIENCY", "INSUFFICIENCY", "CONFIRMATION"]);
    }

    [Fact]
    public async Task A_paper_report_and_an_officer_who_only_answers_by_mail()
    {
        var contract = await contractor.RegisterRecorded();
        var finalised = await contractor.Finalised(contract.Id);
        var today = ReviewRequests.Day(server.Clock.Now);
        var submitted = await contractor.Submit(finalised, new { via = "HAND", on = today });
        var stamp = await contractor.Upload($"/api/contracts/{contract.Id}/files", Uploads.Pdf, "受付印.pdf").Json(HttpStatusCode.Created);
        var fileId = stamp["id"]!.GetValue<Guid>();
        var received = await contractor.Having(submitted).When(Post($"/api/reports/{submitted.Id}/receipt", new { on = today, number = "情受第12号", fileId })).Written();

        var report = await contractor.Report(submitted.Id);
        report.Text("stage").ShouldBe("RECEIVED");
        (report["receipt"]!.Text("recordedBy"), report["receipt"]!["confirmed"]!.GetValue<bool>(), report["unconfirmedRecord"]!.GetValue<bool>())
            .ShouldBe(("CONTRACTOR", false, true));

        report["receipt"]!["file"]!.Text("name").ShouldBe("受付印.pdf");

        var rows = Enumerable.Range(2, 16).Select(number => new { number, verdict = number is 5 ? "QUERIED" : "CONFIRMED", comment = number is 5 ? "補足してください。" : null });
        var said = await contractor.Having(received).When(Post($"/api/reports/{submitted.Id}/outside-reviews", new { on = today, channel = "MAIL", officerName = "文化 花子", rows })).Written();
        (await contractor.Report(submitted.Id)).Text("stage").ShouldBe("QUERIED");
        var thread = await contractor.GetAsync($"/api/contracts/{contract.Id}/threads/5").Json();
        var entry = thread["entries"]!.AsArray().Single()!;
        (entry.Text("side"), entry.Text("recordedBy"), entry.Text("officerName"), entry.Text("channel")).ShouldBe(("OFFICER", "CONTRACTOR", "文化 花子", "MAIL"));

        await contractor.Having(submitted.Id).At(said.Version).When<ConfirmReceiptEndpoint>().Refuses(403, "not-permitted");
        var confirmed = await officer.Having(submitted.Id).At(said.Version).When<ConfirmReceiptEndpoint>().Written();
        await officer.Having(submitted.Id).At(confirmed.Version).When<ConfirmOutsideReviewEndpoint>().Written();
        report = await contractor.Report(submitted.Id);
        (report["receipt"]!["confirmed"]!.GetValue<bool>(), report["unconfirmedRecord"]!.GetValue<bool>()).ShouldBe((true, false));
        report.Row(5)["review"]!["confirmed"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_row_is_insufficient_by_a_consultation_alone_and_the_approval_stays_inside()
    {
        var contract = await contractor.RegisterRecorded();
        var report = await contractor.Submitted(contract.Id);
        var address = $"/api/reports/{report.Id}/review";
        await officer.Having(report.Id, 8).At(0).When(new DraftVerdictRequest(RowVerdict.INSUFFICIENT, "不十分。")).Refuses(422, "consultation-needed");

        var today = ReviewRequests.Day(server.Clock.Now);
        var consultation = new { on = today, ministrySide = "担当職員", contractorSide = "情報セキュリティ責任者", outcome = "手順が不足", measure = "手順書を改訂する", by = "2027-01-31" };
        await officer.Having(seen: 0).When(Post($"{address}/rows/8/insufficiency", new { reportVersion = report.Version, consultation })).Written();
        var seen = await contractor.Report(report.Id);
        seen.Row(8)["review"]!["consultation"]!.Text("measure").ShouldBe("手順書を改訂する");

        var review = await officer.Review(report.Id);
        await officer.Having(report.Id).At(review.Version()).When(new NoteInternalApprovalRequest(review["reportVersion"]!.GetValue<long>(), InternalApprovalState.UNDER_WAY)).Written();
        (await contractor.Report(report.Id))["underInternalCheck"]!.GetValue<bool>().ShouldBeTrue();
        review = await officer.Review(report.Id);
        await officer.Having(seen: review.Version()).When(Put($"{address}/internal-approval", new { reportVersion = review["reportVersion"]!.GetValue<long>(), state = "APPROVED", number = "20261120情第7号", on = today })).Written();

        seen = await contractor.Report(report.Id);
        seen["underInternalCheck"]!.GetValue<bool>().ShouldBeFalse();
        seen.ToJsonString().ShouldNotContain("20261120");
        (await officer.Review(report.Id))["internalApproval"]!.Text("number").ShouldBe("20261120情第7号");
    }

    [Fact]
    public async Task What_was_not_handed_in_is_corrected_and_a_chain_of_replacements_holds()
    {
        var contract = await contractor.RegisterRecorded();
        var first = await contractor.Finalised(contract.Id);
        await contractor.Having(first).When(new StartReplacementRequest()).Refuses(422, "reason-missing");
        var second = await contractor.Replacement(first.Id, "宛先の誤り。");
        await contractor.Having(first.Id).At((await contractor.Report(first.Id)).Version()).When(new SubmitReportRequest(SubmissionWay.SYSTEM)).Refuses(409, "replacement-under-way");

        // The draft is put away: the first has its place back, and another correction may be drafted.
        await contractor.Having(second).When<DiscardReportEndpoint>().Written();
        (await contractor.Report(first.Id))["replacementId"].ShouldBeNull();
        second = await contractor.Replacement(first.Id, "宛先の誤り。");
        var frozen = (await contractor.Finalise(second)).Version();
        (await contractor.Report(first.Id)).Text("stage").ShouldBe("REPLACED");
        await contractor.Submit(second with { Version = frozen });

        await officer.Note(second.Id, 5, "QUERIED", "補足してください。");
        await officer.Send(second.Id);
        var third = await contractor.Replacement(second.Id);
        // What is queried while the replacement is drafted opens there too.
        await officer.Note(second.Id, 6, "QUERIED", "こちらも。");
        await officer.Send(second.Id);
        var draft = await contractor.Report(third.Id);
        draft["replaces"]!["rows"]!.AsArray().Select(number => number!.GetValue<int>()).ShouldBe([5, 6]);
        draft.Row(6)["open"]!.GetValue<bool>().ShouldBeTrue();

        // A correction of the replacement before it is handed in opens no more than that.
        third = third with { Version = (await contractor.Finalise(third with { Version = draft.Version() })).Version() };
        var fourth = await contractor.Replacement(third.Id, "報告日の誤り。");
        await contractor.Having(fourth.Id, 2).At(fourth.Version).When(new ChangeReportRowRequest(ImplementationStatus.IMPLEMENTED, Explanation: "x")).Refuses(409, "row-not-reopened");
        fourth = fourth with { Version = (await contractor.Finalise(fourth)).Version() };
        (await contractor.Report(second.Id)).Text("stage").ShouldBe("QUERIED");
        await contractor.Submit(fourth);
        foreach (var id in new[] { first.Id, second.Id, third.Id })
        {
            (await contractor.Report(id)).Text("stage").ShouldBe("REPLACED");
        }

        await officer.ConfirmTheRest(fourth.Id);
        (await contractor.Report(fourth.Id)).Text("stage").ShouldBe("SETTLED");
    }

    private static async Task<string> Waits(HttpClient reader, Guid reportId) =>
        string.Join(", ", (await Items(reader, reportId)).Select(item => $"{item["type"]} {item["title"]} {item["state"]}"));

    private static async Task<JsonNode> Item(HttpClient reader, Guid reportId) => (await Items(reader, reportId)).Single();

    private static async Task<IEnumerable<JsonNode>> Items(HttpClient reader, Guid reportId) =>
        (await reader.GetAsync("/api/inbox?scope=section&limit=200").Json())["items"]!.AsArray().OfType<JsonNode>()
            .Where(item => item["id"]!.GetValue<Guid>() == reportId);

    private async Task<IEnumerable<int>> Unchanged(Guid reportId) =>
        (await officer.Review(reportId))["remainingRows"]!.AsArray().Select(number => number!.GetValue<int>());

    private async Task<string> All(Guid contractId, Guid reportId)
    {
        var all = new List<string>();
        foreach (var address in new[]
        {
            $"/api/reports/{reportId}", $"/api/contracts/{contractId}", $"/api/contracts/{contractId}/reports", $"/api/contracts/{contractId}/periods",
            $"/api/contracts/{contractId}/threads/5", $"/api/contracts/{contractId}/threads/2", "/api/contracts", $"/api/reports/{reportId}/mail",
            $"/api/contracts/{contractId}/history", $"/api/contracts/{contractId}/obligations",
        })
        {
            using var answer = await contractor.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            all.Add($"{answer.Headers.ETag} {await answer.Content.ReadAsStringAsync()}");
        }

        return string.Join('\n', all);
    }
}
