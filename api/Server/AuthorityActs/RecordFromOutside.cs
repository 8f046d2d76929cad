using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>What the officer said.</summary>
/// <param name="ActAt">When it was said; not in the future.</param>
/// <param name="OfficerName">Who said it; wanted for a telephone call or a meeting.</param>
/// <param name="Reason">Wanted unless it was granted: why not, what was asked back, why it was taken back.</param>
/// <param name="FileIds">The mail or the scan; wanted for those.</param>
/// <param name="MailFileId">The dropped-in mail that was read, whose signature is kept with the record.</param>
internal sealed record RecordFromOutsideRequest(
    ActOutcome Outcome,
    Channel Channel,
    DateTimeOffset ActAt,
    string? OfficerName = null,
    string? Note = null,
    IReadOnlyList<ActCondition>? Conditions = null,
    DateOnly? ExpiresOn = null,
    string? Reason = null,
    IReadOnlyList<Guid>? FileIds = null,
    Guid? MailFileId = null);

/// <summary>受注者が記録: what the officer said by mail, telephone, on paper or in a meeting. It counts at once and waits for 担当職員確認済.</summary>
internal sealed class RecordFromOutsideEndpoint(ActWriter acts, OutsideEvidence evidence) : ApiEndpoint<OnAct<RecordFromOutsideRequest>>
{
    public override void Configure()
    {
        Post("/authority-acts/{id:guid}/outside-records");
        Description(route => route
            .Requires(Permission.RequestAct)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnAct<RecordFromOutsideRequest> request, CancellationToken ct) =>
        acts.Do(request.Id, request.IfMatch, async stream =>
        {
            var (files, mail, name) = await evidence.Of(request.Id, stream.Aggregate.ContractId, request.Body.FileIds, request.Body.MailFileId, request.Body.OfficerName, ct);
            return new RecordFromOutside(
                request.Body.Outcome, request.Body.Channel, acts.Minute(request.Body.ActAt), name, request.Body.Conditions ?? [], request.Body.ExpiresOn, request.Body.Reason, request.Body.Note, files, mail);
        }, ct);
}
