using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Records a communication between the two sides (提示, 提出, 報告 … 協議, 指示, 指定).</summary>
internal sealed class RecordCommunicationEndpoint(
    Writer writer, ContractReader contracts, TargetReader targets, CommunicationRequests requests) : ApiEndpoint<InContract<CommunicationRequest>>
{
    public override void Configure()
    {
        Post("/contracts/{contractId:guid}/communications");
        Description(route => route
            .Requires(Permission.Communicate)
            .Creates()
            .Refuses(StatusCodes.Status404NotFound)
            .WithTags("Communications"));
    }

    public override async Task<IResult> ExecuteAsync(InContract<CommunicationRequest> request, CancellationToken ct)
    {
        var contract = (await contracts.Find(request.ContractId, ct)).OrNotFound();
        (await targets.Refuse(request.ContractId, request.Body.Target, ct)).ThrowIfRefused();
        var id = await requests.Record(request.ContractId, contract.Value, request.Body, urgent: false, ct);
        return await writer.Save(sequence => new WriteAnswer(id, 1, sequence), ct, StatusCodes.Status201Created, $"/api/communications/{id}", version: 1);
    }
}
