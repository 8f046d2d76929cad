using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Something done, or planned, under a 包括 act.</summary>
/// <param name="People">Names; those of the act's scope are known by them.</param>
public sealed record ActUseRequest(
    DateOnly On, string? Medium = null, string? Purpose = null, string? Place = null, IReadOnlyList<string>? People = null, string? Note = null);

/// <summary>Records something done under a 包括 act; what lies outside of it is refused, each respect by its name.</summary>
public static class UseActEndpoint
{
    /// <summary>POST /api/authority-acts/{id}/uses.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/authority-acts/{id:guid}/uses", Handle)
        .Requires(Permission.RequestAct)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("useAct")
        .WithTags("AuthorityActs");

    private static async Task<IResult> Handle(
        Guid id, ActUseRequest request, IfMatch ifMatch, Acts acts, ActDesk desk, ActRequests requests, CancellationToken ct)
    {
        var (stream, problem) = await acts.Fetch<AuthorityAct>(id, ifMatch, ct);
        if (problem is not null)
        {
            return problem;
        }

        var people = await requests.Names(id, request.People ?? [], stream!.Aggregate.Content.Scope?.People ?? [], ct);
        var use = new ActUse(request.On, request.Medium, request.Purpose, request.Place, people);
        var by = await desk.Moment(id, stream.Version, ct);
        var refused = (request.People ?? []).Select((name, i) => Texts.Line(name, 200, $"/people/{i}")).FirstOrDefault(r => r is not null) is { } bad
            ? Problems.From(bad)
            : Acts.Record(stream, act => AuthorityActDecider.Decide(new UseAct(use, request.Note), by, act));
        return refused is { Code: "use-outside-scope" }
            ? refused with { Errors = [.. StandingCoverage.Outside(stream.Aggregate, use)!.Select(respect => Field(ScopeRefusals.Outside(respect)))] }
            : refused ?? await acts.Save(stream, ct);
    }

    private static FieldError Field(Refusal refusal) => new(refusal.Pointer!, refusal.Code, refusal.Message);
}
