using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Contracts;
using static SecurityTracker.DomainTests.Deadlines.Days;

namespace SecurityTracker.DomainTests.Access;

/// <summary>What a 課室 works by: its address, its second pair of eyes, its 保存期間, its delegations.</summary>
public sealed class SectionSettingsTests
{
    private static readonly Specification<Organisation, IOrganisationEvent, IOrganisationCommand> Decider =
        new(Organisation.Initial, OrganisationDecider.Evolve, OrganisationDecider.Decide);

    private static readonly Guid SectionId = new("01990000-0000-7000-8000-000000000004");
    private static readonly Guid Elsewhere = new("01990000-0000-7000-8000-000000000005");
    private static readonly Guid Head = new("01990000-0000-7000-8000-000000000006");
    private static readonly Guid Officer = new("01990000-0000-7000-8000-000000000007");
    private static readonly Guid DelegationId = new("01990000-0000-7000-8000-000000000008");
    private static readonly OrganisationRegistered Office = new(OrganisationKind.MINISTRY_OFFICE, "経済産業省", CorporateNumber: null, [new(SectionId, "総務課", Mail: null)]);
    private static readonly DelegateSection Delegate = new(DelegationId, SectionId, Head, Officer, Day("2026-12-01"), Day("2026-12-31"), ToIsOfSection: true);
    private static readonly SectionDelegated Delegated = new(DelegationId, SectionId, Head, Officer, Day("2026-12-01"), Day("2026-12-31"));

    [Fact]
    public void The_shared_address_is_set_and_taken_away()
    {
        Decider.Given(Office).When(new ChangeSectionMail(SectionId, "somu@example.go.jp")).Then(new SectionMailChanged(SectionId, "somu@example.go.jp"))
            .ThenState(office => office.Sections[0].Mail.ShouldBe("somu@example.go.jp"));
        Decider.Given(Office, new SectionMailChanged(SectionId, "somu@example.go.jp")).When(new ChangeSectionMail(SectionId, " ")).Then(new SectionMailChanged(SectionId, Mail: null));
        Decider.Given(Office).When(new ChangeSectionMail(SectionId, Mail: null)).ThenNothing();
        Decider.Given(Office).When(new ChangeSectionMail(SectionId, "somu")).Then(OrganisationRefusals.MailWrong);
        Decider.Given(Office).When(new ChangeSectionMail(Elsewhere, "somu@example.go.jp")).Then(SectionRefusals.NotFound);
    }

    [Fact]
    public void A_second_pair_of_eyes_is_wanted_for_some_kinds()
    {
        var both = new SetSectionReviewRules(SectionId, [ReviewedKind.PERMIT, ReviewedKind.CONSENT, ReviewedKind.PERMIT]);
        Decider.Given(Office).When(both).Then(new SectionReviewRulesSet(SectionId, [ReviewedKind.CONSENT, ReviewedKind.PERMIT]))
            .ThenState(office => office.SecondPairOfEyes(SectionId).ShouldBe([ReviewedKind.CONSENT, ReviewedKind.PERMIT]));
        Decider.Given(Office, new SectionReviewRulesSet(SectionId, [ReviewedKind.CONSENT, ReviewedKind.PERMIT])).When(both).ThenNothing();
        Decider.Given(Office).When(both with { SecondPairOfEyes = [(ReviewedKind)99] }).Then(SectionRefusals.KindUnknown);
        Decider.Given(Office).When(both with { SectionId = Elsewhere }).Then(SectionRefusals.NotFound);
    }

    [Fact]
    public void The_period_of_preservation_is_the_sections_own_or_the_default()
    {
        Decider.Given(Office).ThenState(office => office.RetentionYears(SectionId).ShouldBeNull());
        Decider.Given(Office).When(new SetSectionRetention(SectionId, 10)).Then(new SectionRetentionSet(SectionId, 10))
            .ThenState(office => office.RetentionYears(SectionId).ShouldBe(10));
        Decider.Given(Office, new SectionRetentionSet(SectionId, 10)).When(new SetSectionRetention(SectionId, Years: null)).Then(new SectionRetentionSet(SectionId, Years: null))
            .ThenState(office => office.RetentionYears(SectionId).ShouldBeNull());
        Decider.Given(Office).When(new SetSectionRetention(SectionId, Years: null)).ThenNothing();
        Decider.Given(Office).When(new SetSectionRetention(SectionId, 0)).Then(SectionRefusals.YearsInvalid);
        Decider.Given(Office).When(new SetSectionRetention(SectionId, 31)).Then(SectionRefusals.YearsInvalid);
        Decider.Given(Office).When(new SetSectionRetention(Elsewhere, 3)).Then(SectionRefusals.NotFound);
    }

