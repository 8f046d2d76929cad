using System.Net;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Contracts;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.AuthorityActs;

[Collection(Shared.AuthorityActs)]
public sealed class ActPathTests(TestServer server)
{
    private readonly HttpClient contractor = server.As(Role.CONTRACTOR_OFFICER);
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);

    [Fact]
    public async Task What_came_by_mail_is_recorded_by_the_contractor_and_confirmed_by_an_officer()
    {
        var contract = await contractor.Register();
        var asked = await contractor.Ask(contract.Id);
        var record = new RecordFromOutsideRequest(ActOutcome.GRANTED, Channel.MAIL, Instant("2026-11-19T10:00:30+09:00"), "鈴木　太郎");
        await contractor.Having(asked).When(record).Refuses(422, "file-missing");
        await contractor.Having(asked).When(record with { FileIds = [Guid.NewGuid()] }).Refuses(422, "file-missing");
        record = record with { FileIds = [await contractor.KeepFile(contract.Id)] };
        await contractor.Having(asked).When(record with { ActAt = Instant("2026-11-20T12:01:00+09:00") }).Refuses(422, "act-in-future");
        var recorded = await contractor.Having(asked).When(record).Written();

        var seen = await officer.ActAt(asked.Id);
        (seen["summary"]!.Text("state"), seen["summary"]!.Text("recordedBy"), seen["summary"]!["confirmed"]!.GetValue<bool>()).ShouldBe(("GRANTED", "CONTRACTOR", false));
        (seen["records"]![0]!.Text("officerName"), seen["records"]![0]!.Text("actAt")).ShouldBe(("鈴木　太郎", "2026-11-19T01:00:00+00:00"));
        seen["summary"]!["timing"]!.Text("fact").ShouldBe("BEFORE");
        await Waits(officer, asked.Id, "RECORD_TO_CONFIRM");
        await officer.Having(asked.Id).At(recorded.Version).When<ConfirmRecordEndpoint>().Refuses(409, "not-opened");
        await contractor.Having(asked.Id).At(recorded.Version).When<ConfirmRecordEndpoint>().Refuses(403, "not-permitted");
        await officer.OpenAct(asked.Id, recorded.Version);
        var confirmed = await officer.Having(asked.Id).At(recorded.Version).When<ConfirmRecordEndpoint>().Written();
        (await contractor.ActAt(asked.Id))["records"]![0]!.Text("status").ShouldBe("CONFIRMED");

        // A correction says what was there before and why, is told to the officer, and waits for confirmation again.
        var corrected = await contractor.Having(asked.Id).At(confirmed.Version).When(new CorrectActRequest(CorrectedField.OFFICER_NAME, "鈴木　次郎", "氏名の誤り")).Written();
        seen = await officer.ActAt(asked.Id);
        (seen["corrections"]![0]!.Text("oldValue"), seen["corrections"]![0]!.Text("newValue")).ShouldBe(("鈴木　太郎", "鈴木　次郎"));
        await Waits(officer, asked.Id, "CORRECTION");
        await officer.OpenAct(asked.Id, corrected.Version);
        var objected = await officer.Having(asked.Id).At(corrected.Version).When(new ObjectToRecordRequest("そのような回答はしていません。")).Written();
        (await contractor.ActAt(asked.Id))["summary"]!.Text("state").ShouldBe("REQUESTED");
        await Waits(contractor, asked.Id, "OBJECTION");
        await NoNamesInEvents("鈴木");

        // What the correction overwrote, and the confirmation before it, stay in the history.
        var history = (await officer.ActAt(asked.Id))["history"]!.AsArray();
        history.Select(e => e!.Text("type")).ShouldBe(
        [
            "authority_act_requested", "authority_act_recorded_from_outside", "authority_act_record_confirmed", "authority_act_corrected", "authority_act_record_objected",
        ]);
        (history[1]!["change"]!.Text("officerName"), history[3]!["change"]!.Text("oldName"), history[3]!["change"]!.Text("newName")).ShouldBe(("鈴木　太郎", "鈴木　太郎", "鈴木　次郎"));
        history.Select(e => e!["actor"]!.Text("role")).ShouldBe(["CONTRACTOR_OFFICER", "CONTRACTOR_OFFICER", "SUPERVISING_OFFICER", "CONTRACTOR_OFFICER", "SUPERVISING_OFFICER"]);

        record = record with { Outcome = ActOutcome.DECLINED, Channel = Channel.TELEPHONE, Reason = "会議室の端末を利用すること" };
        await contractor.Having(asked.Id).At(objected.Version).When(record).Written();
        (await contractor.ActAt(asked.Id))["summary"]!.Text("state").ShouldBe("DECLINED");
    }

    [Fact]
    public async Task What_lies_inside_a_standing_permission_needs_no_act_of_its_own()
    {
        var contract = await contractor.Register();
        var asked = await contractor.Ask(contract.Id, ProcedureSubject.BRING_IN, b => b with { Mode = ActMode.STANDING, Scope = ActSteps.Scope() });
        var use = new ActUseRequest(Day("2026-11-20"), Medium: "ノートPC", People: ["山田　花子"]);
        await contractor.Having(asked).When(use).Refuses(409, "not-standing");
        var granted = await officer.Grant(asked.Id, 1);
        var used = await contractor.Having(asked.Id).At(granted).When(use).Written();
        var problem = await contractor.Having(asked.Id).At(used.Version).When(use with { Medium = "USBメモリ", People = ["山田　花子", "佐藤　次郎"] }).Refuses(422, "use-outside-scope");
        problem["errors"]!.AsArray().Select(e => $"{e!["code"]} {e["pointer"]}").ShouldBe(["outside-medium /medium", "outside-people /people"]);

        var act = await officer.ActAt(asked.Id);
        act["history"]![0]!["change"]!["content"]!["scope"]!["people"]![0]!.GetValue<string>().ShouldBe("山田　花子");
        (act["uses"]!.AsArray().Count, act["uses"]![0]!["people"]![0]!.GetValue<string>(), act["scope"]!["people"]![0]!.GetValue<string>()).ShouldBe((1, "山田　花子", "山田　花子"));
        var plan = new CoverageRequest(ProcedureSubject.BRING_IN, Day("2026-12-01"), Medium: "ノートＰＣ", People: ["山田　花子"]);
        (await contractor.Having(contract.Id).When(plan).Json())["covered"]!.GetValue<bool>().ShouldBeTrue();
        (await contractor.Having(contract.Id).When(plan with { On = Day("2027-03-01") }).Json())["acts"]![0]!["outside"]![0]!.GetValue<string>().ShouldBe("TIME");
        await NoNamesInEvents("花子");
        await NoNamesInEvents("佐藤");
    }

    [Fact]
    public async Task What_a_section_wants_two_to_see_takes_effect_when_another_confirms()
    {
        await SecondPair([Domain.Access.ReviewedKind.APPROVE]);
        var contract = await contractor.Register();
        var asked = await contractor.Ask(contract.Id, ProcedureSubject.DISCLOSURE);
        var before = await contractor.GetStringAsync($"/api/authority-acts/{asked.Id}");
        await officer.OpenAct(asked.Id, 1);
        var drafted = await officer.Having(asked.Id).At(1).When(new DecideActRequest(ActOutcome.DECLINED, Reason: "提供先の管理が確認できないため")).Json();
        drafted["drafted"]!.GetValue<bool>().ShouldBeTrue();
        (await contractor.GetStringAsync($"/api/authority-acts/{asked.Id}")).ShouldBe(before);
        await officer.Having(asked.Id).At(1).When(new DecideActRequest(ActOutcome.GRANTED)).Refuses(409, "draft-open");

        var head = server.As(Role.SECTION_HEAD);
        await Waits(head, asked.Id, "DRAFT_TO_CONFIRM");
        var draft = (await head.ActAt(asked.Id))["draft"]!;
        var (draftId, version) = (draft["id"]!.GetValue<Guid>(), draft["version"]!.GetValue<long>());
        await contractor.Having(draftId).At(version).When<ConfirmDecisionDraftEndpoint>().Refuses(403, "not-permitted");
        await officer.Having(draftId).At(version).When<ConfirmDecisionDraftEndpoint>().Refuses(409, "same-person");
        await head.Having(draftId).At(version).When<ConfirmDecisionDraftEndpoint>().Refuses(409, "not-opened");
        await head.OpenAct(asked.Id, 1);
        await head.Having(draftId).At(version).When<ConfirmDecisionDraftEndpoint>().Written();
        (await contractor.ActAt(asked.Id))["summary"]!.Text("state").ShouldBe("DECLINED");
        await SecondPair([]);
    }

    [Fact]
    public async Task What_the_contractor_recorded_of_a_grant_is_confirmed_by_two_where_two_decide()
    {
        await SecondPair([Domain.Access.ReviewedKind.APPROVE]);
        var contract = await contractor.Register();
        var asked = await contractor.Ask(contract.Id, ProcedureSubject.DISCLOSURE);
        var record = new RecordFromOutsideRequest(ActOutcome.GRANTED, Channel.TELEPHONE, Instant("2026-11-19T10:00:00+09:00"), "鈴木　太郎");
        var recorded = await contractor.Having(asked).When(record).Written();
        var before = await contractor.GetStringAsync($"/api/authority-acts/{asked.Id}");
        await officer.OpenAct(asked.Id, recorded.Version);
        var drafted = await officer.Having(asked.Id).At(recorded.Version).When<ConfirmRecordEndpoint>().Json();
        (drafted["drafted"]!.GetValue<bool>(), drafted["version"]!.GetValue<long>()).ShouldBe((true, recorded.Version));
        (await contractor.GetStringAsync($"/api/authority-acts/{asked.Id}")).ShouldBe(before);
        await officer.Having(asked.Id).At(recorded.Version).When<ConfirmRecordEndpoint>().Refuses(409, "draft-open");

        var head = server.As(Role.SECTION_HEAD);
        await Waits(head, asked.Id, "DRAFT_TO_CONFIRM");
        var draft = (await head.ActAt(asked.Id))["draft"]!;
        (draft["record"]!.GetValue<int>(), draft.Text("outcome")).ShouldBe((1, "GRANTED"));
        var (draftId, version) = (draft["id"]!.GetValue<Guid>(), draft["version"]!.GetValue<long>());
        await officer.Having(draftId).At(version).When<ConfirmDecisionDraftEndpoint>().Refuses(409, "same-person");
        await head.OpenAct(asked.Id, recorded.Version);
        await head.Having(draftId).At(version).When<ConfirmDecisionDraftEndpoint>().Written();
        var seen = await contractor.ActAt(asked.Id);
        (seen["records"]![0]!.Text("status"), seen["summary"]!["confirmed"]!.GetValue<bool>()).ShouldBe(("CONFIRMED", true));

        // An objection overtakes the draft of a confirmation: it waits for nobody any more, and the drafter drafts anew.
        var third = await contractor.Ask(contract.Id, ProcedureSubject.DISCLOSURE);
        recorded = await contractor.Having(third).When(record).Written();
        await officer.OpenAct(third.Id, recorded.Version);
        await officer.Having(third.Id).At(recorded.Version).When<ConfirmRecordEndpoint>().Json();
        await head.OpenAct(third.Id, recorded.Version);
        var objected = await head.Having(third.Id).At(recorded.Version).When(new ObjectToRecordRequest("そのような回答はしていません。")).Written();
        await NoLongerWaits(head, third.Id, "DRAFT_TO_CONFIRM");
        draft = (await head.ActAt(third.Id))["draft"]!;
        draft["stale"]!.GetValue<bool>().ShouldBeTrue();
        (draftId, version) = (draft["id"]!.GetValue<Guid>(), draft["version"]!.GetValue<long>());
        await head.OpenAct(third.Id, objected.Version);
        await head.Having(draftId).At(version).When<ConfirmDecisionDraftEndpoint>().Refuses(409, "draft-stale");
        await officer.OpenAct(third.Id, objected.Version);
        (await officer.Having(third.Id).At(objected.Version).When(new DecideActRequest(ActOutcome.GRANTED)).Json())["drafted"]!.GetValue<bool>().ShouldBeTrue();
        await Waits(head, third.Id, "DRAFT_TO_CONFIRM");
        await head.Having(draftId).At(version + 1).When<ConfirmDecisionDraftEndpoint>().Written();
        var granted = await contractor.ActAt(third.Id);
        granted["summary"]!.Text("state").ShouldBe("GRANTED");

        // The title of what was granted is mended in the open.
        await contractor.Having(third.Id).At(granted["version"]!.GetValue<long>()).When(new CorrectActRequest(CorrectedField.TITLE, "印刷会社への提供", "件名の誤り")).Written();
        var mended = await officer.ActAt(third.Id);
        (mended["summary"]!.Text("title"), mended["corrections"]![0]!.Text("oldValue")).ShouldBe(("印刷会社への提供", "ノートＰＣの持込み"));
        await Waits(officer, third.Id, "CORRECTION");

        // That it was asked back, one officer confirms alone, as one asks back alone.
        var second = await contractor.Ask(contract.Id, ProcedureSubject.DISCLOSURE);
        record = record with { Outcome = ActOutcome.INQUIRED, Reason = "提供先の管理はどうか。" };
        recorded = await contractor.Having(second).When(record).Written();
        await officer.OpenAct(second.Id, recorded.Version);
        (await officer.Having(second.Id).At(recorded.Version).When<ConfirmRecordEndpoint>().Json())["drafted"]!.GetValue<bool>().ShouldBeFalse();
        await SecondPair([]);
    }

    [Fact]
    public async Task A_first_report_takes_one_field_and_stands_above_all_else()
    {
        var contract = await contractor.Register();
        await contractor.Having(contract).When(new ChangeOfficersRequest([new OfficerRequest(OfficerPost.PRIMARY, "主　太郎", "shu@example.go.jp", "03-3501-0000")], Day("2026-07-10"))).Written();
        await contractor.Having(contract.Id).When(new ReportIncidentRequest("")).Refuses(422, "text-missing");
        await contractor.Ask(contract.Id);
        var answer = await contractor.Having(contract.Id).When(new ReportIncidentRequest("不審なメールの添付を開いた。")).Json(HttpStatusCode.Created);
        answer["officers"]![0]!.Text("telephone").ShouldBe("03-3501-0000");

        var id = answer["id"]!.GetValue<Guid>();
        var first = (await officer.GetAsync("/api/inbox?scope=section").Json())["items"]![0]!;
        (first["urgent"]!.GetValue<bool>(), first.Text("type")).ShouldBe((true, "INCIDENT"));
        await officer.Having(id).At(1).When<ConfirmCommunicationEndpoint>().Refuses(409, "not-opened");
        (await officer.Having(id).At(1).When<OpenCommunicationEndpoint>()).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await officer.Having(id).At(1).When<ConfirmCommunicationEndpoint>().Written();

        // The officer's word by telephone, as the contractor writes it down, in the same thread.
        var told = await contractor.Having(contract.Id).When(new CommunicationRequest(CommunicationKind.INSTRUCT, Direction.FROM_OFFICER, ProcedureSubject.INCIDENT, "端末を隔離すること。", Channel: Channel.TELEPHONE, OfficerName: "主　太郎", InReplyTo: id)).Written(HttpStatusCode.Created);
        var thread = (await officer.GetAsync($"/api/communications/{told.Id}").Json())["thread"]!.AsArray();
        thread.Select(c => c!.Text("wording")).ShouldBe(["報告", "指示"]);
        thread[1]!.Text("officerName").ShouldBe("主　太郎");
        (await officer.GetAsync($"/api/communications/{id}").Json())["history"]!.AsArray().Select(e => e!.Text("type")).ShouldBe(["communication_recorded", "communication_confirmed"]);
        await Waits(officer, told.Id, "RECORD_TO_CONFIRM");
    }

    [Fact]
    public async Task What_the_contractor_wrote_down_of_an_officers_word_is_objected_to()
    {
        var contract = await contractor.Register();
        var told = await contractor.Having(contract.Id).When(new CommunicationRequest(CommunicationKind.INSTRUCT, Direction.FROM_OFFICER, ProcedureSubject.OTHER, "端末を隔離すること。", Channel: Channel.TELEPHONE, OfficerName: "主　太郎")).Written(HttpStatusCode.Created);
        await contractor.Having(told).When(new ObjectToCommunicationRequest("言われていない。")).Refuses(409, "wrong-party");
        await officer.Having(told).When(new ObjectToCommunicationRequest("そのような指示はしていません。")).Refuses(409, "not-opened");
        (await officer.Having(told).When<OpenCommunicationEndpoint>()).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await officer.Having(told).When(new ObjectToCommunicationRequest(" ")).Refuses(422, "reason-missing");

        await officer.Having(told).When(new ObjectToCommunicationRequest("そのような指示はしていません。")).Written();

        var seen = await contractor.GetAsync($"/api/communications/{told.Id}").Json();
        seen["history"]!.AsArray().Select(e => e!.Text("type")).ShouldBe(["communication_recorded", "communication_objected"]);
        await Waits(contractor, told.Id, "OBJECTION");
    }

    private static async Task Waits(HttpClient client, Guid id, string type) =>
        (await client.GetAsync("/api/inbox?scope=section&limit=200").Json())["items"]!.AsArray()
            .Where(item => item!["id"]!.GetValue<Guid>() == id).Select(item => item!.Text("type")).ShouldContain(type);

    private static async Task NoLongerWaits(HttpClient client, Guid id, string type) =>
        (await client.GetAsync("/api/inbox?scope=section&limit=200").Json())["items"]!.AsArray()
            .Where(item => item!["id"]!.GetValue<Guid>() == id).Select(item => item!.Text("type")).ShouldNotContain(type);

    private async Task NoNamesInEvents(string name)
    {
        await using var command = server.Database.CreateCommand("SELECT count(*) FROM mt_events WHERE data::text LIKE '%' || $1 || '%'");
        command.Parameters.AddWithValue(name);
        (await command.ExecuteScalarAsync()).ShouldBe(0L);
    }

    private async Task SecondPair(IReadOnlyList<Domain.Access.ReviewedKind> kinds)
    {
        var session = server.Store.OpenSession();
        var office = await session.FetchForWriting<Domain.Access.Organisation>(Server.Access.FirstOrganisations.OfficeId, CancellationToken.None);
        office.AppendMany([new Domain.Access.SectionReviewRulesSet(office.Aggregate.Sections[0].Id, kinds)]);
        await session.SaveChanges(CancellationToken.None);
    }
}
