using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>A 変更契約: when it was agreed, why, and what it changes.</summary>
/// <param name="Reason">1 to 4,000 characters.</param>
public sealed record AmendContractRequest(
    DateOnly AgreedOn,
    string Reason,
    string? Name = null,
    DateOnly? StartsOn = null,
    DateOnly? EndsOn = null,
    string? EditionCode = null,
    int? EditionRevision = null,
    ContractorRequest? Contractor = null,
    SectionRequest? Section = null);

/// <summary>Records a 変更契約. The form's 契約締結日 stays the first one.</summary>
public static class AmendContractEndpoint
{
    /// <summary>POST /api/contracts/{id}/amendments.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contracts/{id:guid}/amendments", Handle)
        .Requires(Permission.RegisterContract)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("amendContract")
        .WithTags("Contracts");

    private static Task<IResult> Handle(
        Guid id, AmendContractRequest request, IfMatch ifMatch, Acts acts, ContractChangeServices services, CancellationToken ct) =>
        acts.Change(
            id,
            ifMatch,
            new ChangesRequest(
                request.Name, SignedOn: null, request.StartsOn, request.EndsOn, request.EditionCode, request.EditionRevision, request.Contractor, request.Section),
            changes => new AmendContract(request.AgreedOn, request.Reason, changes),
            services,
            ct);
}
