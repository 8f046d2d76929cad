using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>What to act as.</summary>
/// <param name="MembershipId">One of the session's <c>memberships</c>.</param>
internal sealed record ActAsRequest(Guid MembershipId);

/// <summary>Acts as another of one's memberships from now on, in this session.</summary>
internal sealed class ActAsEndpoint(Sessions sessions, SessionDescription description, TimeProvider time) : ApiEndpoint<Sent<ActAsRequest>>
{
    public override void Configure()
    {
        Put("/session/acting");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .Reads<SessionDetails>());
    }

    public override async Task<IResult> ExecuteAsync(Sent<ActAsRequest> request, CancellationToken ct)
    {
        var (session, person) = HttpContext.SessionAtHand();
        if (person.Value.Acting(request.Body.MembershipId, Tokyo.Today(time)) is not { } membership)
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
