using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Contracts;
using static SecurityTracker.DomainTests.Deadlines.Days;

namespace SecurityTracker.DomainTests.Access;

public sealed class PersonDeciderTests
{
    private static readonly Specification<Person, IPersonEvent, IPersonCommand> Decider = new(Person.Initial, PersonDecider.Evolve, PersonDecider.Decide);

    private static readonly Guid OfficeId = new("01990000-0000-7000-8000-000000000001");
    private static readonly Guid FirmId = new("01990000-0000-7000-8000-000000000002");
    private static readonly Guid Membership = new("01990000-0000-7000-8000-000000000003");
    private static readonly Section Section = new(new("01990000-0000-7000-8000-000000000004"), "総務課", Mail: null);
    private static readonly Organisation Office = new(OrganisationKind.MINISTRY_OFFICE, "経済産業省", CorporateNumber: null, [Section]);
    private static readonly Organisation Firm = new(OrganisationKind.CONTRACTOR, "株式会社例", CorporateNumber: null, []);

    private static readonly PersonalInput Name = new("髙﨑　𠮷乃", new(new("01990000-0000-7000-8000-0000000000a1")));
    private static readonly PersonalInput Mail = new("y@example.go.jp", new(new("01990000-0000-7000-8000-0000000000a2")));
    private static readonly PersonRegistered Registered = new(Name.Ref, Mail.Ref);
    private static readonly GrantMembership Grant = new(Membership, OfficeId, Office, Section.Id, Role.SUPERVISING_OFFICER, Day("2026-04-01"));
    private static readonly MembershipGranted Granted = new(Membership, OfficeId, Section.Id, Role.SUPERVISING_OFFICER, Day("2026-04-01"));

    [Fact]
    public void A_person_is_registered_with_what_is_personal_kept_elsewhere() => Decider.Given().When(new RegisterPerson(Name, Mail)).Then(Registered);

    [Fact]
    public void Nobody_is_registered_twice() => Decider.Given(Registered).When(new RegisterPerson(Name, Mail)).Then(PersonRefusals.Registered);

    [Theory]
    [InlineData(Role.ADMINISTRATOR, Role.AUDITOR, true)]
    [InlineData(Role.CONTRACTOR_OFFICER, Role.CONTRACTOR_STAFF, true)]
    [InlineData(Role.CONTRACTOR_OFFICER, Role.ADMINISTRATOR, false)]
    [InlineData(Role.CONTRACTOR_STAFF, Role.CONTRACTOR_STAFF, false)]
    [InlineData(Role.SUBCONTRACTOR_OFFICER, Role.SUBCONTRACTOR_OFFICER, true)]
    [InlineData(Role.SECTION_HEAD, Role.SUPERVISING_OFFICER, true)]
    [InlineData(Role.SECTION_HEAD, Role.ADMINISTRATOR, false)]
    public void A_role_is_given_and_taken_by_who_looks_after_it(Role by, Role role, bool gives) =>
        PersonDecider.NotToGive(role, Section.Id, Acting(by)).ShouldBe(gives ? null : PersonRefusals.RoleNotYours);

    [Fact]
    public void A_section_head_gives_roles_of_the_own_section_alone() =>
        PersonDecider.NotToGive(Role.SUPERVISING_OFFICER, FirmId, Acting(Role.SECTION_HEAD)).ShouldBe(PersonRefusals.RoleNotYours);

    [Fact]
    public void An_administrator_erases_neither_themselves_nor_who_acts_for_others_too()
    {
        var person = Person.Initial with { Memberships = [new(Membership, OfficeId, Section.Id, Role.SUPERVISING_OFFICER, Day("2026-04-01"), On: null)] };
        var both = person with { Memberships = [.. person.Memberships, new(FirmId, FirmId, SectionId: null, Role.CONTRACTOR_STAFF, Day("2026-04-01"), Day("2026-10-01"))] };
        Refusal? NotToErase(Person state, string day, Guid id) => PersonDecider.NotToErase(id, state, Acting(Role.ADMINISTRATOR), Day(day));

        NotToErase(person, "2026-09-30", Membership).ShouldBeNull();
        NotToErase(person, "2026-09-30", OfficeId).ShouldBe(PersonRefusals.ErasingOneself);
        NotToErase(both, "2026-09-30", Membership).ShouldBe(PersonRefusals.ActsForOthers);
        NotToErase(both, "2026-10-01", Membership).ShouldBeNull();
    }

