using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Organisations;

/// <summary>保存期間 in years after the fiscal year, 1 to 30; null for the 既定値.</summary>
internal sealed record SetRetentionRequest(int? Years);

/// <summary>Says how long a 課室 keeps what is handed in to it; a 廃棄 or 移管 before that is refused.</summary>
internal sealed class SetRetentionEndpoint(Writer writer, OrganisationAccess access) : ApiEndpoint<OnSection<SetRetentionRequest>>
{
    public override void Configure()
    {
        Put("/organisations/{id:guid}/sections/{sectionId:guid}/retention");
        Description(route => route
            .Requires(Permission.ManageSection)
            .Writes());
    }

    public override Task<IResult> ExecuteAsync(OnSection<SetRetentionRequest> request, CancellationToken ct) =>
        writer.DecideOnSection(access, request.Id, request.SectionId, request.IfMatch, new SetSectionRetention(request.SectionId, request.Body.Years), ct);
}
