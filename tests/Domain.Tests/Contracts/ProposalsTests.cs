using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using static SecurityTracker.Domain.Obligations.ImplementationStatus;
using static SecurityTracker.DomainTests.Contracts.ContractSamples;

namespace SecurityTracker.DomainTests.Contracts;

public sealed class ProposalsTests
{
    private static readonly DateOnly InTerm = new(2026, 9, 1);
    private static readonly Answers Nothing = new(
        Subcontracting: false, BringsDevices: false, CopiesOutside: false, Cloud: false, SystemOrSite: false, ApplicationOrContent: false);

    private static readonly Answers Everything = new(
        Subcontracting: true, BringsDevices: true, CopiesOutside: true, Cloud: true, SystemOrSite: true, ApplicationOrContent: true);

    [Fact]
    public void Nothing_is_proposed_before_the_questions_are_answered() =>
        Proposals.For(Shipped("ED-C"), Answered(answers: null), InTerm).ShouldBeEmpty();

    [Theory]
    [InlineData("ED-B")]
    [InlineData("ED-C")]
    [InlineData("ED-D")]
    public void Six_times_no_leaves_few_rows_to_think_about(string code) =>
        Proposals.For(Shipped(code), Answered(Nothing), InTerm).Select(p => (p.Number, p.Status)).ShouldBe(
        [
            (3, NOT_APPLICABLE), (5, NOT_APPLICABLE), (6, IMPLEMENTED), (7, NOT_APPLICABLE), (8, NOT_APPLICABLE), (12, NOT_APPLICABLE),
            (13, NOT_APPLICABLE), (14, NOT_APPLICABLE), (15, NOT_APPLICABLE), (16, NOT_APPLICABLE), (17, NOT_APPLICABLE),
        ]);

    [Fact]
    public void The_oldest_edition_is_addressed_by_meaning_not_by_number() =>
        Proposals.For(Shipped("ED-A"), Answered(Nothing), InTerm).Select(p => (p.Number, p.Status)).ShouldBe(
        [
            (3, IMPLEMENTED), (4, NOT_APPLICABLE), (5, NOT_APPLICABLE), (9, NOT_APPLICABLE), (11, NOT_APPLICABLE), (12, NOT_APPLICABLE),
            (13, NOT_APPLICABLE), (14, NOT_APPLICABLE), (15, NOT_APPLICABLE), (16, NOT_APPLICABLE), (17, NOT_APPLICABLE), (18, NOT_APPLICABLE),
        ]);

    [Fact]
    public void Six_times_yes_leaves_what_the_calendar_says() =>
        Proposals.For(Shipped("ED-D"), Answered(Everything), InTerm).Select(p => p.Number).ShouldBe([3, 8]);

    [Fact]
    public void Return_and_erasure_waits_for_the_end()
    {
        var eight = Proposals.For(Shipped("ED-C"), Answered(Nothing), InTerm).Single(p => p.Number == 8);
        eight.Reason.ShouldBe("契約期間中のため。業務終了後速やかに返却・消去し、担当職員の確認を受けます。");
        eight.IsDefault.ShouldBeTrue();
        Proposals.For(Shipped("ED-C"), Answered(Nothing), Register.EndsOn).ShouldContain(p => p.Number == 8);
        Proposals.For(Shipped("ED-C"), Answered(Nothing), Register.EndsOn.AddDays(1)).ShouldNotContain(p => p.Number == 8);
        var terminated = Answered(Nothing) with { Termination = new(InTerm, "合意") };
        Proposals.For(Shipped("ED-C"), terminated, InTerm).ShouldNotContain(p => p.Number == 8);
    }

    [Fact]
    public void What_was_agreed_with_the_officer_goes_before_the_default()
    {
        var contract = Answered(Nothing) with { Conventions = [new(Convention.END_OF_WORK, NOT_IMPLEMENTED, Consulted)] };
        var eight = Proposals.For(Shipped("ED-C"), contract, InTerm).Single(p => p.Number == 8);
        (eight.Status, eight.IsDefault).ShouldBe((NOT_IMPLEMENTED, false));
    }

    [Fact]
    public void The_reason_for_all_of_fifteen_also_explains_part_ten_where_the_edition_has_it()
    {
        var fifteen = Proposals.For(Shipped("ED-C"), Answered(Nothing), InTerm).Single(p => p.Number == 15);
        fifteen.Explanation.ShouldBe(fifteen.Reason);
        Proposals.For(Shipped("ED-B"), Answered(Nothing), InTerm).ShouldAllBe(p => p.Explanation == null);
    }

    [Fact]
    public void A_renumbered_import_is_understood_by_its_words()
    {
        var source = Shipped("ED-C");
        var moved = source with
        {
            Code = "IMPORTED",
            Requirements = [.. source.Requirements.Reverse().Select((r, i) => r with { Number = i + 1, Id = $"17:{i + 1}" })],
        };
        var byNumber = Proposals.For(moved, Answered(Nothing), InTerm).ToDictionary(p => p.Number, p => p.Reason);
        foreach (var proposal in Proposals.For(source, Answered(Nothing), InTerm))
        {
            byNumber[18 - proposal.Number].ShouldBe(proposal.Reason);
        }
    }

    [Fact]
    public void Words_that_are_not_known_get_no_proposal()
    {
        var source = Shipped("ED-C");
        var reworded = source with { Code = "IMPORTED", Requirements = [.. source.Requirements.Select(r => r with { Text = "新しい文言" + r.Text })] };
        Proposals.For(reworded, Answered(Nothing), InTerm).ShouldBeEmpty();
    }

    [Fact]
    public void Every_proposal_can_be_accepted_by_the_ordinary_act()
    {
        foreach (var edition in ShippedEditions.All)
        {
            var opened = OpenObligation.Of(Id, edition).ToDictionary(o => o.Number);
            foreach (var proposal in Proposals.For(edition, Answered(Nothing), InTerm))
            {
                var o = opened[proposal.Number];
                var state = ObligationDecider.Evolve(
                    Obligation.Initial, new ObligationOpened(o.ContractId, o.RequirementId, o.Number, o.Edition, o.Reported, o.Statements));
                ObligationDecider.Decide(new SetStatus(proposal.Status, proposal.Reason), state).Refusal.ShouldBeNull();
            }
        }
    }

    private static AnnexEdition Shipped(string code) => ShippedEditions.All.Single(e => e.Code == code);

    private static Contract Answered(Answers? answers) => ContractDecider.Evolve(Contract.Initial, Registered) with { Answers = answers };

    [Theory]
    [InlineData("ED-A", "11|3|4|17|12 13 15 16 18|14 18")]
    [InlineData("ED-D", "5|6|7|12 13 14|15|16 17")]
    public void The_questions_name_the_numbers_of_the_edition(string code, string numbers) => string.Join('|', Questions
        .Of(ShippedEditions.All.Single(edition => edition.Code == code)).Select(one => string.Join(' ', one.Numbers))).ShouldBe(numbers);
}
