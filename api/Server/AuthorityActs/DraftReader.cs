using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>A decision that one officer drafted and another is to confirm; for the ministry's eyes alone.</summary>
/// <param name="Record">The number of the contractor's record that is to be confirmed, or null.</param>
/// <param name="Stale">The act changed since.</param>
internal sealed record DecisionDraftDetails(
    Guid Id,
    long Version,
    ActOutcome Outcome,
    IReadOnlyList<ConditionDetails> Conditions,
    DateOnly? ExpiresOn,
    string? Reason,
    DateTimeOffset ActAt,
    int? Record,
    DateTimeOffset DraftedAt,
    ActedBy DraftedBy,
    bool Mine,
    bool Stale);

/// <summary>Reads drafted decisions of acts that the caller has found inside the boundary.</summary>
internal sealed class DraftReader(Session session, Actor actor)
{
    /// <summary>The open draft of an act; null where there is none, and always for the contractor's side.</summary>
    public async Task<DecisionDraftDetails?> Find(Guid actId, long actVersion, Signatories signatories, CancellationToken ct)
    {
        if (actor.Side != Side.OFFICER)
        {
            return null;
        }

        var id = StreamId.DecisionDraft(actId);
        var events = await session.FetchStream(id, ct: ct);
        return events is [.., { Data: DecisionDrafted open } last]
            ? new(id, last.Version, open.Outcome, ConditionDetails.Of(open.Conditions), open.ExpiresOn, open.Reason, open.ActAt, open.Record, last.RecordedAt.ToUniversalTime(),
                signatories.Of(last.Headers), ActorHeaders.Read(last.Headers).PersonId == actor.PersonId, open.ActVersion != actVersion)
            : null;
    }

    /// <summary>Whether the actor made the draft as it stands.</summary>
    public async Task<bool> IsDrafter(Guid draftId, long version, CancellationToken ct) =>
        await session.FetchStream(draftId, version - 1, ct) is [var last, ..] && ActorHeaders.Read(last.Headers).PersonId == actor.PersonId;
}
