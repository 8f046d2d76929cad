using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.EventStore;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>An invitation, to whom its link was sent.</summary>
/// <param name="AccountExists">Whether the mail address has an account: then its password is asked for, and no new one chosen.</param>
public sealed record InvitationDetails(
    string OrganisationName, string? SectionName, Role Role, string Mail, string Name, string InvitedBy, DateOnly ExpiresOn, bool AccountExists);

/// <summary>What the invited person fills in.</summary>
/// <param name="Password">Chosen now, or that of the account that exists; not wanted of who is signed in already.</param>
/// <param name="Name">How the person wants to be called, where not as in the invitation.</param>
public sealed record AcceptInvitationRequest(string? Password = null, string? Name = null);

/// <summary>Reads and accepts an invitation by its link.</summary>
public static class AcceptInvitationEndpoint
{
    /// <summary>GET /api/invitations/by-token/{token} and POST /api/invitations/by-token/{token}/acceptance.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/invitations/by-token/{token}", Read)
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Reads<InvitationDetails>()
            .WithName("getInvitation")
            .WithTags("SignIn");
        api.MapPost("/invitations/by-token/{token}/acceptance", Accept)
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces<SignInAnswer>()
            .Refuses(StatusCodes.Status401Unauthorized, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity)
            .WithName("acceptInvitation")
            .WithTags("SignIn");
    }

    private static async Task<IResult> Read(string token, Invitations invitations, Accounts accounts, Store store, Actors actors, CancellationToken ct)
    {
        if (await invitations.Of(token, ct) is not { } invitation || await store.OpenSession().Load<Organisation>(invitation.OrganisationId, ct) is not { } organisation)
        {
            return SignInProblems.LinkNotValid;
        }

        var names = await actors.Named([], [invitation.InvitedBy], ct);
        return new Answer<InvitationDetails>(new(
            organisation.Value.Name, organisation.Value.Sections.FirstOrDefault(s => s.Id == invitation.SectionId)?.Name, invitation.Role, invitation.Mail, invitation.Name,
            names.People.GetValueOrDefault(invitation.InvitedBy) ?? organisation.Value.Name, Tokyo.DayOf(invitation.ExpiresAt), await accounts.Of(invitation.Mail, ct) is not null));
    }

    private static async Task<IResult> Accept(
        string token, AcceptInvitationRequest request, HttpContext context, Invitations invitations, Accounts accounts, Passwords passwords, Enrolment enrolment, SignInFlow flow, CancellationToken ct)
    {
        if (await invitations.Of(token, ct) is not { } invitation)
        {
            return SignInProblems.LinkNotValid;
        }

        if (await accounts.Of(invitation.Mail, ct) is { } account)
        {
            return await AcceptAs(account, invitation, request, context, invitations, accounts, passwords, enrolment, flow, ct);
        }

        var name = request.Name ?? invitation.Name;
        if (Passwords.Check(request.Password ?? "", invitation.Mail, name) is { } refusal)
        {
            return Problems.From(refusal);
        }

        if (!await invitations.Take(invitation.Id, ct))
        {
            return SignInProblems.LinkNotValid;
        }

        var (personId, problem) = await enrolment.Enrol(name, invitation.Mail, passwords.Hash(request.Password!), [new(invitation.OrganisationId, invitation.SectionId, invitation.Role)], ct);
        return problem ?? await flow.Answer(context, personId, SignInMethod.PASSWORD, secondFactor: false, ct);
    }

    /// <summary>Someone who has an account: signed in as that person, or with its password.</summary>
    private static async Task<IResult> AcceptAs(
        Account account, Invitation invitation, AcceptInvitationRequest request, HttpContext context, Invitations invitations, Accounts accounts, Passwords passwords,
        Enrolment enrolment, SignInFlow flow, CancellationToken ct)
    {
        var here = context.Features.Get<Identified>()?.Session?.Session is { Next: SignInStep.DONE } signedIn && signedIn.PersonId == account.PersonId ? signedIn : null;
        if (here is null)
        {
            var allowed = await accounts.Attempt(account.PersonId, ct);
            if (!passwords.Verify(account, request.Password ?? "") || !allowed)
            {
                return await flow.Fail(context, account.PersonId, SignInProblems.SignInFailed, ct);
            }

            await accounts.Uncount(account.PersonId, ct);
        }

        if (!await invitations.Take(invitation.Id, ct))
        {
            return SignInProblems.LinkNotValid;
        }

        return await enrolment.Grant(account.PersonId, new(invitation.OrganisationId, invitation.SectionId, invitation.Role), ct)
            ?? await flow.Answer(context, account.PersonId, here?.Method ?? SignInMethod.PASSWORD, here?.SecondFactor ?? false, ct);
    }
}
