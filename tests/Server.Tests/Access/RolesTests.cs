using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.AuthorityActs;
using SecurityTracker.ServerTests.Reports;
using SecurityTracker.ServerTests.Reports.Review;

namespace SecurityTracker.ServerTests.Access;

/// <summary>What a role comes to, over a contract with everything on it.</summary>
public sealed class RolesTests(TestServer server) : IClassFixture<TestServer>
{
    private readonly HttpClient contractor = server.CreateClient();

    [Fact]
    public async Task An_auditor_reads_the_office_and_writes_nothing()
    {
        var contract = await contractor.RegisterRecorded();
        var report = await contractor.Submitted(contract.Id);
        var act = await contractor.Ask(contract.Id);
        var auditor = server.CreateClient().As(Role.AUDITOR);
        foreach (var address in new[]
        {
            $"/api/contracts/{contract.Id}", $"/api/contracts/{contract.Id}/history", $"/api/contracts/{contract.Id}/obligations", $"/api/contracts/{contract.Id}/reports",
            $"/api/reports/{report.Id}", $"/api/reports/{report.Id}/review", $"/api/reports/{report.Id}/disclosures", $"/api/authority-acts/{act.Id}",
            $"/api/contracts/{contract.Id}/communications", $"/api/contracts/{contract.Id}/confirmation-document", $"/api/contracts/{contract.Id}/parts",
        })
        {
            await auditor.GetAsync(address).Json();
        }

        foreach (var permission in Permission.All.Where(p => p.Reach == Reach.MEMBERSHIP && p.Roles.Contains(Role.AUDITOR)))
        {
            permission.Name.ShouldMatch("^(read-|import-annex$)", $"{permission.Name} is no reading");
        }

        await auditor.PostAct($"/api/reports/{report.Id}/receipt", new { on = "2026-11-20" }, report.Version).ShouldRefuse(403, "not-permitted");
        await auditor.PutAct($"/api/reports/{report.Id}/review/rows/5", new { verdict = "CONFIRMED" }, ifMatch: 0).ShouldRefuse(403, "not-permitted");
        await auditor.OnAct(act.Id, "decision", new { outcome = "GRANTED" }, act.Version).ShouldRefuse(403, "not-permitted");
        (await auditor.GetAsync($"/api/reports/{report.Id}").Json())["can"]!.AsObject().ShouldAllBe(can => can.Value is JsonObject);
    }

    [Fact]
    public async Task An_administrator_sees_no_contract_and_nothing_on_one()
    {
        var contract = await contractor.RegisterRecorded();
        var report = await contractor.Submitted(contract.Id);
        foreach (var administrator in new[] { Role.ADMINISTRATOR }.Select(role => server.CreateClient().As(role))
            .Append(server.CreateClient().As(StreamId.Person(FirstOrganisations.OfficeId, nameof(Role.ADMINISTRATOR)))))
        {
            foreach (var address in new[]
            {
                "/api/contracts", $"/api/contracts/{contract.Id}", $"/api/contracts/{contract.Id}/obligations", $"/api/contracts/{contract.Id}/parts", $"/api/reports/{report.Id}",
                $"/api/reports/{report.Id}/form.pdf", $"/api/contracts/{contract.Id}/confirmation-document", $"/api/contracts/{contract.Id}/authority-acts", "/api/inbox", "/api/parts",
            })
            {
                await administrator.GetAsync(address).ShouldRefuse(403, "not-permitted");
            }
        }

        (await server.CreateClient().As(Role.ADMINISTRATOR).GetAsync("/api/organisations").Content()).ShouldNotContain("動向調査");
    }

