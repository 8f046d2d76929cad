using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.ConfirmationDocuments;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Obligations;
using SecurityTracker.ServerTests.Reports;
using static SecurityTracker.ServerTests.ConfirmationDocuments.DocumentRequests;

namespace SecurityTracker.ServerTests.ConfirmationDocuments;

[Collection(Shared.ConfirmationDocuments)]
public sealed class OfficersWordTests(TestServer server)
{
    private readonly HttpClient client = server.CreateClient();
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);

    [Fact]
    public async Task Presenting_asks_for_the_word_on_the_very_file_and_the_word_brings_it_into_force()
    {
        var contract = await client.RegisterWithMethods();
        var drafted = await client.DraftWithPerson(contract.Id);
        var presented = await client.Present(contract.Id, drafted.Version);

        var act = await officer.GetAsync($"/api/authority-acts/{presented["actId"]}").Json();
        act["summary"]!["wording"]!.GetValue<string>().ShouldBe("了承");
        act["target"]!["kind"]!.GetValue<string>().ShouldBe("CONFIRMATION_DOCUMENT");
        act["target"]!["version"]!.GetValue<int>().ShouldBe(1);
        act["target"]!["sha256"]!.GetValue<string>().ShouldBe(
            presented["files"]!.AsArray().Single(file => file!["format"]!.GetValue<string>() == "PDF")!["sha256"]!.GetValue<string>());
        Shown(await client.Document(contract.Id), 1)["state"]!.GetValue<string>().ShouldBe("PRESENTED");

        await Grant(presented);
        var document = await client.Document(contract.Id);
        var version = Shown(document, 1);
        version["state"]!.GetValue<string>().ShouldBe("AGREED");
        version["act"]!["wording"]!.GetValue<string>().ShouldBe("了承");
        version["act"]!["recordedBy"]!.GetValue<string>().ShouldBe("OFFICER");
        (document["inForce"]!["number"]!.GetValue<int>(), document["inForce"]!["from"]!.GetValue<string>()).ShouldBe((1, "2026-11-20"));
    }

    [Fact]
    public async Task A_change_has_its_consent_and_applies_from_its_day()
    {
        var contract = await client.RegisterWithMethods();
        var drafted = await client.DraftWithPerson(contract.Id);
        var first = await client.Present(contract.Id, drafted.Version);
        await Grant(first);
        await client.Having(contract.Id, 7).At(2).When(new SetComplianceMethodRequest("複製しない。")).Written();
        var waiting = await client.Document(contract.Id);
        waiting["recordDiffers"]!.AsArray().ShouldHaveSingleItem()!.GetValue<int>().ShouldBe(7);
        waiting["needs"]!.AsArray().ShouldHaveSingleItem()!["words"]!["ja"]!.GetValue<string>().ShouldBe("変更案の提出が必要です。");

        var next = await client.StartDraft(contract.Id, first["version"]!.GetValue<long>());
        var taken = await client.Having(contract.Id, 7).At(next.Version).When<TakeOverDocumentMethodEndpoint>().Written();
        var second = await client.Having(contract.Id).At(taken.Version).When(new PresentConfirmationDocumentRequest(Day("2026-12-01"))).Json(HttpStatusCode.Created);
        (await officer.GetAsync($"/api/authority-acts/{second["actId"]}").Json())["summary"]!["wording"]!.GetValue<string>().ShouldBe("同意");
        Shown(await client.Document(contract.Id), 2)["kind"]!.GetValue<string>().ShouldBe("CHANGE");

        await Grant(second);
        var document = await client.Document(contract.Id);
        document["inForce"]!["number"]!.GetValue<int>().ShouldBe(1, "the change begins on 1 December");
        (Shown(document, 2)["inForceFrom"]!.GetValue<string>(), Shown(document, 2)["timing"]!.GetValue<string>()).ShouldBe(("2026-12-01", "BEFORE"));
        Shown(document, 1)["inForceUntil"]!.GetValue<string>().ShouldBe("2026-11-30");
    }

    [Fact]
    public async Task A_report_answers_for_the_version_in_force()
    {
        var contract = await client.RegisterRecorded();
        foreach (var number in Enumerable.Range(2, 16))
        {
            await client.Having(contract.Id, number).At(number == 15 ? 3 : 2).When(new SetComplianceMethodRequest("方法")).Written();
        }

        var report = await client.Draft(contract.Id, new { from = "2026-10-01", to = "2026-11-20" });
        (await client.Report(report.Id))["confirmationDocumentVersion"].ShouldBeNull();
        var drafted = await client.DraftWithPerson(contract.Id);
        await Grant(await client.Present(contract.Id, drafted.Version));

        (await client.Report(report.Id))["confirmationDocumentVersion"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_report_answers_for_the_version_in_force_on_its_own_day()
    {
        var contract = await client.RegisterWithMethods();
        var first = await client.Present(contract.Id, (await client.DraftWithPerson(contract.Id)).Version);
        await Grant(first);
        var next = await client.StartDraft(contract.Id, first["version"]!.GetValue<long>());
        var changed = await client.Having(contract.Id, 7).At(next.Version).When(new ChangeDocumentMethodRequest("複製しない。")).Written();
        await Grant(await client.Having(contract.Id).At(changed.Version).When(new PresentConfirmationDocumentRequest(Day("2026-12-01"))).Json(HttpStatusCode.Created));
        var report = await client.Draft(contract.Id, new { from = "2026-10-01", to = "2026-10-31" });

        foreach (var (day, version) in new[] { (null, 1), ("2026-11-19", (int?)null), ("2026-11-20", 1), ("2026-11-30", 1), ("2026-12-01", 2) })
        {
            var seen = await client.Report(report.Id);
            var header = seen["header"]!.DeepClone().AsObject();
            header["reportedOn"] = day;
            await client.Having(seen: seen["version"]!.GetValue<long>()).When(Put($"/api/reports/{report.Id}/header", header)).Written();
            ((int?)(await client.Report(report.Id))["confirmationDocumentVersion"]).ShouldBe(version, day);
        }
    }

    [Fact]
    public async Task Where_the_officer_says_so_a_changed_roster_is_shown_again_and_no_more()
    {
        var contract = await client.RegisterWithMethods();
        var first = await client.Present(contract.Id, (await client.DraftWithPerson(contract.Id)).Version);
        await Grant(first);
        var consultation = new { consultedOn = "2026-11-19", with = "担当職員", outcome = "従事者の変更のみの場合は、再提示で足りる。" };
        var version = (await client.GetAsync($"/api/contracts/{contract.Id}").Json())["version"]!.GetValue<long>();
        await officer.Having(contract.Id).At(version).When(new AgreeRosterChangesRequest(RePresentationOnly: true, null)).Refuses(422, "consultation-missing");
        await officer.Having(seen: version).When(Put($"/api/contracts/{contract.Id}/roster-changes", new { rePresentationOnly = true, consultation })).Written();
        (await client.GetAsync($"/api/contracts/{contract.Id}").Json())["rosterChanges"]!["recordedBy"]!.GetValue<string>().ShouldBe("OFFICER");

        var next = await client.StartDraft(contract.Id, first["version"]!.GetValue<long>());
        var joined = await client.Having(next).When(Post(Of(contract.Id, "/draft/people"), new { people = new[] { Person("追加　花子") } })).Written(HttpStatusCode.Created);
        (await client.Document(contract.Id))["needs"]!.AsArray().ShouldHaveSingleItem()!["kind"]!.GetValue<string>().ShouldBe("RE_PRESENTATION");
        var second = await client.Present(contract.Id, joined.Version);

        second["actId"].ShouldBeNull();
        var document = await officer.GetAsync(Of(contract.Id)).Json();
        var shown = Shown(document, 2);
        (shown["kind"]!.GetValue<string>(), shown["word"]!.GetValue<string>(), shown["state"]!.GetValue<string>(), shown["timing"]!.GetValue<string>())
            .ShouldBe(("RE_PRESENTATION", "再提示", "AGREED", "BEFORE"));
        document["inForce"]!["number"]!.GetValue<int>().ShouldBe(2);
        (await officer.GetAsync($"/api/contracts/{contract.Id}/communications").Json())["items"]!.AsArray()
            .ShouldContain(item => item!["kind"]!.GetValue<string>() == "RE_PRESENT" && item["subject"]!.GetValue<string>() == "STAFF_CHANGE");

        // What changes more than the roster is proposed for 同意 as before.
        var third = await client.StartDraft(contract.Id, second["version"]!.GetValue<long>());
        var changed = await client.Having(contract.Id, 7).At(third.Version).When(new ChangeDocumentMethodRequest("複製しない。")).Written();
        (await client.Present(contract.Id, changed.Version))["actId"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_word_on_no_file_brings_nothing_into_force_and_none_is_asked_on_another()
    {
        var contract = await client.RegisterWithMethods();
        var drafted = await client.DraftWithPerson(contract.Id);
        await client.Present(contract.Id, drafted.Version);
        var target = new { kind = "CONFIRMATION_DOCUMENT", id = (await client.Document(contract.Id))["id"]!.GetValue<Guid>(), version = 1, sha256 = (string?)new string('0', 64) };
        Task<HttpResponseMessage> Ask() => client.When(Post($"/api/contracts/{contract.Id}/authority-acts", new { subject = "CONFIRMATION_DOCUMENT", title = "別の文書", text = "了承をお願いします。", target }));
        await Ask().Refuses(422, "target-unknown");
        target = target with { sha256 = null };
        var asked = await Ask().Written(HttpStatusCode.Created);
        await Grant(new JsonObject { ["actId"] = asked.Id.ToString() });

        var document = await client.Document(contract.Id);
        document["inForce"].ShouldBeNull();
        Shown(document, 1)["state"]!.GetValue<string>().ShouldBe("PRESENTED");
    }

    private async Task Grant(JsonNode presented)
    {
        var address = $"/api/authority-acts/{presented["actId"]}";
        var version = (await officer.GetAsync(address).Json())["version"]!.GetValue<long>();
        (await officer.Having(presented["actId"]!).At(version).When<OpenActEndpoint>()).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await officer.Having(presented["actId"]!).At(version).When(new DecideActRequest(ActOutcome.GRANTED)).Json();
    }

    private static JsonNode Shown(JsonNode document, int number) => document["versions"]!.AsArray().Single(version => version!["number"]!.GetValue<int>() == number)!;
}
