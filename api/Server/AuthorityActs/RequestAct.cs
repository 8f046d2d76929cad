using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>What is asked for.</summary>
/// <param name="Kind">Which act, where the subject has several; the first that the edition has when left out.</param>
/// <param name="Title">件名, 1 to 200 characters.</param>
/// <param name="Text">1 to 4,000 characters.</param>
public sealed record RequestActRequest(
    ProcedureSubject Subject,
    string Title,
    string Text,
    ActKind? Kind = null,
    ActMode Mode = ActMode.INDIVIDUAL,
    ScopeRequest? Scope = null,
    DateOnly? StartsOn = null,
    DateOnly? StartedOn = null,
    ActTarget? Target = null,
    IReadOnlyList<Guid>? FileIds = null);

/// <summary>Asks for the officer's word, on a contract that may not be signed yet.</summary>
public static class RequestActEndpoint
{
    /// <summary>POST /api/contracts/{contractId}/authority-acts.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contracts/{contractId:guid}/authority-acts", Handle)
        .Requires(Permission.RequestAct)
        .Creates()
        .Refuses(StatusCodes.Status404NotFound)
        .WithName("requestAct")
        .WithTags("AuthorityActs");

    private static async Task<IResult> Handle(
        Guid contractId, RequestActRequest r, Acts acts, ContractReader contracts, ActRequests requests, CancellationToken ct)
    {
        if (await contracts.Find(contractId, ct) is not { } contract)
        {
            return Problems.NotFound;
        }

        var content = new ActContentRequest(r.Title, r.Text, r.Mode, r.Scope, r.StartsOn, r.StartedOn, r.Target, r.FileIds);
        var (id, refusal) = await requests.Begin(contractId, contract.Value, r.Subject, r.Kind, content, ct);
        return refusal is not null
            ? Problems.From(refusal)
            : await acts.Save(sequence => new WriteAnswer(id, 1, sequence), ct, StatusCodes.Status201Created, $"/api/authority-acts/{id}", version: 1);
    }
}
