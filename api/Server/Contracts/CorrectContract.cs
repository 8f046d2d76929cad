using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>A 訂正: why, and what was meant.</summary>
/// <param name="Reason">1 to 4,000 characters.</param>
public sealed record CorrectContractRequest(
    string Reason,
    string? Name = null,
    DateOnly? SignedOn = null,
    DateOnly? StartsOn = null,
    DateOnly? EndsOn = null,
    string? EditionCode = null,
    int? EditionRevision = null,
    ContractorRequest? Contractor = null,
    SectionRequest? Section = null);

/// <summary>Corrects a slip in what was entered; the old value and the reason stay in the history. Before signing this is how a contract is changed.</summary>
public static class CorrectContractEndpoint
{
    /// <summary>POST /api/contracts/{id}/corrections.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contracts/{id:guid}/corrections", Handle)
        .Requires(Permission.RegisterContract)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("correctContract")
        .WithTags("Contracts");

    private static Task<IResult> Handle(
        Guid id, CorrectContractRequest request, IfMatch ifMatch, Acts acts, ContractChangeServices services, CancellationToken ct) =>
        acts.Change(
            id,
            ifMatch,
            new ChangesRequest(
                request.Name, request.SignedOn, request.StartsOn, request.EndsOn, request.EditionCode, request.EditionRevision, request.Contractor, request.Section),
            changes => new CorrectContract(request.Reason, changes),
            services,
            ct);
}
