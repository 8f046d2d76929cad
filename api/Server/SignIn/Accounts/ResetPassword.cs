using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>The password from now on.</summary>
/// <param name="Token">Of the link.</param>
/// <param name="Password">The password.</param>
/// <param name="KeepTokens">The personal tokens that go on working; every other ends.</param>
internal sealed record ResetPasswordRequest(string Token, string Password, IReadOnlyList<Guid>? KeepTokens = null);

/// <summary>What became of the personal tokens.</summary>
internal sealed record TokensAfterReset(IReadOnlyList<TokenDetails> Ended, IReadOnlyList<TokenDetails> Kept)
{
    /// <summary>Those of a person, parted by what was kept.</summary>
    public static TokensAfterReset Of(IReadOnlyList<TokenDetails> all, IReadOnlyList<Guid>? keep) =>
        new([.. all.Where(token => keep?.Contains(token.Id) is not true)], [.. all.Where(token => keep?.Contains(token.Id) is true)]);
}

/// <summary>Chooses a new password by the link of a forgotten one.</summary>
internal sealed class ResetPasswordEndpoint(
    Passwords passwords, PasswordResets resets, Accounts accounts, Tokens tokens, EventStore store) : ApiEndpoint<Sent<ResetPasswordRequest>>
{
    public override void Configure()
    {
        Post("/password-resets/completion");
        Description(route => route
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces<TokensAfterReset>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity));
    }

    public override async Task<IResult> ExecuteAsync(Sent<ResetPasswordRequest> request, CancellationToken ct)
    {
        if (await resets.PersonOf(request.Body.Token, ct) is not { } personId || await accounts.Of(personId, ct) is not { } account)
        {
            return SignInProblems.LinkNotValid;
        }

        Passwords.Check(request.Body.Password, account.Mail).ThrowIfRefused();
        var all = await tokens.Of(personId, ct);
        var session = store.OpenSession();
        session.QueueSql(Accounts.Holding(personId));
        session.QueueSql(resets.Taking(request.Body.Token));
        session.QueueSql(PasswordResets.Ending(personId));
        session.QueueSql(Accounts.SettingPassword(personId, passwords.Hash(request.Body.Password)));
        session.QueueSql(Tokens.EndingOthers(personId, request.Body.KeepTokens));
        session.QueueSql(Sessions.EndingOthers(personId, but: null));
        await session.SaveChanges(ct);
        return new Answer<TokensAfterReset>(TokensAfterReset.Of(all, request.Body.KeepTokens));
    }
}
