using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.DomainTests.Deadlines;
using SecurityTracker.DomainTests.Reports;
using static SecurityTracker.DomainTests.AuthorityActs.ActExamples;

namespace SecurityTracker.DomainTests.AuthorityActs;

public sealed class TakeAnewDutiesTests
{
    private const string Anew = "WORDS_TO_TAKE_ANEW 「ノートＰＣの持込み」 until 2026-05-31";
    private static readonly Guid ContractId = new("01990000-0000-7000-8000-000000000001");
    private static readonly AuthorityAct Held = Act(Requested(Standing), Granted());

    [Fact]
    public void What_held_on_the_contract_before_is_named_while_this_one_is_young()
    {
        Given(Held).Then(Anew);
        Given(Held, Act(Requested(Standing), Granted())).Then(Anew);
        Given(Held, Act(Requested(Individual with { Title = "録音機の持込み" }), Granted())).Then("WORDS_TO_TAKE_ANEW 「ノートＰＣの持込み、録音機の持込み」 until 2026-05-31");
    }

    [Fact]
    public void What_was_refused_taken_back_for_one_occasion_or_of_that_contract_alone_is_not()
    {
        Given().ThenNothing();
        Given(Act(Requested(Standing)), Act(Requested(Standing), Granted(), new AuthorityActWithdrawn("取消し", Now))).ThenNothing();
        Given(Act(Requested(), Granted(expiresOn: new(2026, 12, 25)))).ThenNothing();
        Given(Act(Requested(Standing) with { Subject = ProcedureSubject.RETURN_OR_ERASURE }, Granted())).ThenNothing();
    }

    [Fact]
    public void What_was_asked_for_again_is_not_and_of_a_contract_that_was_ended_nothing_is()
    {
        Of([Act(Requested(Standing))], Held).ThenNothing();
        Of([Act(Requested(Standing), new AuthorityActCancelled("誤り"))], Held).Then(Anew);
        new DutiesOf(TakeAnewDuties.Of(ContractId, ReportExamples.Underway with { Termination = new(new(2026, 5, 1), "双方の合意") }, [Held], [])).ThenNothing();
    }

    private static DutiesOf Given(params IReadOnlyList<AuthorityAct> before) => Of([], before);

    private static DutiesOf Of(IReadOnlyList<AuthorityAct> acts, params IReadOnlyList<AuthorityAct> before) =>
        new(TakeAnewDuties.Of(ContractId, ReportExamples.Underway, before, acts));
}
