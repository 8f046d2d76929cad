using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using static SecurityTracker.DomainTests.AuthorityActs.ActExamples;

namespace SecurityTracker.DomainTests.AuthorityActs;

public sealed class DecisionDraftTests
{
    private static readonly DecisionDrafted Drafted = new(Contract, Document, ActVersion: 3, ActOutcome.GRANTED, [], ExpiresOn: null, Reason: null, Now);
    private static readonly DecisionDraft Open = DecisionDraft.Evolve(DecisionDraft.Initial, Drafted);

    [Fact]
    public void One_drafts_and_another_confirms()
    {
        DecisionDraft.Draft(Drafted, DecisionDraft.Initial).Events.ShouldBe([Drafted]);
        DecisionDraft.Confirm(Open, actVersion: 3, isDrafter: false).Events.ShouldBe([new DecisionDraftConfirmed()]);
        DecisionDraft.Evolve(Open, new DecisionDraftConfirmed()).Open.ShouldBeNull();
    }

    [Fact]
    public void What_is_not_so_is_refused()
    {
        Code(DecisionDraft.Draft(Drafted, Open)).ShouldBe("draft-open");
        Code(DecisionDraft.Confirm(Open, actVersion: 3, isDrafter: true)).ShouldBe("same-person");
        Code(DecisionDraft.Confirm(Open, actVersion: 4, isDrafter: false)).ShouldBe("draft-stale");
        Code(DecisionDraft.Confirm(DecisionDraft.Initial, actVersion: 3, isDrafter: false)).ShouldBe("draft-missing");
        Code(DecisionDraft.Discard(DecisionDraft.Initial)).ShouldBe("draft-missing");
        DecisionDraft.Discard(Open).Events.ShouldBe([new DecisionDraftDiscarded()]);
    }

    private static string? Code(Decision decision) => decision.Refusal?.Code;
}