    [Fact]
    public void A_section_switches_more_reminders_on_or_all_off()
    {
        Decider.Given(Office).ThenState(office => office.ReminderRhythm(SectionId).ShouldBeNull());
        Decider.Given(Office).When(new SetSectionReminderRhythm(SectionId, ReminderRhythm.DAILY)).Then(new SectionReminderRhythmSet(SectionId, ReminderRhythm.DAILY))
            .ThenState(office => office.ReminderRhythm(SectionId).ShouldBe(ReminderRhythm.DAILY));
        Decider.Given(Office, new SectionReminderRhythmSet(SectionId, ReminderRhythm.DAILY)).When(new SetSectionReminderRhythm(SectionId, ReminderRhythm.DAILY)).ThenNothing();
        Decider.Given(Office, new SectionReminderRhythmSet(SectionId, ReminderRhythm.DAILY)).When(new SetSectionReminderRhythm(SectionId, Rhythm: null))
            .Then(new SectionReminderRhythmSet(SectionId, Rhythm: null)).ThenState(office => office.ReminderRhythm(SectionId).ShouldBeNull());
        Decider.Given(Office).When(new SetSectionReminderRhythm(SectionId, ReminderRhythm.LATE_ONLY)).Then(SectionRefusals.RhythmUnknown);
        Decider.Given(Office).When(new SetSectionReminderRhythm(SectionId, (ReminderRhythm)99)).Then(SectionRefusals.RhythmUnknown);
        Decider.Given(Office).When(new SetSectionReminderRhythm(Elsewhere, ReminderRhythm.OFF)).Then(SectionRefusals.NotFound);
    }

    [Fact]
    public void The_head_delegates_for_some_days()
    {
        Decider.Given(Office).When(Delegate).Then(Delegated).ThenState(office =>
        {
            var delegation = office.Delegations.ShouldHaveSingleItem();
            (delegation.HoldsOn(Day("2026-11-30")), delegation.HoldsOn(Day("2026-12-01")), delegation.HoldsOn(Day("2026-12-31")), delegation.HoldsOn(Day("2027-01-01")))
                .ShouldBe((false, true, true, false));
        });
        Decider.Given(Office).When(Delegate with { SectionId = Elsewhere }).Then(SectionRefusals.NotFound);
        Decider.Given(Office).When(Delegate with { ToPersonId = Head }).Then(SectionRefusals.DelegateItself);
        Decider.Given(Office).When(Delegate with { ToIsOfSection = false }).Then(SectionRefusals.PersonUnknown);
        Decider.Given(Office).When(Delegate with { Until = Day("2026-11-30") }).Then(SectionRefusals.DaysInvalid);
        Decider.Given(Office).When(Delegate with { Until = Day("2027-12-03") }).Then(SectionRefusals.DaysTooMany);
        Decider.Given(Office).When(Delegate with { From = Day("1026-12-01"), Until = Day("1026-12-02") }).Then(ContractRefusals.TermTooLong);
    }

    [Fact]
    public void A_delegation_is_taken_back_by_its_own_section()
    {
        Decider.Given(Office, Delegated).When(new EndSectionDelegation(SectionId, DelegationId)).Then(new SectionDelegationEnded(DelegationId))
            .ThenState(office => office.Delegations.ShouldBeEmpty());
        Decider.Given(Office, Delegated).When(new EndSectionDelegation(Elsewhere, DelegationId)).Then(SectionRefusals.NotFound);
        Decider.Given(Office).When(new EndSectionDelegation(SectionId, DelegationId)).Then(SectionRefusals.NotFound);
    }
}
