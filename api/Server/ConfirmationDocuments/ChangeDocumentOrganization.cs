using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>What is said of the 体制 as a whole; what is blank is not filled in.</summary>
/// <param name="Structure">体制の概要.</param>
/// <param name="Places">本業務の実施場所.</param>
/// <param name="CapitalAndDirectors">資本関係・役員の情報.</param>
public sealed record ChangeDocumentOrganizationRequest(string? Structure = null, string? Places = null, string? CapitalAndDirectors = null);

/// <summary>Says in the draft how security is organized, where the work is done, and who owns and directs the contractor.</summary>
public static class ChangeDocumentOrganizationEndpoint
{
    /// <summary>PUT /api/contracts/{contractId}/confirmation-document/draft/organization.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/contracts/{contractId:guid}/confirmation-document/draft/organization", Handle)
        .Requires(Permission.DraftConfirmationDocument)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("changeDocumentOrganization")
        .WithTags("ConfirmationDocuments");

    private static async Task<IResult> Handle(
        Guid contractId, ChangeDocumentOrganizationRequest request, IfMatch ifMatch, Acts acts, DocumentWriting writing, DocumentPeople people, CancellationToken ct)
    {
        var (stream, problem) = await writing.Fetch(contractId, ifMatch, ct);
        if (problem is not null)
        {
            return problem;
        }

        var capital = OrNull(request.CapitalAndDirectors);
        var kept = await people.Keep(acts.Session, contractId, "capitalAndDirectors", capital, stream!.Aggregate.Draft?.Organization.CapitalAndDirectors, ct);
        var organization = new DocumentOrganization(OrNull(request.Structure), OrNull(request.Places), kept);
        return DocumentWriting.Record(stream, contractId, new ChangeDocumentOrganization(organization, capital)) ?? await acts.Save(stream, ct);
    }

    private static string? OrNull(string? text) => Domain.Texts.IsBlank(text) ? null : text;
}
