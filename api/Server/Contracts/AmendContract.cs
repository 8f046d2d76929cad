using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>A 変更契約: when it was agreed, why, and what it changes.</summary>
/// <param name="Reason">1 to 4,000 characters.</param>
internal sealed record AmendContractRequest(
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
internal sealed class AmendContractEndpoint(Writer writer, ContractChangeServices services) : ApiEndpoint<OnContract<AmendContractRequest>>
{
    public override void Configure()
    {
        Post("/contracts/{id:guid}/amendments");
        Description(route => route
            .Requires(Permission.RegisterContract)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnContract<AmendContractRequest> request, CancellationToken ct) =>
        writer.Change(
            request.Id,
            request.IfMatch,
            new ChangesRequest(
                request.Body.Name, SignedOn: null, request.Body.StartsOn, request.Body.EndsOn, request.Body.EditionCode, request.Body.EditionRevision, request.Body.Contractor, request.Body.Section),
            changes => new AmendContract(request.Body.AgreedOn, request.Body.Reason ?? "", changes),
            services,
            ct);
}
