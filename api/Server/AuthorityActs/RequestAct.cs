using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>What is asked for.</summary>
/// <param name="Kind">Which act, where the subject has several; the first that the edition has when left out.</param>
/// <param name="Title">件名, 1 to 200 characters.</param>
/// <param name="Text">1 to 4,000 characters.</param>
internal sealed record RequestActRequest(
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
internal sealed class RequestActEndpoint(Writer writer, ContractReader contracts, ActRequests requests) : ApiEndpoint<InContract<RequestActRequest>>
{
    public override void Configure()
    {
        Post("/contracts/{contractId:guid}/authority-acts");
        Description(route => route
            .Requires(Permission.RequestAct)
            .Creates()
            .Refuses(StatusCodes.Status404NotFound));
    }

    public override async Task<IResult> ExecuteAsync(InContract<RequestActRequest> request, CancellationToken ct)
    {
        var contract = (await contracts.Find(request.ContractId, ct)).OrNotFound();
        var content = new ActContentRequest(request.Body.Title, request.Body.Text, request.Body.Mode, request.Body.Scope, request.Body.StartsOn, request.Body.StartedOn, request.Body.Target, request.Body.FileIds);
        var id = await requests.Begin(request.ContractId, contract.Value, request.Body.Subject, request.Body.Kind, content, ct);
        return await writer.Save(sequence => new WriteAnswer(id, 1, sequence), ct, StatusCodes.Status201Created, $"/api/authority-acts/{id}", version: 1);
    }
}
