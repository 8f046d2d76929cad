using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>Takes back that the answers were sent: they were not, or in another way.</summary>
internal sealed class TakeAnswersSentBackEndpoint(Writer writer, Actor actor) : ApiEndpoint<OnReport>
{
    public override void Configure()
    {
        Delete("/reports/{id:guid}/answers/sending");
        Description(route => route
            .Requires(Permission.AnswerReportQuery)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnReport request, CancellationToken ct)
    {
        var stream = await writer.FetchToSpeak(request.Id, request.IfMatch, actor, ct);
        Writer.Record(stream, report => FinalisedReportDecider.Decide(new TakeAnswersSentBack(), report, writer.Moment));
        return await writer.Save(stream, ct);
    }
}
