using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>A copy that was marked for 開示請求.</summary>
/// <param name="Sha256">Of the PDF as it was made.</param>
internal sealed record DisclosureDetails(int Number, IReadOnlyList<WithheldPart> Withheld, string Sha256, ActedBy By, DateTimeOffset At);

/// <summary>The marked copies of a report, the first one first.</summary>
internal sealed class GetDisclosuresEndpoint(ReportReader reports, Session session, Actors actors) : ApiEndpoint<OfReport>
{
    public override void Configure()
    {
        Get("/reports/{id:guid}/disclosures");
        Description(route => route
            .Requires(Permission.ReadReview)
            .Reads<IReadOnlyList<DisclosureDetails>>());
    }

    public override async Task<IResult> ExecuteAsync(OfReport request, CancellationToken ct)
    {
        (await reports.Find(request.Id, ct)).OrNotFound();
        var marked = (await session.FetchStream(StreamId.ReportReview(request.Id), ct: ct)).Where(recorded => recorded.Data is DisclosureMarked).ToList();
        var signatories = await Signatories.Load(actors, marked.Select(recorded => recorded.Headers), ct);
        return new Answer<IReadOnlyList<DisclosureDetails>>([.. marked.Select((recorded, index) => Details(recorded, index + 1, signatories))]);
    }

    private static DisclosureDetails Details(RecordedEvent recorded, int number, Signatories signatories)
    {
        var marked = (DisclosureMarked)recorded.Data;
        return new DisclosureDetails(number, marked.Withheld, marked.Sha256, signatories.Of(recorded.Headers), recorded.RecordedAt.ToUniversalTime());
    }
}
