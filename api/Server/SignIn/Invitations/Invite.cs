using Microsoft.Extensions.Options;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Idempotency;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>Whom to invite, as what.</summary>
public sealed record InviteRequest(string Mail, string Name, Role Role, Guid? SectionId = null);

/// <summary>The invitation.</summary>
/// <param name="Link">To be handed over, where no mail has been sent so far; else null.</param>
/// <param name="Sent">Whether the mail server took the mail.</param>
/// <param name="Delivery">Where the mail is; null where no mail server is configured.</param>
public sealed record InvitationAnswer(Guid Id, string? Link, bool Sent, MailState? Delivery);

/// <summary>Invites someone into an organisation by a link, good once and for some days.</summary>
internal sealed class InviteEndpoint(
    OrganisationAccess access, Actor actor, Session session, IdempotentRequest idempotent, MailLimits limits, PublicAddress address, Mails mails, IOptions<SignInSettings> settings, TimeProvider time) : ApiEndpoint<InOrganisation<InviteRequest>>
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

        if ((Check(request.Body, organisation) ?? (own ? access.Gives(request.Body.Role, request.Body.SectionId) : access.GivesFirst(request.Body.Role))) is { } refusal)
        {
            return Problems.From(refusal);
        }

        var (now, token) = (time.GetUtcNow(), SessionKey.Fresh());
        var invitation = new Invitation(
            Guid.CreateVersion7(now), request.Id, request.Body.SectionId, request.Body.Role, request.Body.Mail.Trim(), request.Body.Name, actor.PersonId!.Value, now,
            now.AddDays(settings.Value.InvitationDays), Sent: false);
        var (link, key) = ($"{address.Of(HttpContext)}/invitation#{token}", Invitations.KeyOfMail(invitation.Id));
        var mail = mails.Queueing(key, AccountMails.Invitation(invitation.Mail, invitation.Name, organisation.Name, link, settings.Value.InvitationDays), invitation.ExpiresAt);
        session.QueueSql(
            [limits.Counting(new(MailKind.INVITATION, actor.PersonId, actor.OrganisationId, invitation.Mail)), Invitations.Writing(invitation, token), .. mail]);
        idempotent.KeepIn(session, new InvitationAnswer(invitation.Id, Link: null, Sent: false, mail.Count > 0 ? MailState.QUEUED : null), StatusCodes.Status201Created, location: null, version: null);
        if (await MailLimits.Save(session, ct) is { } tooMany)
        {
            return tooMany;
        }

        var delivery = await mails.Outcome(key, ct);
        var sent = delivery == MailState.SENT;
        return new Answer<InvitationAnswer>(new(invitation.Id, sent ? null : link, sent, delivery), StatusCodes.Status201Created);
    }

    private static Refusal? Check(InviteRequest request, Organisation organisation) => request switch
    {
        _ when !Mailbox.IsAddress(request.Mail.Trim()) => OrganisationRefusals.MailWrong.At("/mail"),
        _ when Names.Line(request.Name, LongestName, "/name") is { } refusal => refusal,
        _ => PersonDecider.NotAPlace(organisation, request.Role, request.SectionId),
    };
}
