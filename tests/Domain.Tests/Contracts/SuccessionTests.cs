using SecurityTracker.Domain.Contracts;
using static SecurityTracker.DomainTests.Contracts.ContractSamples;
using static SecurityTracker.DomainTests.Deadlines.Days;

namespace SecurityTracker.DomainTests.Contracts;

/// <summary>異動.</summary>
public sealed class SuccessionTests
{
    private static readonly Specification<Contract, IContractEvent, IContractCommand> Decider =
        new(Contract.Initial, ContractDecider.Evolve, ContractDecider.Decide);

    private static readonly Guid Before = new("01990000-0000-7000-8000-0000000000e1");
    private static readonly Guid After = new("01990000-0000-7000-8000-0000000000e2");
    private static readonly Guid Third = new("01990000-0000-7000-8000-0000000000e3");
    private static readonly Successor Successor = new(After, new(After), Mail: null);
    private static readonly SucceedOfficer Succeed = new(Before, Successor, Day("2027-04-01"));

    [Fact]
    public void The_successor_stands_in_the_predecessors_place_from_the_day_on() =>
        Decider.Given(Registered, List("2026-07-10", Officer(Before, OfficerPost.PRIMARY), Officer(Third, OfficerPost.DEPUTY))).When(Succeed)
            .Then(List("2027-04-01", Officer(After, OfficerPost.PRIMARY, "2027-04-01"), Officer(Third, OfficerPost.DEPUTY)))
            .ThenState(contract =>
            {
                contract.OfficersOn(Day("2027-03-31"))[0].PersonId.ShouldBe(Before);
                contract.OfficersOn(Day("2027-04-01"))[0].PersonId.ShouldBe(After);
            });

    [Fact]
    public void Lists_that_begin_later_name_the_successor_too() =>
        Decider.Given(Registered, List("2026-07-10", Officer(Before, OfficerPost.PRIMARY)), List("2027-07-01", Officer(Third, OfficerPost.PRIMARY), Officer(Before, OfficerPost.DEPUTY)))
            .When(Succeed).Then(
                List("2027-04-01", Officer(After, OfficerPost.PRIMARY, "2027-04-01")),
                List("2027-07-01", Officer(Third, OfficerPost.PRIMARY), Officer(After, OfficerPost.DEPUTY, "2027-04-01")));

    [Fact]
    public void A_deputy_who_succeeds_takes_the_higher_post_and_stands_once() =>
        Decider.Given(Registered, List("2026-07-10", Officer(Before, OfficerPost.PRIMARY), Officer(After, OfficerPost.DEPUTY))).When(Succeed)
            .Then(List("2027-04-01", Officer(After, OfficerPost.PRIMARY, "2027-04-01")));

    [Fact]
    public void A_primary_who_takes_over_a_deputys_work_stays_what_they_are() =>
        Decider.Given(Registered, List("2026-07-10", Officer(After, OfficerPost.PRIMARY), Officer(Before, OfficerPost.DEPUTY))).When(Succeed)
            .Then(List("2027-04-01", Officer(After, OfficerPost.PRIMARY)));

    [Fact]
    public void Who_is_not_in_charge_hands_over_nothing() =>
        Decider.Given(Registered, List("2026-07-10", Officer(Third, OfficerPost.PRIMARY))).When(Succeed).ThenNothing();

    [Fact]
    public void A_day_that_is_none_is_refused() =>
        Decider.Given(Registered, List("2026-07-10", Officer(Before, OfficerPost.PRIMARY))).When(Succeed with { On = Day("1027-04-01") }).Then(ContractRefusals.TermTooLong);

    private static ContractOfficersChanged List(string from, params ContractOfficer[] officers) => new(officers, Day(from));

    private static ContractOfficer Officer(Guid person, OfficerPost post, string from = "2026-07-10") => new(post, new(person), Mail: null, Telephone: null, Day(from), person);
}
