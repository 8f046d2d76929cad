using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Contracts;
using static SecurityTracker.DomainTests.Deadlines.Days;

namespace SecurityTracker.DomainTests.Access;

public sealed class SectionOfContractTests
{
    private static readonly Guid OfficeId = Id(1);
    private static readonly Section General = new(Id(2), "総務課", Mail: null);
    private static readonly Section Systems = new(Id(3), "情報システム室", Mail: null);
    private static readonly Guid Linked = Id(4);
    private static readonly Guid Delegate = Id(5);
    private static readonly DateOnly Today = Day("2026-11-20");

    private static readonly Organisation Office = new(OrganisationKind.MINISTRY_OFFICE, "経済産業省", CorporateNumber: null, [General, Systems])
    {
        Rules = [new(General.Id, [ReviewedKind.CONSENT])],
        Retentions = [new(General.Id, 10)],
        Delegations = [new(Id(6), General.Id, Id(7), Delegate, Day("2026-11-01"), Day("2026-11-30"))],
    };

    private static readonly Contract WithSection = Contract.Initial with { Section = new(OfficeId, "経済産業省", General.Name, SectionMail: null, General.Id) };

    private static readonly Contract WithOfficer = WithSection with
    {
        OfficerLists = [new(Day("2026-04-01"), [new(OfficerPost.PRIMARY, new(Id(8)), Mail: null, Telephone: null, Day("2026-04-01"), Linked)])],
    };

    [Fact]
    public void It_is_found_by_its_id_else_by_its_name_and_without_either_not_at_all()
    {
        SectionOfContract.Of(WithSection, Office)!.Id.ShouldBe(General.Id);
        SectionOfContract.Of(WithSection with { Section = WithSection.Section with { SectionId = null, SectionName = "情報システム室" } }, Office)!.Id.ShouldBe(Systems.Id);
        SectionOfContract.Of(WithSection with { Section = WithSection.Section with { SectionId = null, SectionName = "別の課" } }, Office).ShouldBeNull();
        SectionOfContract.Of(WithSection, office: null).ShouldBeNull();
    }

    [Fact]
    public void Its_rules_are_those_that_the_office_keeps_for_it()
    {
        var (general, systems) = (new SectionOfContract(Office, General.Id), new SectionOfContract(Office, Systems.Id));
        (general.WantsSecondPair(ReviewedKind.CONSENT), general.WantsSecondPair(ReviewedKind.PERMIT), systems.WantsSecondPair(ReviewedKind.CONSENT)).ShouldBe((true, false, false));
        (general.RetentionYears, systems.RetentionYears).ShouldBe((10, null));
    }

    [Fact]
    public void While_no_officer_is_linked_every_officer_of_the_section_decides()
    {
        Decides(WithSection, Role.SUPERVISING_OFFICER, Id(9)).ShouldBeTrue();
        Decides(WithSection, Role.SECTION_HEAD, Id(9)).ShouldBeTrue();
        Decides(WithSection, Role.AUDITOR, Id(9)).ShouldBeFalse();
        Decides(WithSection, Role.CONTRACTOR_OFFICER, Id(9)).ShouldBeFalse();
    }

    [Fact]
    public void Then_the_linked_ones_the_head_and_who_holds_a_delegation_on_the_day()
    {
        Decides(WithOfficer, Role.SUPERVISING_OFFICER, Id(9)).ShouldBeFalse();
        Decides(WithOfficer, Role.SUPERVISING_OFFICER, Linked).ShouldBeTrue();
        Decides(WithOfficer, Role.SECTION_HEAD, Id(9)).ShouldBeTrue();
        Decides(WithOfficer, Role.SUPERVISING_OFFICER, Delegate).ShouldBeTrue();
        Decides(WithOfficer, Role.SUPERVISING_OFFICER, Delegate, on: Day("2026-12-15")).ShouldBeFalse();
    }

    [Fact]
    public void Nobody_of_another_section_or_office_decides()
    {
        Decides(WithSection, Role.SECTION_HEAD, Id(9), section: Systems.Id).ShouldBeFalse();
        Decides(WithSection, Role.SECTION_HEAD, Id(9), office: Id(20)).ShouldBeFalse();
    }

    private static bool Decides(Contract contract, Role role, Guid person, Guid? section = null, Guid? office = null, DateOnly? on = null) =>
        new SectionOfContract(Office, General.Id)
            .NotToDecide(contract, new Actor(ActorKind.PERSON, person, office ?? OfficeId, section ?? General.Id, role), on ?? Today) is null;

    private static Guid Id(int n) => new($"01990000-0000-7000-8000-{n:x12}");
}
