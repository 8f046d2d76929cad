using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Reports;
using SecurityTracker.Server.Reports.Review;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.AuthorityActs;
using SecurityTracker.ServerTests.Reports;
using SecurityTracker.ServerTests.Reports.Review;

namespace SecurityTracker.ServerTests.Access;

/// <summary>What a role comes to, over a contract with everything on it.</summary>
[Collection(Shared.Access)]
public sealed class RolesTests(TestServer server)
{
    private readonly HttpClient contractor = server.CreateClient();

    [Fact]
    public async Task An_auditor_reads_the_office_and_writes_nothing()
    {
        var contract = await contractor.RegisterRecorded();
        var report = await contractor.Submitted(contract.Id);
        var act = await contractor.Ask(contract.Id);
        var auditor = server.As(Role.AUDITOR);
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

        await auditor.Having(report).When(new RecordReceiptRequest(Day("2026-11-20"))).Refuses(403, "not-permitted");
        await auditor.Having(report.Id, 5).At(0).When(new DraftVerdictRequest(RowVerdict.CONFIRMED)).Refuses(403, "not-permitted");
        await auditor.Having(act).When(new DecideActRequest(ActOutcome.GRANTED)).Refuses(403, "not-permitted");
        (await auditor.GetAsync($"/api/reports/{report.Id}").Json())["can"]!.AsObject().ShouldAllBe(can => can.Value is JsonObject);
    }

    [Fact]
    public async Task An_administrator_sees_no_contract_and_nothing_on_one()
    {
        var contract = await contractor.RegisterRecorded();
        var report = await contractor.Submitted(contract.Id);
        foreach (var administrator in new[] { Role.ADMINISTRATOR }.Select(role => server.As(role))
            .Append(server.As(StreamId.Person(FirstOrganisations.OfficeId, nameof(Role.ADMINISTRATOR)))))
        {
            foreach (var address in new[]
            {
                "/api/contracts", $"/api/contracts/{contract.Id}", $"/api/contracts/{contract.Id}/obligations", $"/api/contracts/{contract.Id}/parts", $"/api/reports/{report.Id}",
                $"/api/reports/{report.Id}/form.pdf", $"/api/contracts/{contract.Id}/confirmation-document", $"/api/contracts/{contract.Id}/authority-acts", "/api/inbox", "/api/parts",
            })
            {
                await administrator.When(Get(address)).Refuses(403, "not-permitted");
            }
        }

        (await server.As(Role.ADMINISTRATOR).GetAsync("/api/organisations").Content()).ShouldNotContain("動向調査");
    }

    [Fact]
    public async Task In_a_consortium_the_lead_is_the_contractor_and_members_have_their_part_alone()
    {
        var firm = await Firm("構成員の会社");
        var contract = await contractor.RegisterRecorded(c => c with { Consortium = Consortium.LEAD_ONLY });
        var joined = await contractor.Having(contract).When(new EngageSubcontractorRequest("構成員の会社", SubcontractorKind.CONSORTIUM_MEMBER, Day("2026-07-10"), firm, [5])).Written(HttpStatusCode.Created);
        var member = server.As(StreamId.Person(firm, nameof(Role.CONTRACTOR_OFFICER)));
        await member.When(Get($"/api/contracts/{contract.Id}")).Refuses(404, "not-found");
        (await server.As(StreamId.Person(firm, nameof(Role.SUBCONTRACTOR_OFFICER))).GetAsync("/api/parts").Json()).AsArray()
            .ShouldHaveSingleItem()!["id"]!.GetValue<Guid>().ShouldBe(StreamId.Part(contract.Id, joined.Id));

        var report = await contractor.Finalised(contract.Id);
        await member.Having(report).When(new SubmitReportRequest(SubmissionWay.SYSTEM)).Refuses(404, "not-found");
        await contractor.Submit(report);
    }

    [Fact]
    public async Task Of_joint_parties_each_reads_and_drafts_and_the_lead_alone_sends()
    {
        var firm = await Firm("連名の会社");
        var contract = await contractor.RegisterRecorded(c => c with { Consortium = Consortium.JOINT });
        await contractor.Having(contract).When(new EngageSubcontractorRequest("連名の会社", SubcontractorKind.JOINT_MEMBER, Day("2026-07-10"), firm)).Written(HttpStatusCode.Created);
        var member = server.As(StreamId.Person(firm, nameof(Role.CONTRACTOR_OFFICER)));

        var draft = await member.Draft(contract.Id);
        await member.Having(draft).When(new FinaliseReportRequest()).Refuses(409, "lead-only");
        var finalised = draft with { Version = (await contractor.Finalise(draft)).Version() };
        (await member.Report(draft.Id))["can"]!["submitReport"]!["reason"]!["ja"]!.GetValue<string>().ShouldContain("幹事法人");
        await member.Having(draft.Id).At(finalised.Version).When(new SubmitReportRequest(SubmissionWay.SYSTEM)).Refuses(409, "lead-only");
        var submitted = await contractor.Submit(finalised, new { via = "POST", on = ReviewRequests.Day(server.Clock.Now) });
        await member.Having(draft.Id).At(submitted.Version).When(new CorrectReportDateRequest(ReportDate.SUBMITTED_ON, Day("2026-11-20"), "x")).Refuses(409, "lead-only");

        // What is said to the officer about a report, and what the officer said of it, is the lead's too.
        await member.Having(draft.Id).At(submitted.Version).When(new RecordReceiptRequest(Day("2026-11-20"))).Refuses(409, "lead-only");
        await member.Having(draft.Id).At(submitted.Version).When(new RecordOutsideReviewRequest(Day("2026-11-20"), OutsideChannel.TELEPHONE, "担当　職員", [new VerdictRequest(Number: 5, RowVerdict.CONFIRMED)]))
            .Refuses(409, "lead-only");
        await member.Having(draft.Id, 5).At(submitted.Version).When(new AnswerReportQueryRequest("補足します。")).Refuses(409, "lead-only");
        foreach (var act in (string[])["recordReceipt", "recordOutsideReview"])
        {
            (await contractor.Report(draft.Id))["can"]![act]!.GetValue<bool>().ShouldBeTrue();
            (await member.Report(draft.Id))["can"]![act]!["reason"]!["ja"]!.GetValue<string>().ShouldContain("幹事法人");
        }

        (await member.Report(draft.Id))["stage"]!.GetValue<string>().ShouldBe("SUBMITTED");
    }

    private async Task<Guid> Firm(string name) => (await contractor.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, name)).Written(HttpStatusCode.Created)).Id;
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
