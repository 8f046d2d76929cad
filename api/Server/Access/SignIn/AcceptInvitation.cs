using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>An invitation, to whom its link was sent.</summary>
/// <param name="AccountExists">Whether the mail address has an account: then its password is asked for, and no new one chosen.</param>
/// <param name="SignedInAs">The mail address of who is signed in in this browser, where that is somebody else than was invited.</param>
public sealed record InvitationDetails(
    string OrganisationName, string? SectionName, Role Role, string Mail, string Name, string InvitedBy, DateOnly ExpiresOn, bool AccountExists, string? SignedInAs);

/// <summary>The token of a link: it stands in the link's fragment and in bodies, never in an address that a server or a proxy notes down.</summary>
public sealed record OpenInvitationRequest(string Token);

/// <summary>What the invited person fills in.</summary>
/// <param name="Token">Of the link.</param>
/// <param name="Password">Chosen now, or that of the account that exists; not wanted of who is signed in already.</param>
/// <param name="Name">How the person wants to be called, where not as in the invitation.</param>
/// <param name="LeaveSession">Said by who is signed in here as somebody else, and knows that that session ends.</param>
public sealed record AcceptInvitationRequest(string Token, string? Password = null, string? Name = null, bool LeaveSession = false);

/// <summary>Reads and accepts an invitation by its link.</summary>
public static class AcceptInvitationEndpoint
{
    private static readonly Problem SignedInAsAnother = new(StatusCodes.Status409Conflict, "signed-in-as-another", new(
        "このブラウザーでは別の方がサインインしています。招待されたご本人であれば、サインアウトして続けることを選んでください。",
        "Somebody else is signed in in this browser. If the invitation is yours, choose to sign out and go on."));

    /// <summary>POST /api/invitations/opening and POST /api/invitations/acceptance.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/invitations/opening", Read)
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces<InvitationDetails>()
            .Refuses(StatusCodes.Status404NotFound)
            .WithName("getInvitation")
            .WithTags("SignIn");
        api.MapPost("/invitations/acceptance", Accept)
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces<SignInAnswer>()
            .Refuses(StatusCodes.Status401Unauthorized, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity)
            .WithName("acceptInvitation")
            .WithTags("SignIn");
    }

    private static async Task<IResult> Read(OpenInvitationRequest request, HttpContext context, Invitations invitations, InvitationDescription description, Accounts accounts, CancellationToken ct)
    {
        if (await invitations.Of(request.Token, ct) is not { } invitation)
        {
            return SignInProblems.LinkNotValid;
        }

        var another = SignedInBeside(context, await accounts.Of(invitation.Mail, ct)) is { } session ? (await accounts.Of(session.PersonId, ct))?.Mail : null;
        return new Answer<InvitationDetails>(await description.Describe(invitation, another, ct));
    }

    private static async Task<IResult> Accept(
        AcceptInvitationRequest request, HttpContext context, Invitations invitations, Accounts accounts, Passwords passwords, Enrolment enrolment, SignInFlow flow, CancellationToken ct)
    {
        if (await invitations.Of(request.Token, ct) is not { } invitation)
        {
            return SignInProblems.LinkNotValid;
        }

        var account = await accounts.Of(invitation.Mail, ct);
        if (!request.LeaveSession && SignedInBeside(context, account) is not null)
        {
            return SignedInAsAnother;
        }

        if (account is not null)
        {
            return await AcceptAs(account, invitation, request, context, invitations, accounts, passwords, enrolment, flow, ct);
        }

        var name = request.Name ?? invitation.Name;
        if (Passwords.Check(request.Password ?? "", invitation.Mail, name) is { } refusal)
        {
            return Problems.From(refusal);
        }

        var (personId, problem) = await enrolment.Enrol(
            name, invitation.Mail, passwords.Hash(request.Password!), [invitation.Part], ct, id => invitations.Taking(invitation.Id, id));
        return problem ?? await flow.Answer(context, personId, SignInMethod.PASSWORD, secondFactor: false, ct);
    }

    /// <summary>Someone who has an account: signed in as that person, or with its password.</summary>
    private static async Task<IResult> AcceptAs(
        Account account, Invitation invitation, AcceptInvitationRequest request, HttpContext context, Invitations invitations, Accounts accounts, Passwords passwords,
        Enrolment enrolment, SignInFlow flow, CancellationToken ct)
    {
        var here = SignedInHere(context) is { } signedIn && signedIn.PersonId == account.PersonId ? signedIn : null;
        if (here is null)
        {
            var allowed = await accounts.Attempt(account.PersonId, ct);
            if (!passwords.Verify(account, request.Password ?? "") || !allowed)
            {
                return await flow.Fail(context, account.PersonId, SignInProblems.SignInFailed);
            }

            await accounts.Uncount(account.PersonId, ct);
        }

        return await enrolment.Grant(account.PersonId, invitation.Part, invitations.Taking(invitation.Id, account.PersonId), ct)
            ?? await flow.Answer(context, account.PersonId, here?.Method ?? SignInMethod.PASSWORD, here?.SecondFactor ?? false, ct);
    }

    private static SignedIn? SignedInHere(HttpContext context) =>
        context.Features.Get<Identified>()?.Session?.Session is { Next: SignInStep.DONE } signedIn ? signedIn : null;

    /// <summary>The session of somebody else than was invited, or null.</summary>
    private static SignedIn? SignedInBeside(HttpContext context, Account? invited) =>
        SignedInHere(context) is { } signedIn && signedIn.PersonId != invited?.PersonId ? signedIn : null;
}
