using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Parts;
using static SecurityTracker.DomainTests.Deadlines.Days;

namespace SecurityTracker.DomainTests.Parts;

public sealed class PartDeciderTests
{
    private static readonly Specification<Part, IPartEvent, IPartCommand> Decider = new(Part.Initial, PartDecider.Evolve, PartDecider.Decide);

    private static readonly Guid ContractId = new("01990000-0000-7000-8000-000000000001");
    private static readonly Guid FirmId = new("01990000-0000-7000-8000-000000000002");
    private static readonly Guid Paper = new("01990000-0000-7000-8000-000000000003");
    private static readonly PartOpened Opened = new(ContractId, FirmId, OrganisationId: null, "株式会社印刷", SubcontractorKind.SUBCONTRACTOR, [5, 9]);
    private static readonly EnterPartRow Enter = new(9, "誓約書を取る。", ImplementationStatus.IMPLEMENTED, Reason: null, EnteredBy.SUBCONTRACTOR, FileId: null);
    private static readonly PartRowEntered Entered = new(9, "誓約書を取る。", ImplementationStatus.IMPLEMENTED, Reason: null, EnteredBy.SUBCONTRACTOR, FileId: null);

    [Fact]
    public void A_part_is_opened_once()
    {
        var open = new OpenPart(ContractId, FirmId, OrganisationId: null, "株式会社印刷", SubcontractorKind.SUBCONTRACTOR, [5, 9]);
        Decider.Given().When(open).Then(Opened);
        Decider.Given(Opened).When(open).ThenNothing();
    }

    [Fact]
    public void A_row_is_entered_and_the_same_again_is_nothing()
    {
        Decider.Given(Opened).When(Enter).Then(Entered).ThenState(part => part.Recorded.ShouldBe(1));
        Decider.Given(Opened, Entered).When(Enter).ThenNothing();
        Decider.Given(Opened, Entered).When(Enter with { Method = " " }).Then(Entered with { Method = null });
    }

    [Fact]
    public void What_cannot_be_entered_is_refused()
    {
        Decider.Given().When(Enter).Then(PartRefusals.NotFound);
        Decider.Given(Opened).When(Enter with { Number = 6 }).Then(PartRefusals.RowUnknown);
        Decider.Given(Opened).When(Enter with { Status = ImplementationStatus.NOT_APPLICABLE }).Then(ObligationRefusals.ReasonMissing);
        Decider.Given(Opened).When(Enter with { Status = null, Reason = "なし。" }).Then(PartRefusals.StatusMissing);
        Decider.Given(Opened).When(Enter with { Method = new string('あ', 4001) }).Then(TextRefusals.TooLong(4000));
        Decider.Given(Opened, new PartClosed(Day("2026-10-01"))).When(Enter).Then(PartRefusals.Closed);
    }

    [Fact]
    public void What_the_contractor_enters_stands_on_a_paper()
    {
        Decider.Given(Opened).When(Enter with { EnteredBy = EnteredBy.CONTRACTOR }).Then(PartRefusals.PaperMissing);
        Decider.Given(Opened).When(Enter with { EnteredBy = EnteredBy.CONTRACTOR, FileId = Paper }).Then(Entered with { EnteredBy = EnteredBy.CONTRACTOR, FileId = Paper });
    }

    [Fact]
    public void What_flows_down_changes_and_a_row_that_no_longer_does_is_kept()
    {
        Decider.Given(Opened, Entered).When(new ChangePartScope(FirmId, "株式会社印刷", [5])).Then(new PartScopeChanged(FirmId, "株式会社印刷", [5]))
            .ThenState(part => (part.Recorded, part.Rows.Count).ShouldBe((0, 1)));
        Decider.Given(Opened).When(new ChangePartScope(null, "株式会社印刷", [5, 9])).ThenNothing();
    }

    [Fact]
    public void A_part_is_closed_once_and_its_rows_stay()
    {
        Decider.Given(Opened, Entered).When(new ClosePart(Day("2026-10-01"))).Then(new PartClosed(Day("2026-10-01"))).ThenState(part => part.Rows.Count.ShouldBe(1));
        Decider.Given(Opened, new PartClosed(Day("2026-10-01"))).When(new ClosePart(Day("2026-11-01"))).ThenNothing();
    }

    [Fact]
    public void Another_edition_moves_the_numbers_and_the_rows_that_answer_to_one_requirement_alone()
    {
        PartOpened old = Opened with { Numbers = [3, 11, 12, 17] };
        PartRowEntered[] rows = [Entered with { Number = 3 }, Entered with { Number = 12 }, Entered with { Number = 17 }];
        Decider.Given(old, rows[0], rows[1], rows[2]).When(Renumber("ED-A", "ED-C"))
            .Then(new PartRenumbered([5, 6, 12, 13, 14, 15], [new PartRowMoved(3, 6)]))
            .ThenState(part => part.Rows.ShouldHaveSingleItem().Number.ShouldBe(6));
    }

    [Fact]
    public void Between_editions_of_the_same_numbers_nothing_moves() => Decider.Given(Opened, Entered).When(Renumber("ED-B", "ED-C")).ThenNothing();

    [Fact]
    public void A_part_that_is_closed_goes_by_the_new_numbers_too() =>
        Decider.Given(Opened with { Numbers = [3] }, new PartClosed(Day("2026-10-01"))).When(Renumber("ED-A", "ED-C")).Then(new PartRenumbered([6], []));

    private static RenumberPart Renumber(string from, string to)
    {
        AnnexEdition Edition(string code) => ShippedEditions.All.Single(edition => edition.Code == code);
        return new(n => CorrespondingNumbers.All(Edition(from), Edition(to), n), n => CorrespondingNumbers.Same(Edition(from), Edition(to), n));
    }
}
