using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Deadlines;
using static SecurityTracker.DomainTests.Contracts.ContractSamples;
using static SecurityTracker.DomainTests.Deadlines.Days;

namespace SecurityTracker.DomainTests.Contracts;

public sealed class OfficersAndReportingTests
{
    private static readonly Specification<Contract, IContractEvent, IContractCommand> Decider =
        new(Contract.Initial, ContractDecider.Evolve, ContractDecider.Decide);

    private static readonly PersonalInput Mail = new("officer@example.go.jp", new(new Guid("01990000-0000-7000-8000-0000000000bb")));
    private static readonly OfficerInput Primary = new(OfficerPost.PRIMARY, Representative, Mail, Telephone: null, Day("2026-07-10"));
    private static readonly OfficerInput Deputy = new(OfficerPost.DEPUTY, new("副　次郎", new(Guid.Empty)), Mail: null, Telephone: null, Day("2026-10-01"));
    private static readonly ChangeOfficers Change = new([Primary, Deputy], Day("2026-10-01"));

    private static readonly ContractOfficersChanged Changed = new(
        [new(OfficerPost.PRIMARY, Representative.Ref, Mail.Ref, Telephone: null, Day("2026-07-10")),
         new(OfficerPost.DEPUTY, new(Guid.Empty), Mail: null, Telephone: null, Day("2026-10-01"))],
        Day("2026-10-01"));

    [Fact]
    public void Officers_are_named_from_a_day_on() => Decider.Given(Registered).When(Change).Then(Changed);

    [Fact]
    public void The_same_officers_from_the_same_day_are_no_change() => Decider.Given(Registered, Changed).When(Change).ThenNothing();

    [Fact]
    public void A_later_list_takes_the_place_of_the_earlier_from_its_day() =>
        Decider.Given(Registered, Changed, Changed with { Officers = [Changed.Officers[1]], From = Day("2027-01-01") }).ThenState(contract =>
        {
            contract.OfficersOn(Day("2026-08-01")).Count.ShouldBe(2);
            contract.OfficersOn(Day("2026-12-31")).Count.ShouldBe(2);
            contract.OfficersOn(Day("2027-01-01")).ShouldBe([Changed.Officers[1]]);
        });

    public static TheoryData<ChangeOfficers, string, string> BadLists => new()
    {
        { Change with { Officers = [] }, "officers-missing", "/officers" },
        { Change with { Officers = [.. Enumerable.Repeat(Deputy, 21)] }, "officers-too-many", "/officers" },
        { Change with { Officers = [Primary, Deputy with { Name = Representative with { Value = " " } }] }, "text-missing", "/officers/1/name" },
        { Change with { Officers = [Primary with { Mail = Representative }] }, "mail-invalid", "/officers/0/mail" },
        { Change with { Officers = [Primary with { Telephone = Representative with { Value = "03\n3501" } }] }, "text-not-printable", "/officers/0/telephone" },
        { Change with { Officers = [Primary, Deputy with { From = Day("2026-10-02") }] }, "officer-not-yet", "/officers/1/from" },
        { Change with { Officers = [Primary with { From = Day("1026-07-10") }] }, "term-too-long", "/officers/0/from" },
        { Change with { Officers = [Primary, Primary] }, "primary-twice", "/officers" },
    };

    [Theory]
    [MemberData(nameof(BadLists))]
    public void A_list_with_a_slip_is_refused_at_its_field(ChangeOfficers command, string code, string pointer) => Refused(command, code, pointer);

    [Fact]
    public void A_basis_is_agreed_in_a_consultation() => Decider.Given(Registered)
        .When(new AgreeReporting(ReportingBasis.TERM_HALF, Periods: null, Consulted))
        .Then(new ContractReportingAgreed(ReportingBasis.TERM_HALF, Periods: null, Consulted));

    [Fact]
    public void The_same_agreement_is_no_change() => Decider.Given(Registered, new ContractReportingAgreed(ReportingBasis.AGREED_CALENDAR, [First, Second], Consulted))
        .When(new AgreeReporting(ReportingBasis.AGREED_CALENDAR, [First, Second], Consulted)).ThenNothing();

    [Fact]
    public void Half_of_a_term_over_two_years_is_no_basis()
    {
        var two = Registered with { EndsOn = Day("2028-07-09") };
        var half = new AgreeReporting(ReportingBasis.TERM_HALF, Periods: null, Consulted);
        Decider.Given(two).When(half).Then(new ContractReportingAgreed(ReportingBasis.TERM_HALF, Periods: null, Consulted));
        Decider.Given(two with { EndsOn = Day("2028-07-10") }).When(half).Then(ContractRefusals.TermHalfTooLong);
    }

    private static readonly AgreedPeriod First = new(Day("2026-07-10"), Day("2026-12-20"), Day("2027-01-08"));
    private static readonly AgreedPeriod Second = new(Day("2026-12-21"), Day("2027-02-27"), Day("2027-02-22"));

    public static TheoryData<AgreeReporting, string, string> BadAgreements => new()
    {
        { new(ReportingBasis.YEARLY, Periods: null, Consultation: null), "consultation-missing", "/consultation" },
        { new(ReportingBasis.YEARLY, [First], Consulted), "periods-not-wanted", "/periods" },
        { Calendar(), "periods-missing", "/periods" },
        { Calendar(First with { To = Day("2026-07-09") }), "agreed-period-invalid", "/periods/0/to" },
        { Calendar(First with { From = Day("2026-07-09") }), "agreed-period-outside-term", "/periods/0" },
        { Calendar(First, Second with { To = Day("2027-02-28") }), "agreed-period-outside-term", "/periods/1" },
        { Calendar(First, Second with { From = Day("2026-12-20") }), "agreed-periods-overlap", "/periods/1" },
        { Calendar(Second, First), "agreed-periods-overlap", "/periods/1" },
        { Calendar(First with { DueOn = Day("2026-07-09") }), "due-before-period", "/periods/0/dueOn" },
        { Calendar(First with { DueOn = Day("2201-01-01") }), "term-too-long", "/periods/0/dueOn" },
    };

    [Theory]
    [MemberData(nameof(BadAgreements))]
    public void An_agreement_with_a_slip_is_refused_at_its_field(AgreeReporting command, string code, string pointer) => Refused(command, code, pointer);

    private static AgreeReporting Calendar(params AgreedPeriod[] periods) => new(ReportingBasis.AGREED_CALENDAR, periods, Consulted);

    private static void Refused(IContractCommand command, string code, string pointer)
    {
        var refusal = ContractDecider.Decide(command, ContractDecider.Evolve(Contract.Initial, Registered)).Refusal.ShouldNotBeNull();
        (refusal.Code, refusal.Pointer).ShouldBe((code, pointer));
    }
}
