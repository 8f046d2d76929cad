using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Parts;
using SecurityTracker.DomainTests.Deadlines;
using static SecurityTracker.DomainTests.Deadlines.Days;

namespace SecurityTracker.DomainTests.Parts;

public sealed class PartDutiesTests
{
    private const string Fill = "PART_TO_FILL* 「株式会社印刷」 GUIDE 2026-10-15";
    private static readonly Guid Id = new("01990000-0000-7000-8000-000000000004");
    private static readonly Guid Firm = new("01990000-0000-7000-8000-000000000005");
    private static readonly NextReport Next = new(new(Day("2026-04-01"), Day("2026-09-30")), Day("2026-09-01"), Day("2026-10-15"), DueKind.GUIDE);
    private static readonly PartOpened Opened = new(Guid.NewGuid(), Guid.NewGuid(), Firm, "株式会社印刷", SubcontractorKind.SUBCONTRACTOR, [5, 9]);
    private static readonly PartRowEntered Five = new(5, "誓約書を取る。", ImplementationStatus.IMPLEMENTED, Reason: null, EnteredBy.SUBCONTRACTOR, FileId: null);

    [Fact]
    public void Rows_without_a_status_are_the_firms_to_fill_until_the_next_report()
    {
        Given(Opened).Then(Fill);
        Given(Opened, Five).Then(Fill);
        Given(Opened, Five, Five with { Number = 9, Status = null }).Then(Fill);
        Given(Opened, Five, Five with { Number = 9 }).ThenNothing();
        Given(Opened, Five, new PartScopeChanged(Firm, Opened.Name, [5])).ThenNothing();
        Given(Opened).ThenEach(duty => (duty.Noun, duty.ThingId, duty.OrganisationId).ShouldBe(("PART", Id, Firm)));
    }

    [Fact]
    public void By_the_officers_day_where_the_next_report_has_one() => Of(Next with { DueIs = DueKind.DEADLINE }, Opened).Then("PART_TO_FILL* 「株式会社印刷」 DEADLINE 2026-10-15");

    [Fact]
    public void A_firm_that_has_nobody_here_leaves_it_to_the_contractor() => Given(Opened with { OrganisationId = null }).ThenEach(duty => duty.OrganisationId.ShouldBeNull());

    [Fact]
    public void Nothing_is_wanted_of_a_firm_that_is_gone_nor_where_no_report_is_to_come()
    {
        Given(Opened, new PartClosed(Day("2026-09-01"))).ThenNothing();
        Of(next: null, Opened).ThenNothing();
    }

    private static DutiesOf Given(params IReadOnlyList<IPartEvent> events) => Of(Next, events);

    private static DutiesOf Of(NextReport? next, params IReadOnlyList<IPartEvent> events) =>
        new(PartDuties.Of(new Dictionary<Guid, Part> { [Id] = events.Aggregate(Part.Initial, PartDecider.Evolve) }, next));
}
