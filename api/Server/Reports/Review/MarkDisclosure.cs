using System.Globalization;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Reports.Form;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>The parts to withhold, each with its ground (情報公開法第5条); none for a copy that is disclosed whole.</summary>
internal sealed record MarkDisclosureRequest(IReadOnlyList<WithheldPart> Withheld);

/// <summary>A marked copy.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Version">Of the review.</param>
/// <param name="Sha256">Of the PDF.</param>
internal sealed record DisclosureAnswer(int Number, long Version, long Sequence, string Sha256);

/// <summary>Marks 不開示部分 for 開示請求. The marks are the ministry's; the copy is at the address answered.</summary>
internal sealed class MarkDisclosureEndpoint(Writer writer, ReportReader reports, PdfForm pdf) : ApiEndpoint<InReport<MarkDisclosureRequest>>
{
    public override void Configure()
    {
        Post("/reports/{id:guid}/disclosures");
        Description(route => route
            .Requires(Permission.DiscloseReport)
            .Produces<DisclosureAnswer>(StatusCodes.Status201Created)
            .Refuses(
                StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity,
                StatusCodes.Status503ServiceUnavailable));
    }

    public override async Task<IResult> ExecuteAsync(InReport<MarkDisclosureRequest> request, CancellationToken ct)
    {
        var at = (await reports.Find(request.Id, ct)).OrNotFound();
        MarkDisclosure Command(string sha256) => new(request.Id, request.Body.Withheld, sha256, at.Report);
        ReportReviewDecider.Decide(Command(""), ReportReview.Initial, writer.Moment).Refusal.ThrowIfRefused();
        var sha256 = DisclosureForm.Hash(await DisclosureForm.Render(at, request.Body.Withheld, pdf, ct));
        var stream = await writer.Session.FetchForWriting<ReportReview>(StreamId.ReportReview(request.Id), ct);
        Writer.Record(
            stream, review => ReportReviewDecider.Decide(Command(sha256), review, writer.Moment), new StreamScope(at.Report.ContractId, OrganisationId: null));
        var number = stream.Aggregate.Disclosures.Count;
        return await writer.Save(
            sequence => new DisclosureAnswer(number, stream.Version, sequence, sha256), ct, StatusCodes.Status201Created,
            string.Create(CultureInfo.InvariantCulture, $"/api/reports/{request.Id}/disclosures/{number}/form.pdf"));
    }
}
