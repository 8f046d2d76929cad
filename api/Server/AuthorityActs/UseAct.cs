using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Something done, or planned, under a 包括 act.</summary>
/// <param name="People">Names; those of the act's scope are known by them.</param>
internal sealed record ActUseRequest(
    DateOnly On, string? Medium = null, string? Purpose = null, string? Place = null, IReadOnlyList<string>? People = null, string? Note = null);

/// <summary>Records something done under a 包括 act; what lies outside of it is refused, each respect by its name.</summary>
internal sealed class UseActEndpoint(Writer writer, ActWriter acts, ActRequests requests) : ApiEndpoint<OnAct<ActUseRequest>>
{
    public override void Configure()
    {
        Post("/authority-acts/{id:guid}/uses");
        Description(route => route
            .Requires(Permission.RequestAct)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnAct<ActUseRequest> request, CancellationToken ct)
    {
        var stream = await writer.Fetch<AuthorityAct>(request.Id, request.IfMatch, ct);
        var people = await requests.Names(request.Id, request.Body.People ?? [], stream.Aggregate.Content.Scope?.People ?? [], ct);
        var use = new ActUse(request.Body.On, request.Body.Medium, request.Body.Purpose, request.Body.Place, people);
        var by = await acts.Moment(request.Id, stream.Version, ct);
        (request.Body.People ?? []).Select((name, i) => Texts.Line(name, 200, $"/people/{i}")).FirstOrDefault(r => r is not null).ThrowIfRefused();
        var decision = AuthorityActDecider.Decide(new UseAct(use, request.Body.Note), stream.Aggregate, by);
        if (decision.Refusal is { Code: "use-outside-scope" } outside)
        {
            return Problems.From(outside) with { Errors = [.. StandingCoverage.Outside(stream.Aggregate, use)!.Select(respect => Field(ScopeRefusals.Outside(respect)))] };
        }

        Writer.Record(stream, decision);
        return await writer.Save(stream, ct);
    }

    private static FieldError Field(Refusal refusal) => new(refusal.Pointer!, refusal.Code, refusal.Message);
}
