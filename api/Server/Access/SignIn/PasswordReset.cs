using Microsoft.Extensions.Options;
using Npgsql;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>Whose password.</summary>
public sealed record AskForPasswordResetRequest(string Mail);

/// <summary>The token of a link; it stands in the link's fragment and in bodies alone.</summary>
public sealed record OpenPasswordResetRequest(string Token);

/// <summary>What a new password decides about.</summary>
/// <param name="Tokens">The personal tokens that work today: they end unless they are kept by name.</param>
public sealed record PasswordResetDetails(IReadOnlyList<TokenDetails> Tokens);

/// <summary>The password from now on.</summary>
/// <param name="Token">Of the link.</param>
/// <param name="Password">The password.</param>
/// <param name="KeepTokens">The personal tokens that go on working; every other ends.</param>
public sealed record ResetPasswordRequest(string Token, string Password, IReadOnlyList<Guid>? KeepTokens = null);

/// <summary>What became of the personal tokens.</summary>
public sealed record TokensAfterReset(IReadOnlyList<TokenDetails> Ended, IReadOnlyList<TokenDetails> Kept)
{
    /// <summary>Those of a person, parted by what was kept.</summary>
    public static TokensAfterReset Of(IReadOnlyList<TokenDetails> all, IReadOnlyList<Guid>? keep) =>
        new([.. all.Where(token => keep?.Contains(token.Id) is not true)], [.. all.Where(token => keep?.Contains(token.Id) is true)]);
}

/// <summary>A forgotten password: a link by mail, good once and for an hour, and no second one within five minutes. The answer does not tell whether there is an account.</summary>
public static class PasswordResetEndpoint
{
    /// <summary>POST /api/password-resets, /api/password-resets/opening and /api/password-resets/completion.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/password-resets", Ask)
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces(StatusCodes.Status202Accepted)
            .Refuses(StatusCodes.Status429TooManyRequests)
            .WithName("askForPasswordReset")
            .WithTags("SignIn");
        api.MapPost("/password-resets/opening", Open)
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces<PasswordResetDetails>()
            .Refuses(StatusCodes.Status404NotFound)
            .WithName("getPasswordReset")
            .WithTags("SignIn");
        api.MapPost("/password-resets/completion", Reset)
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces<TokensAfterReset>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity)
            .WithName("resetPassword")
            .WithTags("SignIn");
    }

    /// <summary>Whether there is such an account is asked behind the answer, so that the answer takes as long either way.</summary>
    private static async Task<IResult> Ask(AskForPasswordResetRequest request, HttpContext context, PasswordResetsAsked asked, PublicAddress address, CancellationToken ct) =>
        await asked.Take(new(request.Mail, address.Of(context)), ct) ? Results.StatusCode(StatusCodes.Status202Accepted) : Problems.TooManyRequests;

    private static async Task<IResult> Open(OpenPasswordResetRequest request, Accounts accounts, PasswordResets resets, Tokens tokens, CancellationToken ct) =>
        await resets.PersonOf(request.Token, ct) is { } personId && await accounts.Of(personId, ct) is not null
            ? new Answer<PasswordResetDetails>(new(await tokens.Of(personId, ct)))
            : SignInProblems.LinkNotValid;

    private static async Task<IResult> Reset(
        ResetPasswordRequest request, Passwords passwords, PasswordResets resets, Accounts accounts, Tokens tokens, EventStore store, CancellationToken ct)
    {
        if (await resets.PersonOf(request.Token, ct) is not { } personId || await accounts.Of(personId, ct) is not { } account)
        {
            return SignInProblems.LinkNotValid;
        }

        if (Passwords.Check(request.Password, account.Mail) is { } refusal)
        {
            return Problems.From(refusal);
        }

        var all = await tokens.Of(personId, ct);
        var session = store.OpenSession();
        session.QueueSql(Accounts.Holding(personId));
        session.QueueSql(resets.Taking(request.Token));
        session.QueueSql(PasswordResets.Ending(personId));
        session.QueueSql(Accounts.SettingPassword(personId, passwords.Hash(request.Password)));
        session.QueueSql(Tokens.EndingOthers(personId, request.KeepTokens));
        session.QueueSql(Sessions.EndingOthers(personId, but: null));
        await session.SaveChanges(ct);
        return new Answer<TokensAfterReset>(TokensAfterReset.Of(all, request.KeepTokens));
    }
}
