using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Reports.Review;

namespace SecurityTracker.ServerTests.Reports.Review;

/// <summary>Who reviews: never who acted for the contractor, and a second officer where the section wants one.</summary>
[Collection(Shared.Review)]
public sealed class TwoSidesTests(TestServer server)
{
    private static readonly DateOnly Since = new(2020, 4, 1);

    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);
    private readonly HttpClient head = server.As(Role.SECTION_HEAD);

    [Fact]
    public async Task The_same_person_is_not_on_both_sides()
    {
        var (person, forContractor, forMinistry) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await server.People.Register(
            person, "両側 太郎", mail: null,
            new GrantMembership(forContractor, FirstOrganisations.ContractorId, await Organisation(FirstOrganisations.ContractorId), SectionId: null, Role.CONTRACTOR_OFFICER, Since),
            new GrantMembership(forMinistry, FirstOrganisations.OfficeId, await Organisation(FirstOrganisations.OfficeId), FirstOrganisations.SectionId, Role.SUPERVISING_OFFICER, Since));
        var contract = await contractor.RegisterRecorded();
        var finalised = await contractor.Finalised(contract.Id);
        var report = await server.As(person, forContractor).Submit(finalised);

        var both = server.As(person, forMinistry);
        var review = await both.Review(report.Id);
        review["can"]!["draftVerdict"]!["reason"]!["ja"]!.GetValue<string>().ShouldContain("受注者側");
        await both.Having(report.Id, 5).At(0).When(new DraftVerdictRequest(RowVerdict.CONFIRMED)).Refuses(409, "same-person");
        await both.Having(report.Id).At(0).When<DraftRemainingRowsEndpoint>().Refuses(409, "same-person");
        var consultation = new { on = ReviewRequests.Day(server.Clock.Now), ministrySide = "担当職員", contractorSide = "責任者", outcome = "不足", measure = "改訂", by = "2027-01-31" };
        await both.Having(seen: 0).When(Post($"/api/reports/{report.Id}/review/rows/8/insufficiency", new { reportVersion = report.Version, consultation })).Refuses(409, "same-person");

        await officer.Note(report.Id, 5, "CONFIRMED");
        await both.Having(report.Id).At(1).When(new SendReviewRequest(report.Version)).Refuses(409, "same-person");
        (await contractor.Report(report.Id)).Version().ShouldBe(report.Version);
    }

    [Fact]
    public async Task Where_the_section_wants_a_second_pair_of_eyes_who_drafted_does_not_send()
    {
        var report = await contractor.Submitted((await contractor.RegisterRecorded()).Id);
        await Wants("REPORT_REVIEW");
        try
        {
            await officer.Note(report.Id, 5, "QUERIED", "補足してください。");
            var review = await officer.Review(report.Id);
            review["secondPersonRequired"]!.GetValue<bool>().ShouldBeTrue();
            review["can"]!["sendReview"]!["reason"]!["ja"]!.GetValue<string>().ShouldContain("別の担当職員");
            await officer.Having(report.Id).At(review.Version()).When(new SendReviewRequest(report.Version)).Refuses(409, "second-person-required");
            (await contractor.Report(report.Id)).Row(5)["review"].ShouldBeNull();

            await head.Send(report.Id);
            (await contractor.Report(report.Id)).Row(5)["review"]!.Text("verdict").ShouldBe("QUERIED");
        }
        finally
        {
            await Wants();
        }
    }

    private async Task Wants(params string[] kinds)
    {
        var office = (await head.GetAsync("/api/organisations").Json()).AsArray().Single(each => each!["id"]!.GetValue<Guid>() == FirstOrganisations.OfficeId)!;
        await head.Having(seen: office.Version()).When(Put($"/api/organisations/{FirstOrganisations.OfficeId}/sections/{FirstOrganisations.SectionId}/review-rules", new { secondPairOfEyes = kinds })).Written();
    }

    private async Task<Organisation> Organisation(Guid id) => (await server.Store.OpenSession().Load<Organisation>(id, CancellationToken.None))!.Value;
}
