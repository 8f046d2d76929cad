using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;

namespace SecurityTracker.Server.Contracts;

/// <summary>
/// What may be recorded, drawn from the six answers; accepting one is the ordinary <c>setStatus</c> by a person.
/// Empty while the questions are unanswered.
/// </summary>
internal sealed class GetProposalsEndpoint(ContractReader reader, Editions editions, TimeProvider time) : ApiEndpoint<OfContract>
{
    public override void Configure()
    {
        Get("/contracts/{id:guid}/proposals");
        Description(route => route
            .Requires(Permission.ReadContractRecord)
            .Reads<IReadOnlyList<Proposal>>());
    }

    public override async Task<IResult> ExecuteAsync(OfContract request, CancellationToken ct)
    {
        var contract = (await reader.Find(request.Id, ct)).OrNotFound();
        var edition = await editions.Get(contract.Value.Edition, ct);
        return new Answer<IReadOnlyList<Proposal>>(Proposals.For(edition, contract.Value, Tokyo.Today(time)));
    }
}
