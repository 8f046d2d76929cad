using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Something planned.</summary>
/// <param name="People">Names. They come in the body, so that no address holds a name.</param>
internal sealed record CoverageRequest(
    ProcedureSubject Subject, DateOnly On, string? Medium = null, string? Purpose = null, string? Place = null, IReadOnlyList<string>? People = null);

/// <summary>One standing act against it.</summary>
internal sealed record CoveringAct(Guid Id, string Title, bool Covered, IReadOnlyList<ScopeRespect> Outside, IReadOnlyList<Message> Messages);

/// <summary>Whether what is planned needs an act of its own.</summary>
/// <param name="Covered">At least one standing act covers it.</param>
internal sealed record CoverageAnswer(bool Covered, IReadOnlyList<CoveringAct> Acts);

/// <summary>Says whether something planned lies inside a 包括 act. It writes nothing.</summary>
internal sealed class GetCoverageEndpoint(ContractReader contracts, ActReader acts, PersonalValues values) : ApiEndpoint<InContract<CoverageRequest>>
{
    public override void Configure()
    {
        Post("/contracts/{contractId:guid}/coverage");
        Description(route => route
            .Requires(Permission.ReadActs)
            .Reads<CoverageAnswer>());
    }

    public override async Task<IResult> ExecuteAsync(InContract<CoverageRequest> request, CancellationToken ct)
    {
        (await contracts.Find(request.ContractId, ct)).OrNotFound();
        var standing = (await acts.OfContract(request.ContractId, ct)).Where(a => a.Value.Subject == request.Body.Subject).ToList();
        var names = await values.Load([.. standing.SelectMany(a => a.Value.Content.Scope?.People ?? [])], ct);
        var covering = from act in standing
                       let use = new ActUse(request.Body.On, request.Body.Medium, request.Body.Purpose, request.Body.Place, [.. (request.Body.People ?? []).Select(name => Known(act.Value, name, names))])
                       let outside = StandingCoverage.Outside(act.Value, use)
                       where outside is not null
                       select new CoveringAct(act.Id, act.Value.Content.Title, outside.Count == 0, outside, [.. outside.Select(r => ScopeRefusals.Outside(r).Message)]);
        var found = covering.ToList();
        return new Answer<CoverageAnswer>(new(found.Any(c => c.Covered), found));
    }

    // Nobody's id for a name that the act does not have.
    private static PersonalRef Known(AuthorityAct act, string name, IReadOnlyDictionary<PersonalRef, string> names) =>
        (act.Content.Scope?.People ?? []).FirstOrDefault(person => names[person] == name);
}
