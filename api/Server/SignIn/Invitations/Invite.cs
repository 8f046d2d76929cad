using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Idempotency;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>Whom to invite, as what.</summary>
internal sealed record InviteRequest(string Mail, string Name, Role Role, Guid? SectionId = null);

/// <summary>The invitation.</summary>
/// <param name="Link">To be handed over, where no mail has been sent so far; else null.</param>
/// <param name="Sent">Whether the mail server took the mail.</param>
/// <param name="Delivery">Where the mail is; null where no mail server is configured.</param>
internal sealed record InvitationAnswer(Guid Id, string? Link, bool Sent, MailState? Delivery);

/// <summary>Invites someone into an organisation by a link, good once and for some days.</summary>
internal sealed class InviteEndpoint(
    OrganisationAccess access, Actor actor, Session session, IdempotentRequest idempotent, LinksByMail links) : ApiEndpoint<InOrganisation<InviteRequest>>
{
    private const int LongestName = 100;

    public override void Configure()
    {
        Post("/organisations/{id:guid}/invitations");
        Description(route => route
            .Requires(Permission.ManagePeople)
            .RequiresRecentSignIn()
            .Produces<InvitationAnswer>(StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status429TooManyRequests));
    }

    public override async Task<IResult> ExecuteAsync(InOrganisation<InviteRequest> request, CancellationToken ct)
    {
        var own = access.SeesPeople(request.Id);
        if ((!own && !await access.InvitesFirst(request.Id, ct)) || await session.Load<Organisation>(request.Id, ct) is not { Value: var organisation })
        {
            return Problems.NotFound;
        }

        (Check(request.Body, organisation) ?? (own ? access.Gives(request.Body.Role, request.Body.SectionId) : access.GivesFirst(request.Body.Role))).ThrowIfRefused();
        var fresh = links.Fresh(HttpContext);
        var invitation = new Invitation(
            Guid.CreateVersion7(fresh.Begins), request.Id, request.Body.SectionId, request.Body.Role, request.Body.Mail.Trim(), request.Body.Name, actor.PersonId!.Value,
            fresh.Begins, fresh.ExpiresAt, Sent: false);
        var (link, key) = ($"{fresh.Site}/invitation#{fresh.Token}", Invitations.KeyOfMail(invitation.Id));
        var mail = links.Queueing(key, new(MailKind.INVITATION, request.Id, SenderId: actor.PersonId), AccountMails.Invitation(invitation.Mail, invitation.Name, organisation.Name, link, fresh.Days), fresh);
        session.QueueSql(
            [links.Counting(new(MailKind.INVITATION, actor.PersonId, actor.OrganisationId, invitation.Mail)), Invitations.Writing(invitation, fresh.Token), .. mail]);
        idempotent.KeepIn(session, new InvitationAnswer(invitation.Id, Link: null, Sent: false, mail.Count > 0 ? MailState.QUEUED : null), StatusCodes.Status201Created, location: null, version: null);
        await MailLimits.Save(session, ct);
        var delivered = await links.Delivered(key, link, ct);
        return new Answer<InvitationAnswer>(new(invitation.Id, delivered.Link, delivered.Sent, delivered.Delivery), StatusCodes.Status201Created);
    }

    private static Refusal? Check(InviteRequest request, Organisation organisation) => request switch
    {
        _ when !Mailbox.IsAddress(request.Mail.Trim()) => OrganisationRefusals.MailWrong.At("/mail"),
        _ when Names.Line(request.Name, LongestName, "/name") is { } refusal => refusal,
        _ => PersonDecider.NotAPlace(organisation, request.Role, request.SectionId),
    };
}
