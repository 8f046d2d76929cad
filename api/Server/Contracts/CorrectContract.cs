using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>A 訂正: why, and what was meant.</summary>
/// <param name="Reason">1 to 4,000 characters.</param>
internal sealed record CorrectContractRequest(
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
internal sealed class CorrectContractEndpoint(Writer writer, ContractChangeServices services) : ApiEndpoint<OnContract<CorrectContractRequest>>
{
    public override void Configure()
    {
        Post("/contracts/{id:guid}/corrections");
        Description(route => route
            .Requires(Permission.RegisterContract)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnContract<CorrectContractRequest> request, CancellationToken ct) =>
        writer.Change(
            request.Id,
            request.IfMatch,
            new ChangesRequest(
                request.Body.Name, request.Body.SignedOn, request.Body.StartsOn, request.Body.EndsOn, request.Body.EditionCode, request.Body.EditionRevision, request.Body.Contractor, request.Body.Section),
            changes => new CorrectContract(request.Body.Reason ?? "", changes),
            services,
            ct);
}
