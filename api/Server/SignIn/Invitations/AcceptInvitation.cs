using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>What the invited person fills in.</summary>
/// <param name="Token">Of the link.</param>
/// <param name="Password">Chosen now, or that of the account that exists; not wanted of who is signed in already.</param>
/// <param name="Name">How the person wants to be called, where not as in the invitation.</param>
/// <param name="LeaveSession">Said by who is signed in here as somebody else, and knows that that session ends.</param>
internal sealed record AcceptInvitationRequest(string Token, string? Password = null, string? Name = null, bool LeaveSession = false);

/// <summary>Accepts an invitation by its link.</summary>
internal sealed class AcceptInvitationEndpoint(
    Invitations invitations, Accounts accounts, Passwords passwords, Enrolment enrolment, SignInFlow flow) : ApiEndpoint<Sent<AcceptInvitationRequest>>
{
    private static readonly Problem SignedInAsAnother = new(StatusCodes.Status409Conflict, "signed-in-as-another", new(
        "このブラウザーでは別の方がサインインしています。招待されたご本人であれば、サインアウトして続けることを選んでください。",
        "Somebody else is signed in in this browser. If the invitation is yours, choose to sign out and go on."));

    public override void Configure()
    {
        Post("/invitations/acceptance");
        Description(route => route
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces<SignInAnswer>()
            .Refuses(StatusCodes.Status401Unauthorized, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity));
    }

    public override async Task<IResult> ExecuteAsync(Sent<AcceptInvitationRequest> request, CancellationToken ct)
    {
        if (await invitations.Of(request.Body.Token, ct) is not { } invitation)
        {
            return SignInProblems.LinkNotValid;
        }

        var account = await accounts.Of(invitation.Mail, ct);
        if (!request.Body.LeaveSession && HttpContext.SignedInBeside(account) is not null)
        {
            return SignedInAsAnother;
        }

        if (account is not null)
        {
            return await AcceptAs(account, invitation, request.Body, HttpContext, invitations, accounts, passwords, enrolment, flow, ct);
        }

        var name = request.Body.Name ?? invitation.Name;
        Passwords.Check(request.Body.Password ?? "", invitation.Mail, name).ThrowIfRefused();
        var personId = await enrolment.Enrol(
            name, invitation.Mail, passwords.Hash(request.Body.Password!), [invitation.Place], ct, id => invitations.Taking(invitation.Id, id));
        return await flow.Answer(HttpContext, personId, SignInMethod.PASSWORD, secondFactor: false, ct);
    }

    /// <summary>Someone who has an account: signed in as that person, or with its password.</summary>
    private static async Task<IResult> AcceptAs(
        Account account, Invitation invitation, AcceptInvitationRequest request, HttpContext context, Invitations invitations, Accounts accounts, Passwords passwords,
        Enrolment enrolment, SignInFlow flow, CancellationToken ct)
    {
        var here = context.SignedInHere() is { } signedIn && signedIn.PersonId == account.PersonId ? signedIn : null;
        if (here is null)
        {
            var allowed = await accounts.Attempt(account.PersonId, ct);
            if (!passwords.Verify(account, request.Password ?? "") || !allowed)
            {
                return await flow.Fail(context, account.PersonId, SignInProblems.SignInFailed);
            }

            await accounts.Uncount(account.PersonId, ct);
        }

        await enrolment.Grant(account.PersonId, invitation.Place, invitations.Taking(invitation.Id, account.PersonId), ct);
        return await flow.Answer(context, account.PersonId, here?.Method ?? SignInMethod.PASSWORD, here?.SecondFactor ?? false, ct);
    }
}
