using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>What is said of the 体制 as a whole; what is blank is not filled in.</summary>
/// <param name="Structure">体制の概要.</param>
/// <param name="Places">本業務の実施場所.</param>
/// <param name="CapitalAndDirectors">資本関係・役員の情報.</param>
internal sealed record ChangeDocumentOrganizationRequest(string? Structure = null, string? Places = null, string? CapitalAndDirectors = null);

/// <summary>Says in the draft how security is organized, where the work is done, and who owns and directs the contractor.</summary>
internal sealed class ChangeDocumentOrganizationEndpoint(
    Writer writer, DocumentWriter documents, DocumentPeople people) : ApiEndpoint<OnDocument<ChangeDocumentOrganizationRequest>>
{
    public override void Configure()
    {
        Put("/contracts/{contractId:guid}/confirmation-document/draft/organization");
        Description(route => route
            .Requires(Permission.DraftConfirmationDocument)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnDocument<ChangeDocumentOrganizationRequest> request, CancellationToken ct)
    {
        var stream = await documents.Fetch(request.ContractId, request.IfMatch, ct);
        var capital = OrNull(request.Body.CapitalAndDirectors);
        var kept = await people.Keep(writer.Session, request.ContractId, "capitalAndDirectors", capital, stream.Aggregate.Draft?.Organization.CapitalAndDirectors, ct);
        var organization = new DocumentOrganization(OrNull(request.Body.Structure), OrNull(request.Body.Places), kept);
        documents.Record(stream, request.ContractId, new ChangeDocumentOrganization(organization, capital));
        return await writer.Save(stream, ct);
    }

    private static string? OrNull(string? text) => Domain.Texts.IsBlank(text) ? null : text;
}
