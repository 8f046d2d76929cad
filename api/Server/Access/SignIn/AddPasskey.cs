using System.Text.Json.Nodes;
using SecurityTracker.Domain;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>A new passkey, and what to call it.</summary>
public sealed record AddPasskeyRequest(string Name, JsonNode Credential, string State);

/// <summary>It is registered.</summary>
public sealed record PasskeyAdded(Guid Id, IReadOnlyList<string>? RecoveryCodes, SignInStep Next);

/// <summary>Registers a passkey of one's own.</summary>
public static class AddPasskeyEndpoint
{
    private const int LongestName = 100;

    /// <summary>POST /api/account/passkeys/options and /api/account/passkeys.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/account/passkeys/options", Ask)
            .Requires(Permission.EnrolSecondFactor)
            .RequiresRecentSignIn()
            .Produces<PasskeyQuestion>()
            .WithName("askForNewPasskey")
            .WithTags("Account");
        api.MapPost("/account/passkeys", Handle)
            .Requires(Permission.EnrolSecondFactor)
            .RequiresRecentSignIn()
            .Produces<PasskeyAdded>(StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status422UnprocessableEntity)
            .WithName("addPasskey")
            .WithTags("Account");
    }

    private static async Task<IResult> Ask(HttpContext context, Passkeys passkeys, SessionDescription description, CancellationToken ct)
    {
        var at = context.SessionAtHand();
        return new Answer<PasskeyQuestion>(await passkeys.AskForNew(context, await description.Describe(at, ct), at.Session.Id, ct));
    }

    private static async Task<IResult> Handle(
        AddPasskeyRequest request, HttpContext context, Passkeys passkeys, Accounts accounts, SecondFactors factors, Sessions sessions, SignInFlow flow, CancellationToken ct)
    {
        var session = context.SessionAtHand().Session;
        if (Texts.Line(request.Name, LongestName, "/name") is { } refusal)
        {
            return Problems.From(refusal);
        }

        if (await accounts.Of(session.PersonId, ct) is not { } account
            || await passkeys.Register(context, new(request.Credential, request.State), request.Name, session.PersonId, session.Id, ct) is not { } id)
        {
            return SignInProblems.PasskeyNotAccepted;
        }

        var (codes, next) = await flow.Enrolled(context, account, factors, sessions, ct);
        return new Answer<PasskeyAdded>(new(id, codes, next), StatusCodes.Status201Created);
    }
}
