using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>Describes an invitation to whoever holds its link.</summary>
internal sealed class InvitationDescription(EventStore store, Actors actors, Accounts accounts)
{
    /// <summary>An invitation with the names of what it leads into.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="signedInAs">The address of somebody else who is signed in in this browser, or null.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<InvitationDetails> Describe(Invitation invitation, string? signedInAs, CancellationToken ct)
    {
        var organisation = (await store.OpenSession().Load<Organisation>(invitation.OrganisationId, ct))!.Value;
        var names = await actors.Named([], [invitation.InvitedBy], ct);
        return new(
            organisation.Name, organisation.Sections.FirstOrDefault(s => s.Id == invitation.SectionId)?.Name, invitation.Role, invitation.Mail, invitation.Name,
            names.People.GetValueOrDefault(invitation.InvitedBy) ?? organisation.Name, Moment.DayOf(invitation.ExpiresAt), await accounts.Of(invitation.Mail, ct) is not null, signedInAs);
    }
}
