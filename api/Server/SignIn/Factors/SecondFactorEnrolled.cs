namespace SecurityTracker.Server.SignIn;

/// <summary>A second factor is there.</summary>
/// <param name="RecoveryCodes">To be noted down now, where there were none before; they are not shown again.</param>
/// <param name="Next">Nothing: a sign-in that waited for it is complete.</param>
internal sealed record SecondFactorEnrolled(IReadOnlyList<string>? RecoveryCodes, SignInStep Next);

/// <summary>What follows when a second factor was set up.</summary>
internal static class SecondFactorEnrolment
{
    /// <summary>A session that waited for a second factor to be set up is complete; any other goes on under another key.</summary>
    public static async Task<SecondFactorEnrolled> Enrolled(this SignInFlow flow, HttpContext context, Account account, SecondFactors factors, Sessions sessions, CancellationToken ct)
    {
        var session = context.SessionAtHand().Session;
        var codes = await factors.FirstCodes(account, ct);
        if (session.Next == SignInStep.ENROL_SECOND_FACTOR)
        {
            await flow.Proceed(context, session.PersonId, session.Method, secondFactor: true, ct, session.MembershipId);
        }
        else
        {
            await sessions.Rotate(context, session.Id, ct);
        }

        return new(codes, SignInStep.DONE);
    }
}
