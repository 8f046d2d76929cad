using SecurityTracker.Domain.Contracts;
using static SecurityTracker.DomainTests.Contracts.ContractSamples;
using static SecurityTracker.DomainTests.Deadlines.Days;

namespace SecurityTracker.DomainTests.Contracts;

public sealed class SubcontractorsTests
{
    private static readonly Specification<Contract, IContractEvent, IContractCommand> Decider =
        new(Contract.Initial, ContractDecider.Evolve, ContractDecider.Decide);

    private static readonly int[] Known = [.. Enumerable.Range(2, 16)];
    private static readonly Guid FirmId = new("01990000-0000-7000-8000-0000000000f1");
    private static readonly Guid Organisation = new("01990000-0000-7000-8000-0000000000f2");
    private static readonly EngageSubcontractor Engage = new(FirmId, Organisation, "株式会社印刷", SubcontractorKind.SUBCONTRACTOR, [9, 5], Day("2026-08-01"), Known);
    private static readonly SubcontractorEngaged Engaged = new(FirmId, Organisation, "株式会社印刷", SubcontractorKind.SUBCONTRACTOR, [5, 9], Day("2026-08-01"));
    private static readonly ContractRegistered Led = Registered with { Consortium = Consortium.LEAD_ONLY };
    private static readonly ContractRegistered Joint = Registered with { Consortium = Consortium.JOINT };

    [Fact]
    public void A_subcontractor_takes_part_with_what_flows_down() => Decider.Given(Registered).When(Engage).Then(Engaged);

    public static TheoryData<EngageSubcontractor, string> Refused => new()
    {
        { Engage with { Name = " " }, "text-missing" },
        { Engage with { Numbers = [] }, "numbers-missing" },
        { Engage with { Numbers = [5, 5] }, "number-unknown" },
        { Engage with { Numbers = [99] }, "number-unknown" },
        { Engage with { Kind = SubcontractorKind.CONSORTIUM_MEMBER }, "contract-without-consortium" },
        { Engage with { Kind = SubcontractorKind.JOINT_MEMBER, Numbers = [] }, "contract-not-joint" },
        { Engage with { From = Day("1026-08-01") }, "term-too-long" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_noted_is_refused(EngageSubcontractor command, string code) =>
        ContractDecider.Decide(command, ContractDecider.Evolve(Contract.Initial, Registered)).Refusal!.Code.ShouldBe(code);

    [Fact]
    public void Members_count_as_subcontractors_unless_the_contract_is_joint()
    {
        Decider.Given(Led).When(Engage with { Kind = SubcontractorKind.CONSORTIUM_MEMBER })
            .Then(Engaged with { Kind = SubcontractorKind.CONSORTIUM_MEMBER }).ThenState(c => c.JointMemberIds.ShouldBeEmpty());
        Decider.Given(Led).When(Engage with { Kind = SubcontractorKind.JOINT_MEMBER, Numbers = [] }).Then(SubcontractorRefusals.NotJoint);
        Decider.Given(Joint).When(Engage with { Kind = SubcontractorKind.JOINT_MEMBER, Numbers = [] })
            .Then(Engaged with { Kind = SubcontractorKind.JOINT_MEMBER, Numbers = [] }).ThenState(c => c.JointMemberIds.ShouldBe([Organisation]));
        Decider.Given(Joint).When(Engage with { Kind = SubcontractorKind.JOINT_MEMBER }).Then(SubcontractorRefusals.NumbersOfJointMember);
        Decider.Given(Joint).When(Engage with { Kind = SubcontractorKind.CONSORTIUM_MEMBER }).Then(SubcontractorRefusals.NoConsortium);
    }

    [Fact]
    public void No_organisation_takes_part_twice_and_none_under_itself()
    {
        Decider.Given(Registered, Engaged).When(Engage with { SubcontractorId = Guid.NewGuid() }).Then(SubcontractorRefusals.Twice);
        Decider.Given(Registered, Engaged, new SubcontractorReleased(FirmId, Day("2026-09-01"))).When(Engage with { SubcontractorId = Organisation })
            .Then(Engaged with { SubcontractorId = Organisation });
        var own = Registered with { Contractor = Registered.Contractor with { OrganisationId = Organisation } };
        Decider.Given(own).When(Engage).Then(SubcontractorRefusals.Itself);
    }

    [Fact]
    public void What_is_known_changes_until_it_ends()
    {
        var change = new ChangeSubcontractor(FirmId, Organisation, "株式会社印刷", [5], Known);
        Decider.Given(Registered, Engaged).When(change).Then(new SubcontractorChanged(FirmId, Organisation, "株式会社印刷", [5]));
        Decider.Given(Registered, Engaged).When(change with { Numbers = [9, 5] }).ThenNothing();
        Decider.Given(Registered).When(change).Then(SubcontractorRefusals.NotFound);
        Decider.Given(Registered, Engaged, new SubcontractorReleased(FirmId, Day("2026-09-01"))).When(change).Then(SubcontractorRefusals.Ended);
    }

    [Fact]
    public void It_ends_once_and_not_before_it_began()
    {
        Decider.Given(Registered, Engaged).When(new ReleaseSubcontractor(FirmId, Day("2026-09-01"))).Then(new SubcontractorReleased(FirmId, Day("2026-09-01")));
        Decider.Given(Registered, Engaged).When(new ReleaseSubcontractor(FirmId, Day("2026-07-20"))).Then(new SubcontractorReleased(FirmId, Day("2026-08-01")));
        Decider.Given(Registered, Engaged, new SubcontractorReleased(FirmId, Day("2026-09-01"))).When(new ReleaseSubcontractor(FirmId, Day("2026-10-01"))).ThenNothing();
        Decider.Given(Registered).When(new ReleaseSubcontractor(FirmId, Day("2026-10-01"))).Then(SubcontractorRefusals.NotFound);
        Decider.Given(Joint, Engaged with { Kind = SubcontractorKind.JOINT_MEMBER, Numbers = [] }, new SubcontractorReleased(FirmId, Day("2026-09-01")))
            .ThenState(c => c.JointMemberIds.ShouldBeEmpty());
    }

    [Fact]
    public void Another_edition_moves_what_flows_down()
    {
        var moved = new RenumberSubcontractors(number => number == 9 ? [6, 10] : [number]);
        Decider.Given(Registered, Engaged).When(moved).Then(new SubcontractorChanged(FirmId, Organisation, "株式会社印刷", [5, 6, 10]));
        Decider.Given(Registered, Engaged).When(new RenumberSubcontractors(number => [number])).ThenNothing();
    }
}
