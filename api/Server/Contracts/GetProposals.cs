using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;

namespace SecurityTracker.Server.Contracts;

/// <summary>What may be recorded, drawn from the six answers; accepting one is the ordinary <c>setStatus</c> by a person.</summary>
public static class GetProposalsEndpoint
{
    /// <summary>GET /api/contracts/{id}/proposals; empty while the questions are unanswered.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contracts/{id:guid}/proposals", Handle)
        .Requires(Permission.ReadContractRecord)
        .Reads<IReadOnlyList<Proposal>>()
        .WithName("getProposals")
        .WithTags("Contracts");

    private static async Task<IResult> Handle(Guid id, ContractReader reader, Editions editions, TimeProvider time, CancellationToken ct)
    {
        if (await reader.Find(id, ct) is not { } contract)
        {
            return Problems.NotFound;
        }

        var edition = await editions.Get(contract.Value.Edition, ct);
        return new Answer<IReadOnlyList<Proposal>>(Proposals.For(edition, contract.Value, Tokyo.Today(time)));
    }
}
