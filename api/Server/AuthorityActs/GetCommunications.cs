using FastEndpoints;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>The communications of a contract.</summary>
internal sealed record CommunicationList(IReadOnlyList<CommunicationDetails> Items, CommunicationListCan Can);

/// <summary>What the actor can do beside them.</summary>
internal sealed record CommunicationListCan(Can RecordCommunication, Can ReportIncident);

/// <summary>What is asked for.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Kind">Of this kind alone.</param>
/// <param name="Subject">Of this subject alone.</param>
internal sealed record GetCommunicationsRequest(
    [property: RouteParam] Guid ContractId,
    [property: QueryParam] CommunicationKind? Kind,
    [property: QueryParam] ProcedureSubject? Subject);

/// <summary>The communications of a contract, the latest first.</summary>
internal sealed class GetCommunicationsEndpoint(ContractReader contracts, CommunicationReader reader, CommunicationPages pages, Domain.Actor actor) : ApiEndpoint<GetCommunicationsRequest>
{
    public override void Configure()
    {
        Get("/contracts/{contractId:guid}/communications");
        Description(route => route
            .Requires(Permission.ReadActs)
            .Reads<CommunicationList>()
            .WithTags("Communications"));
    }

    public override async Task<IResult> ExecuteAsync(GetCommunicationsRequest request, CancellationToken ct)
    {
        (await contracts.Find(request.ContractId, ct)).OrNotFound();
        var found = (await reader.OfContract(request.ContractId, ct))
            .Where(c => (request.Kind is null || c.Value.Said!.Kind == request.Kind) && (request.Subject is null || c.Value.Said!.Subject == request.Subject));
        return new Answer<CommunicationList>(new(
            await pages.Describe(request.ContractId, [.. found], ct),
            new(Can.If(Permission.Communicate, actor), Can.If(Permission.ReportIncident, actor))));
    }
}
