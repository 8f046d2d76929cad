using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>One paper as it is to be.</summary>
/// <param name="Id">Of a paper that is there already; left out for a new one.</param>
/// <param name="Subject">What it is.</param>
/// <param name="Number">The item that asks for it.</param>
/// <param name="FileIds">Files of the contract; none where it is handed over on paper.</param>
public sealed record DocumentPaperRequest(string Subject, Guid? Id = null, int? Number = null, IReadOnlyList<Guid>? FileIds = null);

/// <summary>The papers of the draft, all of them.</summary>
public sealed record ChangeDocumentPapersRequest(IReadOnlyList<DocumentPaperRequest> Papers);

/// <summary>Says which information and papers (提出を求める情報、書類等) go with the draft.</summary>
public static class ChangeDocumentPapersEndpoint
{
    /// <summary>PUT /api/contracts/{contractId}/confirmation-document/draft/papers.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/contracts/{contractId:guid}/confirmation-document/draft/papers", Handle)
        .Requires(Permission.DraftConfirmationDocument)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("changeDocumentPapers")
        .WithTags("ConfirmationDocuments");

    private static async Task<IResult> Handle(
        Guid contractId, ChangeDocumentPapersRequest request, IfMatch ifMatch, Acts acts, DocumentWriting writing, KeptFiles files, CancellationToken ct)
    {
        var (stream, problem) = await writing.Fetch(contractId, ifMatch, ct);
        if (problem is not null)
        {
            return problem;
        }

        var papers = new List<RequiredPaper>();
        for (var i = 0; i < request.Papers.Count; i++)
        {
            var paper = request.Papers[i];
            if (paper.Id is { } id && (stream!.Aggregate.Draft?.Papers.All(known => known.Id != id) != false || papers.Any(other => other.Id == id)))
            {
                return Problems.From(ConfirmationDocumentRefusals.PaperUnknown.At($"/papers/{i}/id"));
            }

            var (found, refusal) = await files.Resolve(contractId, paper.FileIds, ct);
            if (refusal is not null)
            {
                return Problems.From(refusal.At($"/papers/{i}/fileIds"));
            }

            papers.Add(new RequiredPaper(paper.Id ?? acts.NewId(), paper.Subject, paper.Number, found));
        }

        return DocumentWriting.Record(stream!, contractId, new ChangeDocumentPapers(papers)) ?? await acts.Save(stream!, ct);
    }
}
