using SecurityTracker.Domain;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>An open invitation, as those who invite see it.</summary>
/// <param name="Sent">Whether the mail server took its mail.</param>
/// <param name="Delivery">Where its mail is; null where there is none.</param>
public sealed record OpenInvitation(
    Guid Id, string Mail, string Name, Role Role, Guid? SectionId, Guid InvitedBy, DateTimeOffset InvitedAt, DateOnly ExpiresOn, bool Sent, MailState? Delivery);

/// <summary>The open invitations into one's own organisation, and the withdrawal of one.</summary>
public static class OpenInvitationsEndpoint
{
    /// <summary>GET /api/organisations/{id}/invitations and DELETE /api/invitations/{invitationId}.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/organisations/{id:guid}/invitations", List)
            .Requires(Permission.ManagePeople)
            .Reads<IReadOnlyList<OpenInvitation>>()
            .WithName("getInvitations")
            .WithTags("SignIn");
        api.MapDelete("/invitations/{invitationId:guid}", Withdraw)
            .Requires(Permission.ManagePeople)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound)
            .WithName("withdrawInvitation")
            .WithTags("SignIn");
    }

    private static async Task<IResult> List(Guid id, OrganisationAccess access, Invitations invitations, CancellationToken ct) => !access.SeesPeople(id)
        ? Problems.NotFound
        : new Answer<IReadOnlyList<OpenInvitation>>([.. (await invitations.Into(id, ct)).Select(i => new OpenInvitation(
            i.Id, i.Mail, i.Name, i.Role, i.SectionId, i.InvitedBy, i.InvitedAt, Tokyo.DayOf(i.ExpiresAt), i.Sent || i.Delivery == MailState.SENT, i.Delivery))]);

    private static async Task<IResult> Withdraw(Guid invitationId, OrganisationAccess access, Actor actor, Invitations invitations, Mails mails, CancellationToken ct)
    {
        if (await invitations.Of(invitationId, ct) is not { } found
            || !(found.InvitedBy == actor.PersonId || (access.SeesPeople(found.OrganisationId) && access.Gives(found.Role, found.SectionId) is null))
            || !await invitations.Withdraw(invitationId, ct))
        {
            return Problems.NotFound;
        }

        await mails.Withdraw(Invitations.KeyOfMail(invitationId), ct);
        return Results.NoContent();
    }
}
