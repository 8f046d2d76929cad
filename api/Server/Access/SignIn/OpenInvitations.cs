using SecurityTracker.Domain;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>An open invitation, as those who invite see it.</summary>
public sealed record OpenInvitation(
    Guid Id, string Mail, string Name, Role Role, Guid? SectionId, Guid InvitedBy, DateTimeOffset InvitedAt, DateOnly ExpiresOn, bool Sent);

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
            i.Id, i.Mail, i.Name, i.Role, i.SectionId, i.InvitedBy, i.InvitedAt, Tokyo.DayOf(i.ExpiresAt), i.Sent))]);

    private static async Task<IResult> Withdraw(Guid invitationId, OrganisationAccess access, Actor actor, Invitations invitations, CancellationToken ct) =>
        await invitations.Of(invitationId, ct) is { } found
        && (found.InvitedBy == actor.PersonId || (access.SeesPeople(found.OrganisationId) && access.Gives(found.Role, found.SectionId) is null))
        && await invitations.Withdraw(invitationId, ct)
            ? Results.NoContent()
            : Problems.NotFound;
}
