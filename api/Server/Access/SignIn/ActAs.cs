namespace SecurityTracker.Server.Access.SignIn;

/// <summary>What to act as.</summary>
/// <param name="MembershipId">One of the session's <c>memberships</c>.</param>
public sealed record ActAsRequest(Guid MembershipId);

/// <summary>Acts as another of one's memberships from now on, in this session.</summary>
public static class ActAsEndpoint
{
    /// <summary>PUT /api/session/acting.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/session/acting", Handle)
        .Requires(Permission.OwnAccount)
        .Reads<SessionDetails>()
        .WithName("actAs")
        .WithTags("SignIn");

    private static async Task<IResult> Handle(
        ActAsRequest request, HttpContext context, Sessions sessions, SessionDescription description, TimeProvider time, CancellationToken ct)
    {
        var (session, person) = context.SessionAtHand();
        if (person.Value.Acting(request.MembershipId, Tokyo.Today(time)) is not { } membership)
        {
            return Problems.NotFound;
        }

        if (!session.Reaches(membership.Role))
        {
            return SignInProblems.SecondFactorForRole;
        }

        await sessions.ActAs(session.Id, membership.Id, ct);
        var switched = new SessionAtHand(session with { MembershipId = membership.Id }, person);
        return new Answer<SessionDetails>(await description.Describe(switched, [], People.ActorOf(person.Id, membership), ct));
    }
}
