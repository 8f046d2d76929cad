using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Reading;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.AuthorityActs;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Reports;

namespace SecurityTracker.ServerTests.Handover;

/// <summary>異動 says what it will move before it moves it, and 引継書 says what is open.</summary>
[Collection(Shared.Access)]
public sealed class HandoverTests(TestServer server)
{
    private static readonly string OfSection = $"/api/sections/{FirstOrganisations.SectionId}";
    private static readonly string OfOffice = $"/api/organisations/{FirstOrganisations.OfficeId}";

    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient head = server.As(Role.SECTION_HEAD);

    [Theory]
    [InlineData(Role.CONTRACTOR_OFFICER)]
    [InlineData(Role.AUDITOR)]
    [InlineData(Role.ADMINISTRATOR)]
    public async Task Who_may_not_hand_over_is_told_nothing_of_it(Role role)
    {
        var (before, after) = (await Officer("見せない前任"), await Officer("見せない後任"));
        await server.As(role).When(Get(Preview(before, after))).Refuses(403, "not-permitted");
        await server.As(role).When(Get($"{OfSection}/people/{before}/handover.pdf")).Refuses(403, "not-permitted");
    }

    [Fact]
    public async Task Another_section_and_another_firm_do_not_exist()
    {
        var (before, after) = (await Officer("他課前任"), await Officer("他課後任"));
        await head.When(Get(Preview(before, after).Replace($"{FirstOrganisations.SectionId}", $"{Guid.NewGuid()}", StringComparison.Ordinal))).Refuses(404, "not-found");
        await head.When(Get($"/api/sections/{Guid.NewGuid()}/people/{before}/handover.pdf")).Refuses(404, "not-found");
        await head.When(Get($"{OfSection}/people/{TestPeople.IdOf(Role.CONTRACTOR_OFFICER)}/handover.pdf")).Refuses(404, "not-found");
        await contractor.When(Get($"/api/contracts/{Guid.NewGuid()}/handover.pdf")).Refuses(404, "not-found");
        await server.As(Role.CONTRACTOR_STAFF).When(Get($"/api/contracts/{Guid.NewGuid()}/handover.pdf")).Refuses(403, "not-permitted");
    }

