using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>A copy that was marked for 開示請求.</summary>
/// <param name="Sha256">Of the PDF as it was made.</param>
public sealed record DisclosureDetails(int Number, IReadOnlyList<WithheldPart> Withheld, string Sha256, ActedBy By, DateTimeOffset At);

/// <summary>The marked copies of a report, the first one first.</summary>
public static class GetDisclosuresEndpoint
{
    /// <summary>GET /api/reports/{id}/disclosures.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/reports/{id:guid}/disclosures", Handle)
        .Requires(Permission.ReadReview)
        .Reads<IReadOnlyList<DisclosureDetails>>()
        .WithName("getDisclosures")
        .WithTags("Review");

    private static async Task<IResult> Handle(Guid id, ReportReader reports, Session session, Actors actors, CancellationToken ct)
    {
        if (await reports.Find(id, ct) is null)
        {
            return Problems.NotFound;
        }

        var marked = (await session.FetchStream(StreamId.ReportReview(id), ct: ct)).Where(recorded => recorded.Data is DisclosureMarked).ToList();
        var signatories = await Signatories.Load(actors, marked.Select(recorded => recorded.Headers), ct);
        return new Answer<IReadOnlyList<DisclosureDetails>>([.. marked.Select((recorded, index) => Details(recorded, index + 1, signatories))]);
    }

    private static DisclosureDetails Details(RecordedEvent recorded, int number, Signatories signatories)
    {
        var marked = (DisclosureMarked)recorded.Data;
        return new DisclosureDetails(number, marked.Withheld, marked.Sha256, signatories.Of(recorded.Headers), recorded.RecordedAt.ToUniversalTime());
    }
}
