using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Idempotency;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>A token to be made.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Scopes">Of <c>read</c>, <c>write</c>, <c>acts</c>.</param>
/// <param name="ExpiresOn">Its last day (Tokyo), at most a year from now.</param>
/// <param name="MembershipId">What it acts as; the session's own where nothing is said. A program's token has none.</param>
internal sealed record IssueTokenRequest(string Name, IReadOnlyList<string> Scopes, DateOnly ExpiresOn, Guid? MembershipId = null);

/// <summary>The token, this once.</summary>
/// <param name="Token">Null where the request was sent again with the same Idempotency-Key: it is not kept.</param>
internal sealed record IssuedToken(Guid Id, string? Token);

/// <summary>Makes a personal access token.</summary>
internal sealed class IssueTokenEndpoint(Tokens tokens, Session session, IdempotentRequest idempotent, TimeProvider time) : ApiEndpoint<Sent<IssueTokenRequest>>
{
    private const int LongestName = 100;

    public override void Configure()
    {
        Post("/account/tokens");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .RequiresRecentSignIn()
            .Produces<IssuedToken>(StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity)
            .WithTags("Account"));
    }

    public override async Task<IResult> ExecuteAsync(Sent<IssueTokenRequest> request, CancellationToken ct)
    {
        var (signedIn, person) = HttpContext.SessionAtHand();
        if ((request.Body.MembershipId ?? signedIn.MembershipId) is not { } wanted || person.Value.Acting(wanted, Tokyo.Today(time)) is not { } membership)
        {
            return Problems.NotFound;
        }

        if (!signedIn.Reaches(membership.Role))
        {
            return SignInProblems.SecondFactorForRole;
        }

        Check(request.Body, Tokyo.Today(time));
        return await Issue(
            new(person.Id, membership.Id, ServiceAccountId: null, request.Body.Name, request.Body.Scopes, request.Body.ExpiresOn), signedIn, tokens, session, idempotent, ct);
    }

    /// <summary>Refuses a token that cannot be made.</summary>
    internal static void Check(IssueTokenRequest request, DateOnly today)
    {
        Texts.Line(request.Name, LongestName, "/name").ThrowIfRefused();
        if (request.Scopes.Count == 0 || !request.Scopes.All(TokenScopes.All.Contains))
        {
            throw new ProblemException(SignInProblems.ScopesMissing);
        }

        if (request.ExpiresOn < today || request.ExpiresOn > today.AddYears(1))
        {
            throw new ProblemException(SignInProblems.ExpiryOutOfRange);
        }
    }

    /// <summary>Makes it; of the answer all but the token itself is kept for a repetition.</summary>
    internal static async Task<IResult> Issue(NewToken token, SignedIn madeIn, Tokens tokens, Session session, IdempotentRequest idempotent, CancellationToken ct)
    {
        var (id, text) = tokens.Issue(session, token, madeIn);
        idempotent.KeepIn(session, new IssuedToken(id, Token: null), StatusCodes.Status201Created, location: null, version: null);
        await session.SaveChanges(ct);
        return new Answer<IssuedToken>(new(id, text), StatusCodes.Status201Created);
    }
}
