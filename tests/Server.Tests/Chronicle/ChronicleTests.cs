using System.Net;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Erasure;
using SecurityTracker.Server.Obligations;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Reports.Review;
using SecurityTracker.ServerTests.AuthorityActs;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Reports;
using SecurityTracker.ServerTests.Reports.Review;
using static SecurityTracker.ServerTests.Chronicle.ChronicleSteps;

namespace SecurityTracker.ServerTests.Chronicle;

/// <summary>経緯: one history of a contract, of which each reader sees what is theirs. What was not handed in is UnsentTests' matter.</summary>
[Collection(Shared.Review)]
public sealed class ChronicleTests(TestServer server)
{
    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);

    [Theory]
    [InlineData(Role.ADMINISTRATOR)]
    [InlineData(Role.SUBCONTRACTOR_OFFICER)]
    public async Task Who_reads_no_contract_reads_no_chronicle(Role role)
    {
        var contract = await contractor.Register();
        await server.As(role).When(Get(Of(contract.Id))).Refuses(403, "not-permitted");
        await server.As(role).When(Get($"/api/contracts/{contract.Id}/chronicle.pdf")).Refuses(403, "not-permitted");
    }

    [Fact]
    public async Task To_another_firm_there_is_none()
    {
        var contract = await contractor.Register();
        var firm = await contractor.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "経緯を見ない会社")).Written(HttpStatusCode.Created);
        var other = server.As(await Person(firm.Id, "他社　太郎"));

        await other.When(Get(Of(contract.Id))).Refuses(404, "not-found");
        await other.When(Get($"/api/contracts/{contract.Id}/chronicle.xlsx")).Refuses(404, "not-found");
        await contractor.When(Get(Of(Guid.NewGuid()))).Refuses(404, "not-found");
    }

    [Fact]
    public async Task What_happened_is_told_in_one_place_the_latest_first()
    {
        var contract = await contractor.Register(c => c with { Name = "経緯のある契約" });
        var named = await contractor.Having(contract).When(new ChangeOfficersRequest([new OfficerRequest(OfficerPost.PRIMARY, "主　太郎")], Day("2026-07-10"))).Written();
        var act = await contractor.Ask(contract.Id);
        await officer.Grant(act.Id, act.Version);
        await contractor.Having(contract.Id).When(new ReportIncidentRequest("端末を紛失した。")).Json(HttpStatusCode.Created);
        await contractor.Having(contract.Id).At(named.Version).When(new CorrectContractRequest("誤記", "経緯のあった契約")).Written();
        var file = await contractor.KeepFile(contract.Id);

        var entries = await contractor.Entries(contract.Id);

        entries.Select(e => $"{e["kind"]} {e["text"]!["ja"]}").ShouldBe(
        [
            "FILE ファイル「返信.txt」を保存しました。",
            "CORRECTION 契約の記録を訂正しました（件名）。理由：誤記",
            "INCIDENT 事故の第一報を記録しました。「端末を紛失した。」",
            "PROCEDURE 許可「ノートＰＣの持込み」を許可しました。",
            "PROCEDURE 許可「ノートＰＣの持込み」をお願いしました。",
            "PEOPLE 令和8年7月10日からの担当職員を記録しました（主 主　太郎）。",
            "CONTRACT 契約「経緯のある契約」を登録しました。",
        ]);
        entries[3]["by"]!["role"]!.GetValue<string>().ShouldBe("SUPERVISING_OFFICER");
        entries[3]["text"]!["en"]!.GetValue<string>().ShouldBe("許可「ノートＰＣの持込み」: was given.");
        (entries[3]["place"]!["noun"]!.GetValue<string>(), entries[3]["place"]!["id"]!.GetValue<Guid>()).ShouldBe(("ACT", act.Id));
        (entries[0]["place"]!["noun"]!.GetValue<string>(), entries[0]["place"]!["id"]!.GetValue<Guid>()).ShouldBe(("FILE", file));

        // What a side only keeps for itself is not the other's, until the record names it.
        (await officer.Entries(contract.Id)).Select(e => e["kind"]!.GetValue<string>()).ShouldBe(["CORRECTION", "INCIDENT", "PROCEDURE", "PROCEDURE", "PEOPLE", "CONTRACT"]);
        (await server.As(Role.AUDITOR).Entries(contract.Id)).Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_report_is_told_from_its_draft_to_its_review_and_what_the_ministry_keeps_to_itself_to_the_ministry_alone()
    {
        var contract = await contractor.RegisterRecorded();
        var report = await contractor.Submitted(contract.Id);
        await officer.Note(report.Id, 5, "QUERIED", "補足してください。");
        await officer.Send(report.Id);
        var review = await officer.Review(report.Id);
        await officer.Having(report.Id).At(review.Version()).When(new NoteInternalApprovalRequest(review["reportVersion"]!.GetValue<long>(), InternalApprovalState.UNDER_WAY)).Written();

        const string Days = "報告書（令和8年7月10日～令和8年9月30日）";
        var ofContractor = (await contractor.Entries(contract.Id, "kind=REPORT")).Select(e => e["text"]!["ja"]!.GetValue<string>()).ToList();
        ofContractor[^2..].ShouldBe([$"{Days}を確定しました。", $"{Days}の案を作り始めました。"]);
        ofContractor.ShouldContain($"{Days}を確認しました（確認済0件、照会1件：5)）。");
        ofContractor.ShouldNotContain(text => text.Contains("省内決裁", StringComparison.Ordinal));

        var ofOfficer = (await officer.Entries(contract.Id, "kind=REPORT")).Select(e => e["text"]!["ja"]!.GetValue<string>()).ToList();
        ofOfficer.ShouldContain($"{Days}の省内決裁を記録しました（確認中）。");
        ofOfficer[^1].ShouldBe($"{Days}を確定しました。", "of its draft the ministry is told nothing");
        (await officer.Entries(contract.Id, "kind=INQUIRY")).ShouldHaveSingleItem()["place"]!["id"]!.GetValue<Guid>().ShouldBe(report.Id);
    }

    [Fact]
    public async Task Staff_read_what_is_theirs()
    {
        var contract = await contractor.RegisterRecorded();
        await contractor.AssignStaff($"/api/contracts/{contract.Id}/obligations/10", ifMatch: 2);
        var staff = server.As(Role.CONTRACTOR_STAFF);
        var own = await staff.KeepFile(contract.Id);
        await contractor.KeepFile(contract.Id);

        var entries = await staff.Entries(contract.Id);

        entries.Select(e => e["text"]!["ja"]!.GetValue<string>()).ShouldBe(["ファイル「返信.txt」を保存しました。", "事項 10)の担当者を決めました（1名）。", "事項 10)を「実施」と記録しました。"]);
        entries[0]["place"]!["id"]!.GetValue<Guid>().ShouldBe(own);
        entries[1]["place"]!["number"]!.GetValue<int>().ShouldBe(10);
    }

    [Fact]
    public async Task Pages_hold_each_entry_once_and_days_and_kinds_narrow_them()
    {
        var contract = await contractor.Long("頁のある契約");
        var first = await contractor.GetAsync(Of(contract)).Json();
        first["entries"]!.AsArray().Count.ShouldBe(50);
        var sequences = (await contractor.Entries(contract)).Select(e => e["sequence"]!.GetValue<long>()).ToList();
        sequences.Count.ShouldBe(61);
        sequences.ShouldBe(sequences.Distinct().OrderDescending());
        first["kinds"]!.AsArray().Select(kind => kind!["name"]!["ja"]!.GetValue<string>()).ShouldContain("事故");

        var today = Moment.DayOf(server.Clock.GetUtcNow());
        string Iso(int days) => today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (await contractor.Entries(contract, $"from={Iso(0)}&to={Iso(0)}")).Count.ShouldBe(61);
        (await contractor.Entries(contract, $"from={Iso(1)}")).ShouldBeEmpty();
        (await contractor.Entries(contract, $"to={Iso(-1)}")).ShouldBeEmpty();
        (await contractor.Entries(contract, "from=0001-01-01&to=9999-12-31&kind=CONTRACT")).ShouldHaveSingleItem();
        (await contractor.Entries(contract, "kind=INCIDENT")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("before=9223372036854775808")]
    [InlineData("before=abc")]
    [InlineData("before=1;DROP TABLE mt_events")]
    [InlineData("from=2026-13-01")]
    [InlineData("from=2026-10-02&to=2026-10-01", "days-reversed")]
    [InlineData("kind=DRAFT", "kind-unknown")]
    [InlineData("kind=contract", "kind-unknown")]
    [InlineData("kind=0", "kind-unknown")]
    public async Task What_cannot_be_asked_is_refused(string query, string? code = null)
    {
        var contract = await contractor.Register();
        var answer = await contractor.GetAsync(Of(contract.Id, query)).Json(HttpStatusCode.BadRequest);
        answer["code"]!.GetValue<string>().ShouldBe(code ?? answer["code"]!.GetValue<string>());
        answer["code"]!.GetValue<string>().ShouldMatch("^[a-z]+(-[a-z]+)*$");
    }

    [Fact]
    public async Task Before_the_first_entry_there_is_none()
    {
        var contract = await contractor.Register();
        var first = (await contractor.Entries(contract.Id)).ShouldHaveSingleItem()["sequence"]!.GetValue<long>();
        foreach (var before in (long[])[first, -1, 0, long.MaxValue])
        {
            (await contractor.GetAsync(Of(contract.Id, $"before={before}")).Json())["entries"]!.AsArray().ShouldBeEmpty("none stands before it, or it is none");
        }
    }

    [Fact]
    public async Task Whose_data_were_erased_stays_without_a_name()
    {
        const string name = "経緯消去花子";
        var person = await Person(FirstOrganisations.ContractorId, name);
        var contract = await contractor.Register();
        await server.As(person).Having(contract.Id, 9).At(1).When(new SetStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Written();
        (await officer.Entries(contract.Id))[0]["by"]!["name"]!.GetValue<string>().ShouldBe(name);

        var administrator = server.As(Role.ADMINISTRATOR);
        var version = (await administrator.GetAsync($"/api/people/{person}/erasure").Json())["version"]!.GetValue<long>();
        await administrator.Having(person).At(version).When(new ErasePersonRequest("退職のため")).Json();

        (await officer.Entries(contract.Id))[0]["by"]!["name"]!.GetValue<string>().ShouldBe("消去済み");
        (await officer.GetStringAsync(Of(contract.Id))).ShouldNotContain(name);
    }

    private async Task<Guid> Person(Guid organisationId, string name)
    {
        var id = Guid.CreateVersion7();
        var organisation = (await server.Store.OpenSession().Load<Organisation>(organisationId, CancellationToken.None))!.Value;
        await server.People.Register(id, name, mail: null, new GrantMembership(Guid.CreateVersion7(), organisationId, organisation, SectionId: null, Role.CONTRACTOR_OFFICER, new(2020, 4, 1)));
        return id;
    }
}
