using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>A new passkey, and what to call it.</summary>
internal sealed record AddPasskeyRequest(string Name, JsonNode Credential, string State);

/// <summary>It is registered.</summary>
internal sealed record PasskeyAdded(Guid Id, IReadOnlyList<string>? RecoveryCodes, SignInStep Next);

/// <summary>Registers a passkey of one's own.</summary>
internal sealed class AddPasskeyEndpoint(
    Passkeys passkeys, Accounts accounts, SecondFactors factors, Sessions sessions, SignInFlow flow) : ApiEndpoint<Sent<AddPasskeyRequest>>
{
    private const int LongestName = 100;

    public override void Configure()
    {
        Post("/account/passkeys");
        Description(route => route
            .Requires(Permission.EnrolSecondFactor)
            .RequiresRecentSignIn()
            .Produces<PasskeyAdded>(StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Account"));
    }

    public override async Task<IResult> ExecuteAsync(Sent<AddPasskeyRequest> request, CancellationToken ct)
    {
        var session = HttpContext.SessionAtHand().Session;
        Texts.Line(request.Body.Name, LongestName, "/name").ThrowIfRefused();
        if (await accounts.Of(session.PersonId, ct) is not { } account
            || await passkeys.Register(HttpContext, new(request.Body.Credential, request.Body.State), request.Body.Name, session.PersonId, session.Id, ct) is not { } id)
        {
            return SignInProblems.PasskeyNotAccepted;
        }

        var (codes, next) = await flow.Enrolled(HttpContext, account, factors, sessions, ct);
        return new Answer<PasskeyAdded>(new(id, codes, next), StatusCodes.Status201Created);
    }
}
