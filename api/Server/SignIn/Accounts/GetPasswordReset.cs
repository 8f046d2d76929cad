using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>The token of a link; it stands in the link's fragment and in bodies alone.</summary>
internal sealed record OpenPasswordResetRequest(string Token);

/// <summary>What a new password decides about.</summary>
/// <param name="Tokens">The personal tokens that work today: they end unless they are kept by name.</param>
internal sealed record PasswordResetDetails(IReadOnlyList<TokenDetails> Tokens);

/// <summary>What the link of a forgotten password is good for.</summary>
internal sealed class GetPasswordResetEndpoint(Accounts accounts, PasswordResets resets, Tokens tokens) : ApiEndpoint<Sent<OpenPasswordResetRequest>>
{
    public override void Configure()
    {
        Post("/password-resets/opening");
        Description(route => route
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces<PasswordResetDetails>()
            .Refuses(StatusCodes.Status404NotFound));
    }

    public override async Task<IResult> ExecuteAsync(Sent<OpenPasswordResetRequest> request, CancellationToken ct) =>
        await resets.PersonOf(request.Body.Token, ct) is { } personId && await accounts.Of(personId, ct) is not null
            ? new Answer<PasswordResetDetails>(new(await tokens.Of(personId, ct)))
            : SignInProblems.LinkNotValid;
}
