using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>What is mended.</summary>
/// <param name="Value">A day as yyyy-MM-dd, an instant in ISO 8601, a word or a text; null empties a field that may be empty.</param>
/// <param name="Reason">1 to 4,000 characters.</param>
/// <param name="Condition">Which of the conditions, from 0; with CONDITION and CONDITION_DUE_ON only.</param>
public sealed record CorrectActRequest(CorrectedField Field, string? Value, string Reason, int? Condition = null);

/// <summary>訂正: mends a slip. The old value and the reason stay visible, and the other side is told.</summary>
public static class CorrectActEndpoint
{
    /// <summary>POST /api/authority-acts/{id}/corrections, by the side that entered the value.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/authority-acts/{id:guid}/corrections", Handle)
        .Requires(Permission.CorrectAct)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("correctAct")
        .WithTags("AuthorityActs");

    private static Task<IResult> Handle(Guid id, CorrectActRequest request, IfMatch ifMatch, ActDesk desk, ActRequests requests, CancellationToken ct) =>
        desk.Do(id, ifMatch, async stream =>
        {
            var isName = request.Field == CorrectedField.OFFICER_NAME;
            PersonalRef[] before = stream.Aggregate.DecidedBy?.Entry.OfficerName is { } known ? [known] : [];
            var name = isName && request.Value is { } text ? new PersonalNote(text, (await requests.Names(id, [text], before, ct, "officerName"))[0]) : null;
            return (new CorrectAct(request.Field, isName ? null : request.Value, name, request.Reason, request.Condition), null);
        }, ct);
}
