using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.ConfirmationDocuments;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.AuthorityActs;

/// <summary>Who speaks for the contractor where it is several firms: each party of a 連名契約 in its own name, of any other consortium the 幹事法人 alone.</summary>
public sealed class SeveralPartiesTests(TestServer server) : IClassFixture<TestServer>
{
    private readonly HttpClient lead = server.CreateClient();
    private readonly HttpClient officer = server.CreateClient().As(Role.SUPERVISING_OFFICER);

    [Fact]
    public async Task A_joint_party_asks_tells_and_reports_in_its_own_name()
    {
        var contract = await lead.RegisterWithMethods(c => c["consortium"] = "JOINT");
        var (member, joined) = await Member(contract, "JOINT_MEMBER", Role.CONTRACTOR_OFFICER);
        var act = await member.Ask(contract.Id);
        var shown = await officer.ActAt(act.Id);
        shown["requestedBy"]!.Text("organisationName").ShouldBe("共に担う会社");
        await officer.Grant(act.Id, 1);
        (await member.ActAt(act.Id))["can"]!["startUnderAct"]!.GetValue<bool>().ShouldBeTrue();
        (await member.GetAsync($"/api/authority-acts/{act.Id}/mail").Json()).Text("body").ShouldContain("以上\n\n共に担う会社\n");
        var told = await Tell(member, contract.Id, "SECURITY_CHANGE").Written(HttpStatusCode.Created);
        (await lead.GetAsync($"/api/communications/{told.Id}").Json())["communication"]!["by"]!.Text("organisationName").ShouldBe("共に担う会社");
        await member.PostAct($"/api/contracts/{contract.Id}/incidents", new { text = "不審なメール" }).Json(HttpStatusCode.Created);

        // What is one for all of them, the lead alone sends.
        var presented = await lead.Present(contract.Id, (await lead.DraftWithPerson(contract.Id)).Version);
        var word = presented["actId"]!.GetValue<Guid>();
        await member.PostAct($"/api/contracts/{contract.Id}/authority-acts", ActSteps.Body(ProcedureSubject.CONFIRMATION_DOCUMENT)).ShouldRefuse(409, "lead-only");
        await member.OnAct(word, "cancellation", new { reason = "理由" }, 1).ShouldRefuse(409, "lead-only");
        await Tell(member, contract.Id, "REPORT").ShouldRefuse(409, "lead-only");
        (await member.ActAt(word))["can"]!["cancelAct"]!["reason"]!.Text("ja").ShouldContain("幹事法人");
        (await lead.ActAt(word))["can"]!["cancelAct"]!.GetValue<bool>().ShouldBeTrue();
        await officer.Grant(word, 1);

        await lead.DeleteAct($"/api/contracts/{contract.Id}/subcontractors/{joined.Id}", joined.Version).Written();
        await SeesNothing(member, contract.Id, act.Id, 404, "not-found");
    }

    [Theory]
    [InlineData(Role.CONTRACTOR_OFFICER, 404, "not-found")]
    [InlineData(Role.SUBCONTRACTOR_OFFICER, 403, "not-permitted")]
    public async Task A_member_of_another_consortium_counts_as_a_subcontractor(Role role, int status, string code)
    {
        var contract = await lead.Register(c => c["consortium"] = "LEAD_ONLY");
        var (member, _) = await Member(contract, "CONSORTIUM_MEMBER", role);
        await SeesNothing(member, contract.Id, (await lead.Ask(contract.Id)).Id, status, code);
    }

    private static async Task SeesNothing(HttpClient member, Guid contract, Guid act, int status, string code)
    {
        await member.PostAct($"/api/contracts/{contract}/authority-acts", ActSteps.Body(ProcedureSubject.BRING_IN)).ShouldRefuse(status, code);
        await Tell(member, contract, "SECURITY_CHANGE").ShouldRefuse(status, code);
        await member.PostAct($"/api/contracts/{contract}/incidents", new { text = "不審なメール" }).ShouldRefuse(status, code);
        await member.OnAct(act, "start", new { on = "2026-11-20" }, 1).ShouldRefuse(status, code);
        await member.GetAsync($"/api/authority-acts/{act}").ShouldRefuse(status, code);
        await member.GetAsync($"/api/contracts/{contract}/communications").ShouldRefuse(status, code);
    }

    private static Task<HttpResponseMessage> Tell(HttpClient client, Guid contract, string subject) => client.PostAct(
        $"/api/contracts/{contract}/communications", new { kind = "REPORT", direction = "FROM_CONTRACTOR", subject, text = "報告します。" });

    private async Task<(HttpClient Member, WriteAnswer Joined)> Member(WriteAnswer contract, string kind, Role role)
    {
        var firm = (await lead.PostAct("/api/organisations", new { kind = "CONTRACTOR", name = "共に担う会社" }).Written(HttpStatusCode.Created)).Id;
        var body = new JsonObject { ["name"] = "共に担う会社", ["kind"] = kind, ["from"] = "2026-07-10", ["organisationId"] = firm };
        if (kind == "CONSORTIUM_MEMBER")
        {
            body["numbers"] = new JsonArray(9);
        }

        var joined = await lead.PostAct($"/api/contracts/{contract.Id}/subcontractors", body, contract.Version).Written(HttpStatusCode.Created);
        return (server.CreateClient().As(StreamId.Person(firm, role.ToString())), joined);
    }
}
