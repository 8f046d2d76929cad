using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>The communications of a contract.</summary>
public sealed record CommunicationList(IReadOnlyList<CommunicationDetails> Items, Can Record, Can ReportIncident);

/// <summary>The communications of a contract, the latest first.</summary>
public static class GetCommunicationsEndpoint
{
    /// <summary>GET /api/contracts/{contractId}/communications?kind=&amp;subject=.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contracts/{contractId:guid}/communications", Handle)
        .Requires(Permission.ReadActs)
        .Reads<CommunicationList>()
        .WithName("getCommunications")
        .WithTags("Communications");

    private static async Task<IResult> Handle(
        Guid contractId, CommunicationKind? kind, ProcedureSubject? subject, ContractReader contracts, CommunicationReader reader, Domain.Actor actor, CancellationToken ct)
    {
        if (await contracts.Find(contractId, ct) is null)
        {
            return Problems.NotFound;
        }

        var found = (await reader.OfContract(contractId, ct))
            .Where(c => (kind is null || c.Value.Said!.Kind == kind) && (subject is null || c.Value.Said!.Subject == subject));
        return new Answer<CommunicationList>(new(
            await reader.Describe(contractId, [.. found], ct), Can.If(Permission.Communicate, actor), Can.If(Permission.ReportIncident, actor)));
    }
}
