using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>What the officer said.</summary>
/// <param name="ActAt">When it was said; not in the future.</param>
/// <param name="OfficerName">Who said it; wanted for a telephone call or a meeting.</param>
/// <param name="Reason">Wanted unless it was granted: why not, what was asked back, why it was taken back.</param>
/// <param name="FileIds">The mail or the scan; wanted for those.</param>
/// <param name="MailFileId">The dropped-in mail that was read, whose signature is kept with the record.</param>
public sealed record RecordFromOutsideRequest(
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
public static class RecordFromOutsideEndpoint
{
    /// <summary>POST /api/authority-acts/{id}/outside-records.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/authority-acts/{id:guid}/outside-records", Handle)
        .Requires(Permission.RequestAct)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("recordFromOutside")
        .WithTags("AuthorityActs");

    private static Task<IResult> Handle(
        Guid id, RecordFromOutsideRequest request, IfMatch ifMatch, ActDesk desk, OutsideEvidence evidence, CancellationToken ct) =>
        desk.Do(id, ifMatch, async stream =>
        {
            var (files, mail, name, refusal) = await evidence.Of(id, stream.Aggregate.ContractId, request.FileIds, request.MailFileId, request.OfficerName, ct);
            return (new RecordFromOutside(
                request.Outcome, request.Channel, desk.Minute(request.ActAt), name, request.Conditions ?? [], request.ExpiresOn, request.Reason, request.Note, files, mail), refusal);
        }, ct);
}
