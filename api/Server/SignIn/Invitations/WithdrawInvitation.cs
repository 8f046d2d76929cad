using FastEndpoints;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.SignIn;

/// <summary>What is asked for.</summary>
/// <param name="InvitationId">The invitation.</param>
internal sealed record WithdrawInvitationRequest([property: RouteParam] Guid InvitationId);

/// <summary>Withdraws an invitation into one's own organisation.</summary>
internal sealed class WithdrawInvitationEndpoint(OrganisationAccess access, Actor actor, Invitations invitations, Mails mails) : ApiEndpoint<WithdrawInvitationRequest>
{
    public override void Configure()
    {
        Delete("/invitations/{invitationId:guid}");
        Description(route => route
            .Requires(Permission.ManagePeople)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound));
    }

    public override async Task<IResult> ExecuteAsync(WithdrawInvitationRequest request, CancellationToken ct)
    {
        if (await invitations.Of(request.InvitationId, ct) is not { } found
            || !(found.InvitedBy == actor.PersonId || (access.SeesPeople(found.OrganisationId) && access.Gives(found.Role, found.SectionId) is null))
            || !await invitations.Withdraw(request.InvitationId, ct))
        {
            return Problems.NotFound;
        }

        await mails.Withdraw(Invitations.KeyOfMail(request.InvitationId), ct);
        return Results.NoContent();
    }
}
