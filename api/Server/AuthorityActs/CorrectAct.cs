using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>What is mended.</summary>
/// <param name="Value">A day as yyyy-MM-dd, an instant in ISO 8601, a word or a text; null empties a field that may be empty.</param>
/// <param name="Reason">1 to 4,000 characters.</param>
/// <param name="Condition">Which of the conditions, from 0; with CONDITION and CONDITION_DUE_ON only.</param>
internal sealed record CorrectActRequest(CorrectedField Field, string? Value, string Reason, int? Condition = null);

/// <summary>
/// 訂正: mends a slip. The old value and the reason stay visible, and the other side is told.
/// By the side that entered the value.
/// </summary>
internal sealed class CorrectActEndpoint(ActWriter acts, ActRequests requests) : ApiEndpoint<OnAct<CorrectActRequest>>
{
    public override void Configure()
    {
        Post("/authority-acts/{id:guid}/corrections");
        Description(route => route
            .Requires(Permission.CorrectAct)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnAct<CorrectActRequest> request, CancellationToken ct) =>
        acts.Do(request.Id, request.IfMatch, async stream =>
        {
            var isName = request.Body.Field == CorrectedField.OFFICER_NAME;
            PersonalRef[] before = stream.Aggregate.DecidedBy?.Entry.OfficerName is { } known ? [known] : [];
            var name = isName && request.Body.Value is { } text ? new PersonalNote(text, (await requests.Names(request.Id, [text], before, ct, "officerName"))[0]) : null;
            return new CorrectAct(request.Body.Field, isName ? null : request.Body.Value, name, request.Body.Reason, request.Body.Condition);
        }, ct);
}
