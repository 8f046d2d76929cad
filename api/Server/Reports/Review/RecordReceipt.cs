using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>受領 as noted.</summary>
/// <param name="Number">受付番号, or null.</param>
/// <param name="FileId">受付印 or mail, or null.</param>
internal sealed record RecordReceiptRequest(DateOnly On, string? Number = null, Guid? FileId = null);

/// <summary>Notes the 受領, by the ministry, or by the contractor (受注者が記録, until an officer confirms it).</summary>
internal sealed class RecordReceiptEndpoint(Writer writer, KeptFiles kept, Actor actor) : ApiEndpoint<OnReport<RecordReceiptRequest>>
{
    public override void Configure()
    {
        Post("/reports/{id:guid}/receipt");
        Description(route => route
            .Requires(Permission.RecordReceipt)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnReport<RecordReceiptRequest> request, CancellationToken ct)
    {
        var stream = await writer.FetchToSpeak(request.Id, request.IfMatch, actor, ct);
        var files = await kept.Resolve(stream.Aggregate.ContractId, request.Body.FileId is { } file ? [file] : null, ct, "/fileId");
        var number = Texts.IsBlank(request.Body.Number) ? null : request.Body.Number;
        var command = new RecordReceipt(request.Body.On, number, files.Count > 0 ? files[0] : null, actor.Side);
        Writer.Record(stream, report => FinalisedReportDecider.Decide(command, report, writer.Moment));
        return await writer.Save(stream, ct);
    }
}
