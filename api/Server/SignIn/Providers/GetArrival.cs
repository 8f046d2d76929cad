using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>Who came back from a provider, and the invitation that would become theirs: both are shown before anything is bound.</summary>
/// <param name="ProviderName">The provider's name.</param>
/// <param name="Name">Whom the provider names.</param>
/// <param name="Mail">The address that the provider names.</param>
/// <param name="MailVerified">Whether it vouches for that address.</param>
/// <param name="Linked">Whether the provider's account signs somebody in here already: then that person gets the part.</param>
/// <param name="Invitation">What was offered, and to whom.</param>
internal sealed record ArrivalDetails(string ProviderName, string? Name, string? Mail, bool MailVerified, bool Linked, InvitationDetails Invitation);

/// <summary>Shows who came back from a provider with an invitation, before anything is bound.</summary>
internal sealed class GetArrivalEndpoint(
    ArrivalCookie cookie, ProviderEnrolment enrolment, ProviderSchemes schemes, InvitationDescription description) : ApiEndpoint
{
    public override void Configure()
    {
        Get("/invitations/arrival");
        Description(route => route
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Reads<ArrivalDetails>()
            .Refuses(StatusCodes.Status409Conflict)
            .WithTags("SignIn"));
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct)
    {
        if (cookie.Read(HttpContext) is not { } arrived || schemes.Find(arrived.Provider) is not { } provider)
        {
            return ProviderProblems.NobodyArrived;
        }

        var (invitation, linked) = await enrolment.Check(arrived, ct);
        return new Answer<ArrivalDetails>(new(
            provider.Name, arrived.Name, arrived.Mail, arrived.MailVerified, linked is not null, await description.Describe(invitation, signedInAs: null, ct)));
    }
}
