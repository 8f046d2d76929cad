using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.ConfirmationDocuments;
using SecurityTracker.Server.Obligations;
using SecurityTracker.Server.Reports;
using SecurityTracker.ServerTests.ConfirmationDocuments;
using SecurityTracker.ServerTests.Reports;
using SecurityTracker.ServerTests.Reports.Review;

namespace SecurityTracker.ServerTests.AuthorityActs;

/// <summary>What is needed once a thing changed for which a word was given: nobody has to say that it changed.</summary>
[Collection(Shared.AuthorityActs)]
public sealed class NeedTests(TestServer server)
{
    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);

    [Fact]
    public async Task What_is_recorded_otherwise_than_agreed_wants_a_proposal_until_it_is_made()
    {
        var (contract, act, version) = await Acknowledged();
        (await Need(contractor, act)).ShouldBe("");

        await contractor.Having(contract, 7).At(2).When(new SetComplianceMethodRequest("７）の方法により実施する。")).Written();
        (await Need(contractor, act)).ShouldBe("", "width alone changes nothing");
        await contractor.Having(contract, 7).At(3).When(new SetComplianceMethodRequest("複製しない。")).Written();
        (await Need(contractor, act)).ShouldBe("CHANGE_PROPOSAL 変更案の提出が必要です。 遵守の方法の変更（7)）");
        (await Need(officer, act)).ShouldBe(await Need(contractor, act));
        (await Waiting(contract)).ShouldBe([act]);
        (await officer.GetAsync($"/api/inbox?scope=section&kind=NEED").Json())["items"]!.AsArray().ShouldBeEmpty();

        var next = await contractor.StartDraft(contract, version);
        var taken = await contractor.Having(contract, 7).At(next.Version).When<TakeOverDocumentMethodEndpoint>().Written();
        (await Waiting(contract)).ShouldBe([act]);
        var proposed = await contractor.Present(contract, taken.Version);
        (await Need(contractor, act)).ShouldBe("", "the change is proposed");
        (await Waiting(contract)).ShouldBeEmpty();

        await officer.Grant(Id(proposed["actId"]), 1, new { outcome = "DECLINED", reason = "方法が具体的でないため" });
        (await Need(contractor, act)).ShouldStartWith("CHANGE_PROPOSAL");
        (await contractor.GetAsync($"/api/contracts/{contract}/authority-acts").Json())["items"]!.AsArray()
            .Single(a => Id(a!["id"]) == act)!.Text("need").ShouldBe("CHANGE_PROPOSAL");
    }

    [Fact]
    public async Task What_was_permitted_for_a_version_is_to_be_permitted_anew_for_the_next()
    {
        var (contract, _, version) = await Acknowledged();
        var first = await AskFor(contract, 1);
        await officer.Grant(first, 1);
        (await Need(contractor, first)).ShouldBe("");

        await Propose(contract, version);
        (await Need(officer, first)).ShouldBe("NEW_PERMISSION 改めて許可を得ることが必要です。 遵守の方法の変更（6)）");
        (await contractor.ActAt(first))["targetVersionNow"]!.GetValue<int>().ShouldBe(2);
        (await Waiting(contract)).ShouldBe([first]);

        await AskFor(contract, 2);
        (await Need(contractor, first)).ShouldBe("", "it is asked for anew");
        (await Waiting(contract)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_roster_that_was_shown_is_to_be_shown_again_before_it_changes()
    {
        var (contract, _, version) = await Acknowledged();
        var shown = await Show(contract, "PRESENT", "STAFF");
        (await RosterNeed(contractor, shown)).ShouldBe("");

        var next = await contractor.StartDraft(contract, version);
        var added = await contractor.Having(next).When(Post(DocumentRequests.Of(contract, "/draft/people"), new { people = new[] { DocumentRequests.Person("新任　次郎") } })).Written(HttpStatusCode.Created);
        (await RosterNeed(contractor, shown)).ShouldBe("RE_PRESENTATION 再提示が必要です。 従事者の変更（追加1人、削除0人、変更0人）");
        (await RosterNeed(officer, shown)).ShouldBe("", "what is only drafted is not the officer's to see");
        (await Waiting(contract)).ShouldContain(shown);

        await contractor.Present(contract, added.Version);
        (await RosterNeed(contractor, shown)).ShouldBe("", "presenting shows the roster again");
        (await Waiting(contract)).ShouldNotContain(shown);
    }

    [Fact]
    public async Task What_was_given_for_a_report_is_asked_for_anew_once_it_is_replaced()
    {
        var contract = await contractor.RegisterRecorded();
        var report = await contractor.Submitted(contract.Id);
        var act = (await contractor.Ask(contract.Id, ProcedureSubject.DISCLOSURE, b => b with { Target = Target(TargetKind.REPORT, report.Id, 1) })).Id;
        await officer.Grant(act, 1);
        (await Need(contractor, act)).ShouldBe("");

        await officer.Note(report.Id, 5, "QUERIED", "再委託先の有無を具体的に記載してください。");
        await officer.ConfirmTheRest(report.Id);
        var second = await contractor.Replacement(report.Id);
        var changed = await contractor.Having(second.Id, 5).At(second.Version).When(new ChangeReportRowRequest(ImplementationStatus.NOT_APPLICABLE, "印刷を含め、行わないため。")).Written();
        await contractor.Submit(changed with { Version = (await contractor.Finalise(changed)).Version() });
        (await Need(contractor, act)).ShouldBe("NEW_PERMISSION 改めて承認を得ることが必要です。 報告書の差替え（5)）");
        (await contractor.ActAt(act))["targetVersionNow"]!.GetValue<int>().ShouldBe(2);
        (await Waiting(contract.Id)).ShouldBe([act]);
    }

    [Fact]
    public async Task Outside_of_the_program_a_person_says_that_it_changed()
    {
        var contract = (await contractor.RegisterWithMethods()).Id;
        var act = (await contractor.Ask(contract, ProcedureSubject.CLOUD_USE, b => b with { Target = Target(TargetKind.REGISTER_ENTRY, Guid.NewGuid(), 1) })).Id;
        var granted = await officer.Grant(act, 1);
        await contractor.Having(act).At(granted).When(new ChangeActTargetRequest(Version: 2, "約款の改定")).Written();
        (await Need(contractor, act)).ShouldBe("NEW_PERMISSION 改めて利用承認を得ることが必要です。 ");
        (await Waiting(contract)).ShouldBe([act]);
    }

    [Fact]
    public async Task A_target_is_there_in_this_contract_at_that_version()
    {
        var (contract, _, _) = await Acknowledged();
        var (other, _, _) = await Acknowledged();
        var draft = await contractor.Draft(contract);
        var document = Id((await contractor.Document(contract))["id"]);
        foreach (var target in (ActTarget[])
        [
            Target(TargetKind.CONFIRMATION_DOCUMENT, document, 2), Target(TargetKind.CONFIRMATION_DOCUMENT, Guid.NewGuid(), 1), Target(TargetKind.CONFIRMATION_DOCUMENT, Id((await contractor.Document(other))["id"]), 1),
            Target(TargetKind.REPORT, draft.Id, 1), Target(TargetKind.REPORT, Guid.NewGuid(), 1), Target(TargetKind.FILE, Guid.NewGuid(), 1), Target(TargetKind.FILE, await contractor.KeepFile(other), 1),
        ])
        {
            await contractor.Having(contract).When(ActSteps.Body(ProcedureSubject.BRING_IN, b => b with { Target = target })).Refuses(422, "target-unknown");
            await contractor.When(Post($"/api/contracts/{contract}/communications", new
            {
                kind = "PRESENT", direction = "FROM_CONTRACTOR", subject = "STAFF", text = "従事者の情報", target,
            })).Refuses(422, "target-unknown");
        }

        var file = await contractor.KeepFile(contract);
        await contractor.Ask(contract, ProcedureSubject.BRING_IN, b => b with { Target = Target(TargetKind.FILE, file, 1) });
    }

    private async Task<(Guid Contract, Guid Act, long Version)> Acknowledged()
    {
        var contract = await contractor.RegisterWithMethods();
        var presented = await contractor.Present(contract.Id, (await contractor.DraftWithPerson(contract.Id)).Version);
        await officer.Grant(Id(presented["actId"]), 1);
        return (contract.Id, Id(presented["actId"]), presented["version"]!.GetValue<long>());
    }

    private async Task Propose(Guid contract, long version)
    {
        var next = await contractor.StartDraft(contract, version);
        var changed = await contractor.Having(contract, 6).At(next.Version).When(new ChangeDocumentMethodRequest("持ち込まない。")).Written();
        await contractor.Present(contract, changed.Version);
    }

    private async Task<Guid> AskFor(Guid contract, int version)
    {
        var document = Id((await contractor.Document(contract))["id"]);
        return (await contractor.Ask(contract, ProcedureSubject.BRING_IN, b => b with { Target = Target(TargetKind.CONFIRMATION_DOCUMENT, document, version) })).Id;
    }

    private async Task<Guid> Show(Guid contract, string kind, string subject) =>
        (await contractor.When(Post($"/api/contracts/{contract}/communications", new { kind, direction = "FROM_CONTRACTOR", subject, text = "従事者の情報を提示します。" }))
            .Written(HttpStatusCode.Created)).Id;

    private static async Task<string> Need(HttpClient client, Guid act) => Said((await client.ActAt(act))["summary"]!);

    private static async Task<string> RosterNeed(HttpClient client, Guid communication) =>
        Said((await client.GetAsync($"/api/communications/{communication}").Json())["communication"]!);

    private static string Said(JsonNode thing) => thing["need"] is { } need
        ? $"{need} {thing["needMessage"]!["ja"]} {string.Join('、', thing["needReasons"]!.AsArray().Select(r => r!["ja"]))}"
        : "";

    private async Task<IReadOnlyList<Guid>> Waiting(Guid contract) =>
        [.. (await contractor.GetAsync("/api/inbox?scope=section&kind=NEED&limit=200").Json())["items"]!.AsArray().Where(i => Id(i!["contractId"]) == contract).Select(i => Id(i!["id"]))];

    private static ActTarget Target(TargetKind kind, Guid id, int version) => new(kind, id, version, Sha256: null);

    private static Guid Id(JsonNode? node) => node!.GetValue<Guid>();
}
