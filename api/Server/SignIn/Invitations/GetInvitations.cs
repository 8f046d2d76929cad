using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.SignIn;

/// <summary>An open invitation, as those who invite see it.</summary>
/// <param name="Sent">Whether the mail server took its mail.</param>
/// <param name="Delivery">Where its mail is; null where there is none.</param>
internal sealed record OpenInvitation(
    Guid Id, string Mail, string Name, Role Role, Guid? SectionId, Guid InvitedBy, DateTimeOffset InvitedAt, DateOnly ExpiresOn, bool Sent, MailState? Delivery);

/// <summary>The open invitations into one's own organisation.</summary>
internal sealed class GetInvitationsEndpoint(OrganisationAccess access, Invitations invitations) : ApiEndpoint<OfOrganisation>
{
    public override void Configure()
    {
        Get("/organisations/{id:guid}/invitations");
        Description(route => route
            .Requires(Permission.ManagePeople)
            .Reads<IReadOnlyList<OpenInvitation>>());
    }

    public override async Task<IResult> ExecuteAsync(OfOrganisation request, CancellationToken ct) =>
        !access.SeesPeople(request.Id)
            ? Problems.NotFound
            : new Answer<IReadOnlyList<OpenInvitation>>([.. (await invitations.Into(request.Id, ct)).Select(i => new OpenInvitation(
                i.Id, i.Mail, i.Name, i.Role, i.SectionId, i.InvitedBy, i.InvitedAt, Moment.DayOf(i.ExpiresAt), i.Sent || i.Delivery == MailState.SENT, i.Delivery))]);
}
