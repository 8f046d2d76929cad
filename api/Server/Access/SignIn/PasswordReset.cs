using Microsoft.Extensions.Options;
using Npgsql;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>Whose password.</summary>
public sealed record AskForPasswordResetRequest(string Mail);

/// <summary>The password from now on.</summary>
public sealed record ResetPasswordRequest(string Password);

/// <summary>A forgotten password: a link by mail, good once and for an hour, and no second one within five minutes. The answer does not tell whether there is an account.</summary>
public static class PasswordResetEndpoint
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(5);

    /// <summary>POST /api/password-resets and PUT /api/password-resets/{token}.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/password-resets", Ask)
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces(StatusCodes.Status202Accepted)
            .WithName("askForPasswordReset")
            .WithTags("SignIn");
        api.MapPut("/password-resets/{token}", Reset)
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity)
            .WithName("resetPassword")
            .WithTags("SignIn");
    }

    private static async Task<IResult> Ask(
        AskForPasswordResetRequest request, HttpContext context, Accounts accounts, NpgsqlDataSource database, PublicAddress address, MailRoom mail,
        IOptions<SignInSettings> settings, TimeProvider time, IHostApplicationLifetime lifetime, CancellationToken ct)
    {
        var account = await accounts.Of(request.Mail, ct);
        var (token, expires) = (SessionKey.Fresh(), time.GetUtcNow().AddMinutes(settings.Value.ResetMinutes));
        // Written also for nobody, so that both take the same time; the mail itself goes out behind the answer.
        var opened = await database.Run(PasswordResets.Asking(account?.PersonId ?? Guid.Empty, token, expires, Between), ct) > 0;
        if (opened && account is not null)
        {
            var letter = Letters.PasswordReset(account.Mail, PasswordResets.Link(address.Of(context), token), settings.Value.ResetMinutes);
            _ = mail.Send(letter, lifetime.ApplicationStopping);
        }

        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> Reset(
        string token, ResetPasswordRequest request, Passwords passwords, NpgsqlDataSource database, Sessions sessions, Accounts accounts, TimeProvider time, CancellationToken ct)
    {
        var hash = SessionKey.HashOf(token);
        var found = await database.First(
            Statement.Of("SELECT a.mail FROM password_resets r JOIN accounts a ON a.person_id = r.person_id WHERE r.token_hash = $1 AND r.expires_at > $2", hash, time.GetUtcNow()),
            row => row.GetString(0), ct);
        if (found is null)
        {
            return SignInProblems.LinkNotValid;
        }

        if (Passwords.Check(request.Password, found) is { } refusal)
        {
            return Problems.From(refusal);
        }

        var owner = await database.First(
            Statement.Of("DELETE FROM password_resets WHERE token_hash = $1 AND expires_at > $2 RETURNING person_id", hash, time.GetUtcNow()), row => row.GetGuid(0).ToString(), ct);
        if (owner is null)
        {
            return SignInProblems.LinkNotValid;
        }

        var personId = Guid.Parse(owner);
        await accounts.SetPassword(personId, passwords.Hash(request.Password), ct);
        await database.Run(Statement.Of("DELETE FROM password_resets WHERE person_id = $1 OR expires_at <= $2", personId, time.GetUtcNow()), ct);
        await sessions.EndOthers(personId, but: null, ct);
        return Results.NoContent();
    }
}
