using SecurityTracker.Server.Access;
using SecurityTracker.Server.Audit;

namespace SecurityTracker.Server.SignIn;

/// <summary>How far a sign-in has come.</summary>
/// <param name="Next">What it still waits for.</param>
/// <param name="Factors">What can be shown for it.</param>
internal sealed record SignInAnswer(SignInStep Next, IReadOnlyList<SecondFactor> Factors);

/// <summary>The one place where a sign-in goes on, succeeds or fails, whichever way it came: password, passkey, provider, invitation or set-up.</summary>
internal sealed class SignInFlow(People people, Accounts accounts, Sessions sessions, Invitations invitations, OfficesOfTheMinistry offices, SignInFailures failures, AuditLog audit)
{
    /// <summary>The person has proved to be the one, with one factor or two: a session opens as far as that reaches, and the one before it ends.</summary>
    /// <param name="context">The request.</param>
    /// <param name="personId">The person.</param>
    /// <param name="method">How.</param>
    /// <param name="secondFactor">Whether with two factors.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="membershipId">What to act as.</param>
    /// <param name="provedAt">When the person proved it, where that was elsewhere and earlier; now where nothing is said.</param>
    public async Task<SignInAnswer?> Proceed(
        HttpContext context, Guid personId, SignInMethod method, bool secondFactor, CancellationToken ct, Guid? membershipId = null, DateTimeOffset? provedAt = null)
    {
        if (await people.Find(personId, ct) is not { } person)
        {
            return null;
        }

        var factors = (await accounts.Of(personId, ct))?.Factors ?? [];
        var next = secondFactor ? SignInStep.DONE
            : factors.Count > 0 ? SignInStep.SECOND_FACTOR
            : offices.DemandSecondFactor(person.Value) ? SignInStep.ENROL_SECOND_FACTOR
            : SignInStep.DONE;
        if (context.Features.Get<Identified>()?.Session is { } before)
        {
            await sessions.End(before.Session.PersonId, before.Session.Id, ct);
        }

        var opened = await sessions.Open(person, method, secondFactor, next, context.Request.Headers.UserAgent.ToString(), ct, membershipId, provedAt);
        SessionCookie.Write(context, opened.Key);
        if (next == SignInStep.DONE)
        {
            await accounts.ForgetFailures(personId, ct);
            await invitations.Fulfil(personId, ct);
            var acting = person.Value.Memberships.FirstOrDefault(m => m.Id == opened.Session.MembershipId);
            await audit.Note(new(AuditKind.SIGNED_IN, personId, acting?.OrganisationId, acting?.Role, Route(context), StatusCodes.Status200OK, method.ToString()), ct);
        }

        return new(next, next == SignInStep.SECOND_FACTOR ? factors : []);
    }

    /// <summary>The same, as an answer.</summary>
    public async Task<IResult> Answer(HttpContext context, Guid personId, SignInMethod method, bool secondFactor, CancellationToken ct, Guid? membershipId = null) =>
        await Proceed(context, personId, method, secondFactor, ct, membershipId) is { } answer ? new Answer<SignInAnswer>(answer) : await Fail(context, personId, SignInProblems.SignInFailed);

    /// <summary>The person did not prove it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="personId">Whose account it was, where that is known; the answer does not tell.</param>
    /// <param name="problem">What is answered.</param>
    public async Task<IResult> Fail(HttpContext context, Guid? personId, Problem problem)
    {
        await failures.Note(context, personId, Route(context), problem.Status, problem.Code);
        return problem;
    }

    private static string? Route(HttpContext context) => context.GetEndpoint() is RouteEndpoint endpoint ? $"{context.Request.Method} {endpoint.RoutePattern.RawText}" : null;
}
