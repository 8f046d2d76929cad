using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary>
/// Whose drafts and editions are. A draft is seen and completed by the organisation that began it. A published edition is everyone's to
/// use, and is revised by the ministry's side, by an administrator of this installation's own two organisations, or by who published it.
/// </summary>
public sealed class EditionMakers(Session session, Actor actor)
{
    /// <summary>Whether the actor's organisation began this draft.</summary>
    public async Task<bool> BeganDraft(Guid draftId, CancellationToken ct) => await IsOwn(draftId, ct);

    /// <summary>Why the actor does not revise the edition of this code, or null; of a code that does not exist, null.</summary>
    public async Task<Refusal?> NotToRevise(string code, CancellationToken ct)
    {
        var everybodys = actor.Kind == ActorKind.SYSTEM || actor.Role is Role.SUPERVISING_OFFICER or Role.SECTION_HEAD
            || (actor.Role == Role.ADMINISTRATOR && FirstOrganisations.Keep(actor));
        var id = StreamId.Edition(code);
        return everybodys || await IsOwn(id, ct) || await session.Load<Edition>(id, ct) is null ? null : EditionRefusals.NotYoursToRevise;
    }

    // Who did the first act on it; what ships with the program was done by nobody's organisation.
    private async Task<bool> IsOwn(Guid streamId, CancellationToken ct) =>
        actor.OrganisationId is { } own && await session.FetchStream(streamId, ct: ct) is [var first, ..] && ActorHeaders.Read(first.Headers).OrganisationId == own;
}