    [Fact]
    public async Task In_a_consortium_the_lead_is_the_contractor_and_members_have_their_part_alone()
    {
        var firm = await Firm("構成員の会社");
        var contract = await contractor.RegisterRecorded(c => c["consortium"] = "LEAD_ONLY");
        var joined = await contractor.PostAct(
            $"/api/contracts/{contract.Id}/subcontractors",
            new { name = "構成員の会社", kind = "CONSORTIUM_MEMBER", from = "2026-07-10", organisationId = firm, numbers = new[] { 5 } }, contract.Version).Written(HttpStatusCode.Created);
        var member = server.CreateClient().As(StreamId.Person(firm, nameof(Role.CONTRACTOR_OFFICER)));
        await member.GetAsync($"/api/contracts/{contract.Id}").ShouldRefuse(404, "not-found");
        (await server.CreateClient().As(StreamId.Person(firm, nameof(Role.SUBCONTRACTOR_OFFICER))).GetAsync("/api/parts").Json()).AsArray()
            .ShouldHaveSingleItem()!["id"]!.GetValue<Guid>().ShouldBe(StreamId.Part(contract.Id, joined.Id));

        var report = await contractor.Finalised(contract.Id);
        await member.PostAct($"/api/reports/{report.Id}/submission", new { via = "SYSTEM" }, report.Version).ShouldRefuse(404, "not-found");
        await contractor.Submit(report);
    }

    [Fact]
    public async Task Of_joint_parties_each_reads_and_drafts_and_the_lead_alone_sends()
    {
        var firm = await Firm("連名の会社");
        var contract = await contractor.RegisterRecorded(c => c["consortium"] = "JOINT");
        await contractor.PostAct(
            $"/api/contracts/{contract.Id}/subcontractors", new { name = "連名の会社", kind = "JOINT_MEMBER", from = "2026-07-10", organisationId = firm }, contract.Version).Written(HttpStatusCode.Created);
        var member = server.CreateClient().As(StreamId.Person(firm, nameof(Role.CONTRACTOR_OFFICER)));

        var draft = await member.Draft(contract.Id);
        await member.PostAct($"/api/reports/{draft.Id}/finalisation", new { }, draft.Version).ShouldRefuse(409, "lead-only");
        var finalised = draft with { Version = (await contractor.Finalise(draft)).Version() };
        (await member.Report(draft.Id))["can"]!["submitReport"]!["reason"]!["ja"]!.GetValue<string>().ShouldContain("幹事法人");
        await member.PostAct($"/api/reports/{draft.Id}/submission", new { via = "SYSTEM" }, finalised.Version).ShouldRefuse(409, "lead-only");
        var submitted = await contractor.Submit(finalised, new { via = "POST", on = ReviewRequests.Day(server.Clock.Now) });
        await member.PostAct($"/api/reports/{draft.Id}/corrections", new { date = "SUBMITTED_ON", on = "2026-11-20", reason = "x" }, submitted.Version).ShouldRefuse(409, "lead-only");

        // What is said to the officer about a report, and what the officer said of it, is the lead's too.
        await member.PostAct($"/api/reports/{draft.Id}/receipt", new { on = "2026-11-20" }, submitted.Version).ShouldRefuse(409, "lead-only");
        await member.PostAct(
            $"/api/reports/{draft.Id}/outside-reviews", new { on = "2026-11-20", channel = "TELEPHONE", officerName = "担当　職員", rows = new[] { new { number = 5, verdict = "CONFIRMED" } } }, submitted.Version)
            .ShouldRefuse(409, "lead-only");
        await member.PostAct($"/api/reports/{draft.Id}/rows/5/answers", new { text = "補足します。" }, submitted.Version).ShouldRefuse(409, "lead-only");
        foreach (var act in (string[])["recordReceipt", "recordOutsideReview"])
        {
            (await contractor.Report(draft.Id))["can"]![act]!.GetValue<bool>().ShouldBeTrue();
            (await member.Report(draft.Id))["can"]![act]!["reason"]!["ja"]!.GetValue<string>().ShouldContain("幹事法人");
        }

        (await member.Report(draft.Id))["stage"]!.GetValue<string>().ShouldBe("SUBMITTED");
    }

    private async Task<Guid> Firm(string name) => (await contractor.PostAct("/api/organisations", new { kind = "CONTRACTOR", name }).Written(HttpStatusCode.Created)).Id;
}

internal static class Answers
{
    /// <summary>The body of an answer, whatever it is.</summary>
    public static async Task<string> Content(this Task<HttpResponseMessage> answering)
    {
        using var answer = await answering;
        return await answer.Content.ReadAsStringAsync();
    }
}
