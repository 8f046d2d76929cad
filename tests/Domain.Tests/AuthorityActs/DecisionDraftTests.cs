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

    [Fact]
    public void A_draft_that_an_objection_overtook_is_not_confirmed_and_gives_way_to_another()
    {
        var objected = Act(Requested(), ByMail(), new AuthorityActRecordObjected(1, "そのような回答はしていません。"));
        var overtaken = DecisionDraft.Evolve(DecisionDraft.Initial, DecisionDraft.Of(new ConfirmRecord(), Document, Act(Requested(), ByMail()))!);

        Code(DecisionDraft.Confirm(overtaken, objected.Version, isDrafter: false)).ShouldBe("draft-stale");
        var anew = DecisionDraft.Of(new DecideAct(ActOutcome.GRANTED, [], ExpiresOn: null, Reason: null, Now), Document, objected)!;
        DecisionDraft.Draft(anew, overtaken).Events.ShouldBe([anew]);
        DecisionDraft.Confirm(DecisionDraft.Evolve(overtaken, anew), objected.Version, isDrafter: false).Events.ShouldBe([new DecisionDraftConfirmed()]);
    }

    private static string? Code(Decision decision) => decision.Refusal?.Code;
}
