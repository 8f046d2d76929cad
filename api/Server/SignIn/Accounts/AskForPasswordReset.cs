using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>Whose password.</summary>
internal sealed record AskForPasswordResetRequest(string Mail);

/// <summary>A forgotten password: a link by mail, good once and for an hour, and no second one within five minutes. The answer does not tell whether there is an account.</summary>
internal sealed class AskForPasswordResetEndpoint(PasswordResetsAsked asked, PublicAddress address) : ApiEndpoint<Sent<AskForPasswordResetRequest>>
{
    public override void Configure()
    {
        Post("/password-resets");
        Description(route => route
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces(StatusCodes.Status202Accepted)
            .Refuses(StatusCodes.Status429TooManyRequests));
    }

    public override async Task<IResult> ExecuteAsync(Sent<AskForPasswordResetRequest> request, CancellationToken ct) =>
        await asked.Take(new(request.Body.Mail, address.Of(HttpContext)), ct) ? Results.StatusCode(StatusCodes.Status202Accepted) : Problems.TooManyRequests;
}
