using FastEndpoints;
using SecurityTracker.Domain;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>What is asked for.</summary>
/// <param name="InvitationId">The invitation.</param>
public sealed record WithdrawInvitationRequest([property: RouteParam] Guid InvitationId);

/// <summary>Withdraws an invitation into one's own organisation.</summary>
internal sealed class WithdrawInvitationEndpoint(OrganisationAccess access, Actor actor, Invitations invitations) : ApiEndpoint<WithdrawInvitationRequest>
{
    public override void Configure()
    {
        Delete("/invitations/{invitationId:guid}");
        Description(route => route
            .Requires(Permission.ManagePeople)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound));
    }

    public override async Task<IResult> ExecuteAsync(WithdrawInvitationRequest request, CancellationToken ct) =>
        await invitations.Of(request.InvitationId, ct) is { } found
        && (found.InvitedBy == actor.PersonId || (access.SeesPeople(found.OrganisationId) && access.Gives(found.Role, found.SectionId) is null))
        && await invitations.Withdraw(request.InvitationId, ct)
            ? Results.NoContent()
            : Problems.NotFound;
}
