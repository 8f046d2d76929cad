using SecurityTracker.Domain;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>An invitation, to whom its link was sent.</summary>
/// <param name="AccountExists">Whether the mail address has an account: then its password is asked for, and no new one chosen.</param>
/// <param name="SignedInAs">The mail address of who is signed in in this browser, where that is somebody else than was invited.</param>
internal sealed record InvitationDetails(
    string OrganisationName, string? SectionName, Role Role, string Mail, string Name, string InvitedBy, DateOnly ExpiresOn, bool AccountExists, string? SignedInAs);

/// <summary>The token of a link: it stands in the link's fragment and in bodies, never in an address that a server or a proxy notes down.</summary>
internal sealed record OpenInvitationRequest(string Token);

/// <summary>Reads an invitation by its link.</summary>
internal sealed class GetInvitationEndpoint(Invitations invitations, InvitationDescription description, Accounts accounts) : ApiEndpoint<Sent<OpenInvitationRequest>>
{
    public override void Configure()
    {
        Post("/invitations/opening");
        Description(route => route
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces<InvitationDetails>()
            .Refuses(StatusCodes.Status404NotFound));
    }

    public override async Task<IResult> ExecuteAsync(Sent<OpenInvitationRequest> request, CancellationToken ct)
    {
        if (await invitations.Of(request.Body.Token, ct) is not { } invitation)
        {
            return SignInProblems.LinkNotValid;
        }

        var another = HttpContext.SignedInBeside(await accounts.Of(invitation.Mail, ct)) is { } session ? (await accounts.Of(session.PersonId, ct))?.Mail : null;
        return new Answer<InvitationDetails>(await description.Describe(invitation, another, ct));
    }
}
