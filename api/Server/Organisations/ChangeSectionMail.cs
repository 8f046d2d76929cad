using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Organisations;

/// <summary>The 課室's shared address (no person's), or null for none.</summary>
internal sealed record ChangeSectionMailRequest(string? Mail);

/// <summary>Changes the shared address of a 課室.</summary>
internal sealed class ChangeSectionMailEndpoint(Writer writer, OrganisationAccess access) : ApiEndpoint<OnSection<ChangeSectionMailRequest>>
{
    public override void Configure()
    {
        Put("/organisations/{id:guid}/sections/{sectionId:guid}/mail");
        Description(route => route
            .Requires(Permission.ManageSection)
            .Writes());
    }

    public override Task<IResult> ExecuteAsync(OnSection<ChangeSectionMailRequest> request, CancellationToken ct) =>
        writer.DecideOnSection(access, request.Id, request.SectionId, request.IfMatch, new ChangeSectionMail(request.SectionId, request.Body.Mail), ct);
}
