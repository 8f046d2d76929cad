using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.DomainTests.Deadlines;
using SecurityTracker.DomainTests.Reports;
using static SecurityTracker.DomainTests.AuthorityActs.ActExamples;
using static SecurityTracker.DomainTests.Deadlines.Days;

namespace SecurityTracker.DomainTests.AuthorityActs;

public sealed class ClosingDutiesTests
{
    private const string ToConfirm = "CLOSING_TO_CONFIRM from 2027-01-30 BEFORE 2027-03-31";
    private const string List = "CLOSING_LIST* from 2027-01-30 BEFORE 2027-03-15";
    private static readonly Domain.Contracts.Contract Until31March = ReportExamples.Underway;
    private static readonly AuthorityActRequested Asked = Requested(Individual with { StartsOn = null }) with { Subject = ProcedureSubject.RETURN_OR_ERASURE, Kind = ActKind.CONFIRM, Number = 8, Before = false };

    [Theory]
    [InlineData("2026-07-10", "2027-02-27", "CLOSING_LIST* from 2026-12-29 BEFORE 2027-02-12", "CLOSING_TO_CONFIRM from 2026-12-29 BEFORE 2027-02-26")]
    [InlineData("2026-04-01", "2027-03-31", List, ToConfirm)]
    [InlineData("2026-10-01", "2029-03-31", "CLOSING_LIST* from 2029-01-30 BEFORE 2029-03-15", "CLOSING_TO_CONFIRM from 2029-01-30 BEFORE 2029-03-30")]
    // 15 March 2026 is a Sunday; a term that ends on 15 March is not one of the second half.
    [InlineData("2025-04-01", "2026-03-16", "CLOSING_LIST* from 2026-01-15 BEFORE 2026-03-13", "CLOSING_TO_CONFIRM from 2026-01-15 BEFORE 2026-03-16")]
    [InlineData("2026-04-01", "2027-03-15", "CLOSING_LIST* from 2027-01-14 BEFORE 2027-03-01", "CLOSING_TO_CONFIRM from 2027-01-14 BEFORE 2027-03-15")]
    // Short terms: nothing is shown or due before the first day.
    [InlineData("2027-03-22", "2027-03-28", "CLOSING_LIST* from 2027-03-22 BEFORE 2027-03-26", "CLOSING_TO_CONFIRM from 2027-03-22 BEFORE 2027-03-26")]
    [InlineData("2027-03-20", "2027-03-22", "CLOSING_LIST* from 2027-03-20 BEFORE 2027-03-22", "CLOSING_TO_CONFIRM from 2027-03-20 BEFORE 2027-03-22")]
    public void Towards_the_end_the_list_is_due_and_then_the_word(string startsOn, string endsOn, params string[] expected) =>
        Given(Until31March with { StartsOn = Day(startsOn), EndsOn = Day(endsOn) }).Then(expected);

    [Fact]
    public void A_list_that_the_officer_was_asked_to_confirm_is_done_and_the_word_is_to_come()
    {
        Given(Until31March, Asked).Then(ToConfirm);
        Given(Until31March, Asked, new AuthorityActInquired("媒体の番号は。")).Then(ToConfirm);
        Given(Until31March, Asked, Granted("2027-03-20T10:00+09:00")).ThenNothing();
    }

    [Fact]
    public void A_word_that_was_refused_or_taken_back_is_none()
    {
        Given(Until31March, Asked, new AuthorityActCancelled("誤り")).Then(List, ToConfirm);
        Given(Until31March, Asked, new AuthorityActDeclined("一覧が不足", At("2027-03-20T10:00+09:00"))).Then(List, ToConfirm);
        Given(Until31March, Asked, Granted("2027-03-20T10:00+09:00"), new AuthorityActWithdrawn("誤り", At("2027-03-21T10:00+09:00"))).Then(List, ToConfirm);
    }

    [Fact]
    public void A_return_in_the_middle_of_the_term_is_not_the_one_of_its_end()
    {
        Given(Until31March, Asked, Granted("2026-11-19T10:00+09:00")).Then(List, ToConfirm);
        Given(Until31March, Asked, Granted("2027-01-30T00:00+09:00")).ThenNothing();
    }

    [Fact]
    public void Another_word_is_not_the_one_of_the_end() => Given(Until31March, Requested(), Granted("2027-03-20T10:00+09:00")).Then(List, ToConfirm);

    [Fact]
    public void A_termination_starts_both_at_once_and_sets_no_day()
    {
        var terminated = Until31March with { Termination = new(Day("2026-11-20"), "双方の合意") };
        Given(terminated).Then("CLOSING_LIST* from 2026-11-20", "CLOSING_TO_CONFIRM from 2026-11-20");
        Given(terminated, Asked).Then("CLOSING_TO_CONFIRM from 2026-11-20");
        Given(terminated, Asked, Granted("2026-11-25T10:00+09:00")).ThenNothing();
    }

    [Fact]
    public void Nothing_is_closed_before_it_is_signed() => Given(Until31March with { SignedOn = null }).ThenNothing();

    private static DutiesOf Given(Domain.Contracts.Contract contract, params IReadOnlyList<IAuthorityActEvent> events) =>
        new(ClosingDuties.Of(ContractId, contract, events.Count == 0 ? [] : [events.Aggregate(AuthorityAct.Initial, AuthorityActFold.Evolve)]));

    private static readonly Guid ContractId = ReportExamples.ContractId;
}
