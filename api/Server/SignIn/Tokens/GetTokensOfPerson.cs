using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>The personal tokens of somebody of the own organisation, which a reset of the sign-in would end.</summary>
internal sealed class GetTokensOfPersonEndpoint(SignInResets resets, Accounts accounts, Tokens tokens) : ApiEndpoint<OfMember>
{
    public override void Configure()
    {
        Get("/organisations/{id:guid}/people/{personId:guid}/tokens");
        Description(route => route
            .Requires(Permission.ManagePeople)
            .Produces<IReadOnlyList<TokenDetails>>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity));
    }

    public override async Task<IResult> ExecuteAsync(OfMember request, CancellationToken ct)
    {
        // One's own can be read, and who has no account has none.
        var why = await resets.Refuse(request.Id, request.PersonId, await accounts.Of(request.PersonId, ct), ct);
        (why == SignInResets.Yourself || why == SignInResets.NoAccount ? null : why).ThrowIfRefused();
        return new Answer<IReadOnlyList<TokenDetails>>(await tokens.Of(request.PersonId, ct));
    }
}
