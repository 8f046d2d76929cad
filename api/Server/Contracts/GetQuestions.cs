using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;

namespace SecurityTracker.Server.Contracts;

/// <summary>The six questions, each with the requirements of the contract's own edition that it is about.</summary>
public static class GetQuestionsEndpoint
{
    /// <summary>GET /api/contracts/{id}/questions.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contracts/{id:guid}/questions", Handle)
        .Requires(Permission.ReadContractRecord)
        .Reads<IReadOnlyList<QuestionNumbers>>()
        .WithName("getQuestions")
        .WithTags("Contracts");

    private static async Task<IResult> Handle(Guid id, ContractReader reader, Editions editions, CancellationToken ct) =>
        await reader.Find(id, ct) is { } contract
            ? new Answer<IReadOnlyList<QuestionNumbers>>(Questions.Of(await editions.Get(contract.Value.Edition, ct)))
            : Problems.NotFound;
}
