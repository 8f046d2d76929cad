using Npgsql;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>The password that was, and the one from now on.</summary>
public sealed record ChangePasswordRequest(string Current, string Password);

/// <summary>Changes one's own password; every other device is signed out.</summary>
public static class ChangePasswordEndpoint
{
    /// <summary>PUT /api/account/password.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/account/password", Handle)
        .Requires(Permission.OwnAccount)
        .Limited(RateLimits.SignIn)
        .Produces(StatusCodes.Status204NoContent)
        .Refuses(StatusCodes.Status401Unauthorized, StatusCodes.Status422UnprocessableEntity)
        .WithName("changePassword")
        .WithTags("Account");

    private static async Task<IResult> Handle(
        ChangePasswordRequest request, HttpContext context, Accounts accounts, Passwords passwords, Sessions sessions, SessionDescription description, SignInFlow flow, NpgsqlDataSource database,
        CancellationToken ct)
    {
        var at = context.SessionAtHand();
        var account = await accounts.Of(at.Person.Id, ct);
        var allowed = await accounts.Attempt(at.Person.Id, ct);
        if (!passwords.Verify(account, request.Current) || !allowed)
        {
            return await flow.Fail(context, at.Person.Id, SignInProblems.SignInFailed, ct);
        }

        await accounts.ForgetFailures(at.Person.Id, ct);
        var person = await description.Describe(at, ct);
        if (Passwords.Check(request.Password, [person.Mail ?? "", person.Name ?? ""]) is { } refusal)
        {
            return Problems.From(refusal);
        }

        await accounts.SetPassword(at.Person.Id, passwords.Hash(request.Password), ct);
        await database.Run(PasswordResets.Ending(at.Person.Id), ct);
        await sessions.EndOthers(at.Person.Id, at.Session.Id, ct);
        return Results.NoContent();
    }
}
