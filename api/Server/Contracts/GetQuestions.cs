using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;

namespace SecurityTracker.Server.Contracts;

/// <summary>The six questions, each with the requirements of the contract's own edition that it is about.</summary>
internal sealed class GetQuestionsEndpoint(ContractReader reader, Editions editions) : ApiEndpoint<OfContract>
{
    public override void Configure()
    {
        Get("/contracts/{id:guid}/questions");
        Description(route => route
            .Requires(Permission.ReadContractRecord)
            .Reads<IReadOnlyList<QuestionNumbers>>());
    }

    public override async Task<IResult> ExecuteAsync(OfContract request, CancellationToken ct) =>
        await reader.Find(request.Id, ct) is { } contract
            ? new Answer<IReadOnlyList<QuestionNumbers>>(Questions.Of(await editions.Get(contract.Value.Edition, ct)))
            : Problems.NotFound;
}