    [Fact]
    public async Task What_a_succession_would_move_is_what_it_moves()
    {
        var (before, after) = (await Officer("予告　前任"), await Officer("予告　後任"));
        var (contract, other) = (await Named("引き継ぐ契約", before), await Named("引き継がない契約", after));
        await contractor.Ask(contract.Id);
        await contractor.Ask(contract.Id);
        var version = (await Office()).Version;
        await head.Having(seen: version).When(Post($"{OfOffice}/sections/{FirstOrganisations.SectionId}/delegations", new { toPersonId = before, from = "2026-11-20", until = "2026-12-24" })).Written();

        await head.When(Get(Preview(before, before))).Refuses(422, "successor-itself");
        await head.When(Get(Preview(before, Guid.NewGuid()))).Refuses(422, "officer-unknown");
        var told = await head.GetAsync(Preview(before, after, "&endMembership=true")).Json();

        var moved = told["contracts"]!.AsArray().ShouldHaveSingleItem()!;
        (moved["id"]!.GetValue<Guid>(), moved["name"]!.GetValue<string>()).ShouldBe((contract.Id, "引き継ぐ契約"));
        var waiting = told["waiting"]!.AsArray().Single(row => row!["type"]!.GetValue<string>() == "ACT_TO_DECIDE")!;
        (waiting["count"]!.GetValue<int>(), waiting["name"]!["ja"]!.GetValue<string>()).ShouldBe((2, "回答待ち"));
        told["roles"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("SUPERVISING_OFFICER");
        told["delegations"]!.AsArray().ShouldHaveSingleItem()!["until"]!.GetValue<string>().ShouldBe("2026-12-24");
        var kept = await head.GetAsync(Preview(before, after)).Json();
        (kept["roles"]!.AsArray().Count, kept["delegations"]!.AsArray().Count).ShouldBe((0, 0));

        // To be told of it changed nothing.
        (await contractor.Contract(contract.Id))["officerLists"]!.AsArray().ShouldHaveSingleItem();
        var done = await head.Having(FirstOrganisations.SectionId).When(new SucceedOfficerRequest(before, after, Day("2026-12-01"), EndMembership: true)).Json();
        done["contractIds"]!.AsArray().Select(id => id!.GetValue<Guid>()).ShouldBe([contract.Id]);
        (await head.GetAsync(Preview(before, after)).Json())["contracts"]!.AsArray().ShouldBeEmpty();
        other.Id.ShouldNotBe(contract.Id);
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("xlsx")]
    public async Task A_note_says_what_is_open_on_each_contract_of_an_officer(string extension)
    {
        var (officer, other) = (await Officer("引継書の前任"), await Officer("ほかの担当"));
        var contract = await Named("引継書のある契約", officer);
        await Named("引継書にない契約", other);
        var asked = await contractor.Ask(contract.Id, change: body => body with { Title = "待っている持込み" });
        var standing = await contractor.Ask(contract.Id, change: body => body with { Title = "包括の持込み", Mode = ActMode.STANDING, Scope = ActSteps.Scope() });
        await server.As(officer).Grant(standing.Id, standing.Version, new { outcome = "GRANTED", conditions = new[] { new { text = "持出しの記録を残すこと。", dueOn = "2026-12-25" } } });
        await contractor.Having(contract.Id).When(new ReportIncidentRequest("端末を紛失した。")).Json(HttpStatusCode.Created);
        await contractor.Draft(contract.Id);

        var note = Squeezed(await Text(head, $"{OfSection}/people/{officer}/handover.{extension}", extension));

        foreach (var said in (string[])["引継書", "引継書の前任", "引継書のある契約", "待っている持込み", "包括の持込み", "令和9年2月26日", "持出しの記録を残すこと。", "令和8年12月25日", "端末を紛失した。", "契約期間の終了"])
        {
            note.ShouldContain(Squeezed(said));
        }

        note.ShouldNotContain("引継書にない契約");
        note.ShouldNotContain("報告書の確定", Case.Sensitive, "a draft that was not handed in is not the ministry's to hand over");
        var ofContractor = Squeezed(await Text(contractor, $"/api/contracts/{contract.Id}/handover.{extension}", extension));
        ofContractor.ShouldContain("報告書の確定");
        if (extension != "pdf")
        {
            // A PDF is read line by line, across its columns.
            ofContractor.ShouldContain("令和8年7月10日～令和8年9月30日");
        }

        ofContractor.ShouldContain("待っている持込み");
        asked.Id.ShouldNotBe(standing.Id);
    }

    [Fact]
    public async Task Of_who_is_in_charge_of_nothing_the_note_is_empty_and_has_a_name()
    {
        var officer = await Officer("担当のない職員");
        using var answer = await head.GetAsync($"{OfSection}/people/{officer}/handover.xlsx");
        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("引継書_担当のない職員.xlsx");
        (await Text(head, $"{OfSection}/people/{officer}/handover.xlsx", "xlsx")).ShouldContain("0件");
    }

    private async Task<WriteAnswer> Named(string name, Guid officer)
    {
        var contract = await contractor.Register(c => c with { Name = name });
        return await head.Having(contract).When(new ChangeOfficersRequest([new OfficerRequest(OfficerPost.PRIMARY, "担当　職員", PersonId: officer)], Day("2026-07-10"))).Written();
    }

    private async Task<Guid> Officer(string name)
    {
        var id = Guid.CreateVersion7();
        await server.People.Register(id, name, mail: null, new GrantMembership(
            Guid.CreateVersion7(), FirstOrganisations.OfficeId, (await Office()).Value, FirstOrganisations.SectionId, Role.SUPERVISING_OFFICER, new(2020, 4, 1)));
        return id;
    }

    private async Task<Versioned<Organisation>> Office() => (await server.Store.OpenSession().Load<Organisation>(FirstOrganisations.OfficeId, CancellationToken.None))!;

    private async Task<string> Text(HttpClient client, string address, string extension)
    {
        var (document, refusal) = await server.Services.GetRequiredService<FileReaders>().Read($"a.{extension}", await client.GetByteArrayAsync(address));
        refusal.ShouldBeNull();
        return document!.Text;
    }

    private static string Preview(Guid from, Guid to, string more = "") => $"{OfSection}/successions/preview?fromPersonId={from}&toPersonId={to}&on=2026-12-01{more}";

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
