using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Catalogue;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Puts an act beside its story, its contract and what it was given for, through the eyes of the actor.</summary>
internal sealed class ActPages(
    ActReader acts, ActStories stories, ActSummaries summaries, Editions editions, DraftReader drafts, Openings openings, ActPowers powers)
{
    /// <summary>An act with all that is shown of it, or null where the actor sees none of this id.</summary>
    public async Task<ActDetails?> Details(Guid id, CancellationToken ct)
    {
        if (await acts.Find(id, ct) is not { } found)
        {
            return null;
        }

        var act = found.Value;
        var (telling, reading) = (stories.Of(id, act, ct), acts.ContractOf(act, ct));
        var (story, contract) = (await telling, await reading);
        var edition = await editions.Get(act.Edition, ct);
        var now = await summaries.OfContract(act.ContractId, contract, ct);
        return new(
            id, found.Version, act.ContractId, contract.Name, contract.Contractor.Name, now.SectionIsHere, act.Edition, now.Of(found),
            Procedures.Act(edition, act.Subject, act.Kind)?.Sentence, act.Content.Text, story.Scope, act.Content.Target, now.Targets.VersionOf(act),
            act.Content.Files, story.RequestedAt, story.RequestedBy, story.Decision, story.Records, story.Inquiries, story.Withdrawal, story.Cancellation, story.Uses,
            story.ConditionsKept, story.Corrections, story.Assessments, story.TargetChanges, story.History, (await openings.Read([id], ct)).GetValueOrDefault(id) >= found.Version,
            await drafts.Find(id, found.Version, story.Signatories, ct), powers.Correctable(act), powers.Of(act, contract, story.Events));
    }
}
