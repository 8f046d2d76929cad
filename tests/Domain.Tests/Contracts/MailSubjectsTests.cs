using SecurityTracker.Domain.Contracts;
using static SecurityTracker.DomainTests.Contracts.ContractSamples;

namespace SecurityTracker.DomainTests.Contracts;

public sealed class MailSubjectsTests
{
    private static readonly Specification<Contract, IContractEvent, IContractCommand> Decider =
        new(Contract.Initial, ContractDecider.Evolve, ContractDecider.Decide);

    [Fact]
    public void The_pattern_is_set_and_taken_back()
    {
        Decider.Given(Registered).When(new SetMailSubject("[R8] {件名}")).Then(new ContractMailSubjectSet("[R8] {件名}"));
        Decider.Given(Registered, new ContractMailSubjectSet("[R8] {件名}")).When(new SetMailSubject("[R8] {件名}")).ThenNothing();
        Decider.Given(Registered, new ContractMailSubjectSet("[R8] {件名}")).When(new SetMailSubject(Pattern: null)).Then(new ContractMailSubjectSet(Pattern: null));
    }

    [Theory]
    [InlineData("件名なし", "mail-subject-invalid")]
    [InlineData("{件名}{件名}", "mail-subject-invalid")]
    [InlineData("", "text-missing")]
    [InlineData("{件名}\n", "text-not-printable")]
    public void A_pattern_holds_the_title_once(string pattern, string code) =>
        ContractDecider.Decide(new SetMailSubject(pattern), ContractDecider.Evolve(Contract.Initial, Registered)).Refusal!.Code.ShouldBe(code);

    [Fact]
    public void The_title_and_the_contracts_name_take_their_places()
    {
        MailSubjects.Of(pattern: null, "動向調査", "持込み").ShouldBe("【動向調査】持込み");
        MailSubjects.Of("{件名}（{契約件名}）", "動向\n調査", "持込み").ShouldBe("持込み（動向 調査）");
    }
}
