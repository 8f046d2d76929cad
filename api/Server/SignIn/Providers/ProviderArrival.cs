using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>
/// What happens when someone comes back from a provider: signed in, proved again, linked, or, with an invitation, asked first; or, with a code that the screen words,
/// nothing. The log says why, the screen says what to do.
/// </summary>
internal sealed partial class ProviderArrival(
    ProviderAccounts accounts, ProviderEnrolment enrolment, ArrivalCookie arrivals, Sessions sessions, SignInFlow flow, SignInFailures failures, ILogger<ProviderArrival> log)
{
    /// <summary>Where, among the properties that travel along, it says where to go on.</summary>
    public const string To = "to";

    /// <summary>Where it says whose account is to be linked.</summary>
    public const string LinkTo = "link-to";

    /// <summary>Where it holds the token of the invitation that is to be accepted.</summary>
    public const string Invitation = "invitation";

    /// <summary>The provider's word on someone holds.</summary>
    public async Task Received(TicketReceivedContext context)
    {
        context.HandleResponse();
        var (provider, subject) = (context.Scheme.Name, context.Principal!.FindFirst("sub")!.Value);
        var (http, ct) = (context.HttpContext, context.HttpContext.RequestAborted);
        var signedIn = SessionCookie.Read(http.Request) is { } key ? await sessions.Find(SessionKey.HashOf(key), ct) : null;
        var failure = context.Properties!.Items.TryGetValue(LinkTo, out var link) && Guid.TryParse(link, out var personId)
            ? await Link(provider, subject, personId, signedIn, ct)
            : await SignIn(context, provider, subject, signedIn, ct);
        if (failure is not null)
        {
            LogFailure(log, provider, failure);
            await failures.Note(http, signedIn?.Person.Id, provider, status: null, failure);
        }

        http.Response.Redirect(failure is null ? context.Properties.Items[To]! : Failure(failure, context.Properties));
    }

    /// <summary>The person, or the provider, said no.</summary>
    public Task Denied(AccessDeniedContext context)
    {
        context.HandleResponse();
        LogFailure(log, context.Scheme.Name, "denied");
        context.Response.Redirect(Failure("provider-denied", context.Properties));
        return Task.CompletedTask;
    }

    /// <summary>What came back cannot be believed, or nothing came.</summary>
    public async Task Failed(RemoteFailureContext context)
    {
        context.HandleResponse();
        var code = ProviderFailure.CodeOf(context.Failure);
        LogNotBelieved(log, context.Scheme.Name, code, ProviderFailure.Reason(context.Failure));
        await failures.Note(context.HttpContext, personId: null, context.Scheme.Name, status: null, code);
        context.Response.Redirect(Failure(code, context.Properties));
    }

    /// <summary>The address of the sign-in screen, with what went wrong.</summary>
    public static string Failure(string code, AuthenticationProperties? properties) =>
        properties?.Items.ContainsKey(LinkTo) is true ? $"/account?failure={code}" : $"/sign-in?failure={code}";

    private async Task<string?> Link(string provider, string subject, Guid personId, SessionAtHand? signedIn, CancellationToken ct) =>
        signedIn?.Person.Id != personId || signedIn.Session.Next != SignInStep.DONE ? ProviderFailure.TryAgain
        : await accounts.Link(provider, subject, signedIn.Session, ct) ? null
        : "provider-linked-elsewhere";

    private async Task<string?> SignIn(TicketReceivedContext context, string provider, string subject, SessionAtHand? signedIn, CancellationToken ct)
    {
        var second = context.Principal!.HasClaim("amr", "mfa");
        var proved = ProvedAt(context.Principal);
        var personId = await accounts.PersonOf(provider, subject, ct);
        if (context.Properties!.Items.TryGetValue(Invitation, out var invitation) && invitation is { Length: > 0 })
        {
            return await Ask(context, new(
                provider, subject, Claim(context, "email"), Claim(context, "email_verified") is "true", Claim(context, "name"), invitation, second, proved), ct);
        }

        if (signedIn is { Session.Next: SignInStep.DONE } && signedIn.Person.Id == personId)
        {
            await sessions.Reauthenticate(context.HttpContext, signedIn.Session.Id, second, ct, proved);
            return null;
        }

        context.HttpContext.IsFrom(new(ActorOfRequest.Nobody, signedIn, Token: null));
        return personId is { } person && await flow.Proceed(context.HttpContext, person, SignInMethod.OIDC, second, ct, provedAt: proved) is not null ? null : "provider-account-unknown";
    }

    /// <summary>Nothing is bound yet: the screen shows whose account came back and what it would become, and asks.</summary>
    private async Task<string?> Ask(TicketReceivedContext context, Arrived arrived, CancellationToken ct)
    {
        try
        {
            await enrolment.Check(arrived, ct);
        }
        catch (ProblemException refused) when (refused.IsOfTheRequest)
        {
            // A browser came here and no program: the refusal is told by the page that it is sent to.
            return refused.Problem.Code;
        }

        arrivals.Write(context.HttpContext, arrived);
        return null;
    }

    private static string? Claim(TicketReceivedContext context, string name) => context.Principal!.FindFirst(name)?.Value;

    /// <summary>
    /// When the person last proved to the provider to be the one, as far as it says (<c>auth_time</c>): someone who was still signed in there has
    /// proved nothing now, whatever the browser's address asked for.
    /// </summary>
    private static DateTimeOffset? ProvedAt(ClaimsPrincipal principal) =>
        principal.FindFirst("auth_time") is { } claim ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(claim.Value, CultureInfo.InvariantCulture)) : null;

    [LoggerMessage(LogLevel.Warning, "Nobody came in from the provider {Provider}: {Code}")]
    private static partial void LogFailure(ILogger log, string provider, string code);

    [LoggerMessage(LogLevel.Warning, "Nobody came in from the provider {Provider}: {Code}, because {Reason}")]
    private static partial void LogNotBelieved(ILogger log, string provider, string code, string reason);
}
