using System.Net;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.ConfirmationDocuments;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.AuthorityActs;

/// <summary>Who speaks for the contractor where it is several firms: each party of a 連名契約 in its own name, of any other consortium the 幹事法人 alone.</summary>
[Collection(Shared.AuthorityActs)]
public sealed class SeveralPartiesTests(TestServer server)
{
    private readonly HttpClient lead = server.CreateClient();
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);

    [Fact]
    public async Task A_joint_party_asks_tells_and_reports_in_its_own_name()
    {
        var contract = await lead.RegisterWithMethods(c => c with { Consortium = Consortium.JOINT });
        var (member, joined) = await Member(contract, SubcontractorKind.JOINT_MEMBER, Role.CONTRACTOR_OFFICER);
        var act = await member.Ask(contract.Id);
        var shown = await officer.ActAt(act.Id);
        shown["requestedBy"]!.Text("organisationName").ShouldBe("共に担う会社");
        await officer.Grant(act.Id, 1);
        (await member.ActAt(act.Id))["can"]!["startUnderAct"]!.GetValue<bool>().ShouldBeTrue();
        (await member.GetAsync($"/api/authority-acts/{act.Id}/mail").Json()).Text("body").ShouldContain("以上\n\n共に担う会社\n");
        var told = await Tell(member, contract.Id, "SECURITY_CHANGE").Written(HttpStatusCode.Created);
        (await lead.GetAsync($"/api/communications/{told.Id}").Json())["communication"]!["by"]!.Text("organisationName").ShouldBe("共に担う会社");
        await member.Having(contract.Id).When(new ReportIncidentRequest("不審なメール")).Json(HttpStatusCode.Created);

        // What is one for all of them, the lead alone sends.
        var presented = await lead.Present(contract.Id, (await lead.DraftWithPerson(contract.Id)).Version);
        var word = presented["actId"]!.GetValue<Guid>();
        await member.Having(contract.Id).When(ActSteps.Body(ProcedureSubject.CONFIRMATION_DOCUMENT)).Refuses(409, "lead-only");
        await member.Having(word).At(1).When(new CancelActRequest("理由")).Refuses(409, "lead-only");
        await Tell(member, contract.Id, "REPORT").Refuses(409, "lead-only");
        (await member.ActAt(word))["can"]!["cancelAct"]!["reason"]!.Text("ja").ShouldContain("幹事法人");
        (await lead.ActAt(word))["can"]!["cancelAct"]!.GetValue<bool>().ShouldBeTrue();
        await officer.Grant(word, 1);

        await lead.Having(contract.Id, joined.Id).At(joined.Version).When<ReleaseSubcontractorEndpoint>().Written();
        await SeesNothing(member, contract.Id, act.Id, 404, "not-found");
    }

    [Theory]
    [InlineData(Role.CONTRACTOR_OFFICER, 404, "not-found")]
    [InlineData(Role.SUBCONTRACTOR_OFFICER, 403, "not-permitted")]
    public async Task A_member_of_another_consortium_counts_as_a_subcontractor(Role role, int status, string code)
    {
        var contract = await lead.Register(c => c with { Consortium = Consortium.LEAD_ONLY });
        var (member, _) = await Member(contract, SubcontractorKind.CONSORTIUM_MEMBER, role);
        await SeesNothing(member, contract.Id, (await lead.Ask(contract.Id)).Id, status, code);
    }

    private static async Task SeesNothing(HttpClient member, Guid contract, Guid act, int status, string code)
    {
        await member.Having(contract).When(ActSteps.Body(ProcedureSubject.BRING_IN)).Refuses(status, code);
        await Tell(member, contract, "SECURITY_CHANGE").Refuses(status, code);
        await member.Having(contract).When(new ReportIncidentRequest("不審なメール")).Refuses(status, code);
        await member.Having(act).At(1).When(new StartUnderActRequest(Day("2026-11-20"))).Refuses(status, code);
        await member.When(Get($"/api/authority-acts/{act}")).Refuses(status, code);
        await member.When(Get($"/api/contracts/{contract}/communications")).Refuses(status, code);
    }

    private static Task<HttpResponseMessage> Tell(HttpClient client, Guid contract, string subject) => client.When(Post($"/api/contracts/{contract}/communications", new { kind = "REPORT", direction = "FROM_CONTRACTOR", subject, text = "報告します。" }));

    private async Task<(HttpClient Member, WriteAnswer Joined)> Member(WriteAnswer contract, SubcontractorKind kind, Role role)
    {
        var firm = (await lead.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "共に担う会社")).Written(HttpStatusCode.Created)).Id;
        var joined = await lead.Having(contract)
            .When(new EngageSubcontractorRequest("共に担う会社", kind, Day("2026-07-10"), firm, Numbers: kind == SubcontractorKind.CONSORTIUM_MEMBER ? [9] : null)).Written(HttpStatusCode.Created);
        return (server.As(StreamId.Person(firm, role.ToString())), joined);
    }
}