    // The actor's person has the id of the office, so that no other is needed.
    private static Actor Acting(Role role) => new(ActorKind.PERSON, OfficeId, OfficeId, Section.Id, role);

    [Fact]
    public void A_name_is_wanted() => Decider.Given().When(new RegisterPerson(Name with { Value = " " }, Mail)).Then(TextRefusals.Missing);

    [Fact]
    public void An_address_must_look_like_one() =>
        Decider.Given().When(new RegisterPerson(Name, Mail with { Value = "nobody" })).Then(ContractRefusals.MailInvalid);

    [Fact]
    public void Who_is_not_there_is_not_found() => Decider.Given().When(new RenamePerson(Name)).Then(PersonRefusals.NotFound);

    [Fact]
    public void A_person_acts_from_a_day_on() => Decider.Given(Registered).When(Grant).Then(Granted);

    public static TheoryData<GrantMembership, string> BadGrants => new()
    {
        { Grant with { Role = Role.CONTRACTOR_OFFICER }, "role-not-of-organisation" },
        { Grant with { Organisation = Firm, OrganisationId = FirmId, SectionId = null }, "role-not-of-organisation" },
        { Grant with { SectionId = null }, "section-missing" },
        { Grant with { SectionId = FirmId }, "section-unknown" },
        { Grant with { Role = Role.AUDITOR }, "section-unknown" },
        { Grant with { From = Day("1926-04-01") }, "term-too-long" },
    };

    [Theory]
    [MemberData(nameof(BadGrants))]
    public void A_role_fits_its_organisation(GrantMembership command, string code) =>
        PersonDecider.Decide(command, PersonDecider.Evolve(Person.Initial, Registered)).Refusal!.Code.ShouldBe(code);

    [Fact]
    public void The_same_role_is_not_granted_twice() =>
        Decider.Given(Registered, Granted).When(Grant with { MembershipId = FirmId, From = Day("2026-10-01") }).Then(PersonRefusals.MembershipTwice);

    [Fact]
    public void It_can_be_granted_again_after_its_end() => Decider.Given(Registered, Granted, new MembershipEnded(Membership, Day("2026-10-01")))
        .When(Grant with { MembershipId = FirmId, From = Day("2026-10-01") }).Then(Granted with { MembershipId = FirmId, From = Day("2026-10-01") });

    [Fact]
    public void It_holds_from_its_first_day_until_the_day_before_its_end() =>
        Decider.Given(Registered, Granted).When(new EndMembership(Membership, Day("2027-04-01"))).ThenState(person =>
        {
            person.Acting(Membership, Day("2026-03-31")).ShouldBeNull();
            person.Acting(Membership, Day("2026-04-01")).ShouldNotBeNull();
            person.Acting(Membership, Day("2027-03-31")).ShouldNotBeNull();
            person.Acting(Membership, Day("2027-04-01")).ShouldBeNull();
        });

    [Fact]
    public void What_has_not_begun_never_holds() =>
        Decider.Given(Registered, Granted).When(new EndMembership(Membership, Day("2026-03-01"))).Then(new MembershipEnded(Membership, Day("2026-04-01")));

    [Fact]
    public void A_membership_that_is_not_there_cannot_end() =>
        Decider.Given(Registered).When(new EndMembership(Membership, Day("2027-04-01"))).Then(PersonRefusals.MembershipUnknown);

    [Fact]
    public void Ended_once_is_ended() => Decider.Given(Registered, Granted, new MembershipEnded(Membership, Day("2026-10-01")))
        .When(new EndMembership(Membership, Day("2027-04-01"))).ThenNothing();

    [Fact]
    public void Erasing_ends_what_holds() => Decider.Given(Registered, Granted).When(new ErasePerson(Day("2026-11-20")))
        .Then(new MembershipEnded(Membership, Day("2026-11-20")), new PersonErased());

    [Fact]
    public void Who_was_erased_is_not_changed() => Decider.Given(Registered, new PersonErased()).When(Grant).Then(PersonRefusals.Erased);
}
