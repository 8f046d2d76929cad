using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>One paper as it is to be.</summary>
/// <param name="Id">Of a paper that is there already; left out for a new one.</param>
/// <param name="Subject">What it is.</param>
/// <param name="Number">The item that asks for it.</param>
/// <param name="FileIds">Files of the contract; none where it is handed over on paper.</param>
internal sealed record DocumentPaperRequest(string Subject, Guid? Id = null, int? Number = null, IReadOnlyList<Guid>? FileIds = null);

/// <summary>The papers of the draft, all of them.</summary>
internal sealed record ChangeDocumentPapersRequest(IReadOnlyList<DocumentPaperRequest> Papers);

/// <summary>Says which information and papers (提出を求める情報、書類等) go with the draft.</summary>
internal sealed class ChangeDocumentPapersEndpoint(Writer writer, DocumentWriter documents, KeptFiles files) : ApiEndpoint<OnDocument<ChangeDocumentPapersRequest>>
{
    public override void Configure()
    {
        Put("/contracts/{contractId:guid}/confirmation-document/draft/papers");
        Description(route => route
            .Requires(Permission.DraftConfirmationDocument)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnDocument<ChangeDocumentPapersRequest> request, CancellationToken ct)
    {
        var stream = await documents.Fetch(request.ContractId, request.IfMatch, ct);
        var papers = new List<RequiredPaper>();
        for (var i = 0; i < request.Body.Papers.Count; i++)
        {
            var paper = request.Body.Papers[i];
            if (paper.Id is { } id && (stream.Aggregate.Draft?.Papers.All(known => known.Id != id) != false || papers.Any(other => other.Id == id)))
            {
                return Problems.From(ConfirmationDocumentRefusals.PaperUnknown.At($"/papers/{i}/id"));
            }

            var found = await files.Resolve(request.ContractId, paper.FileIds, ct, $"/papers/{i}/fileIds");
            papers.Add(new RequiredPaper(paper.Id ?? writer.NewId(), paper.Subject, paper.Number, found));
        }

        documents.Record(stream, request.ContractId, new ChangeDocumentPapers(papers));
        return await writer.Save(stream, ct);
    }
}
