using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Parts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>A firm that takes part.</summary>
/// <param name="OrganisationId">The organisation here, if its people are to see their part.</param>
/// <param name="Numbers">The items that flow down; where they are left out, every item that is reported on.</param>
internal sealed record EngageSubcontractorRequest(
    string Name, SubcontractorKind Kind, DateOnly From, Guid? OrganisationId = null, IReadOnlyList<int>? Numbers = null);

/// <summary>Notes a 再委託先 or a member of the consortium. If-Match is the contract's version; the answer's id is the firm's in this contract.</summary>
internal sealed class EngageSubcontractorEndpoint(Writer writer, Subcontracting subcontracting) : ApiEndpoint<OnContract<EngageSubcontractorRequest>>
{
    public override void Configure()
    {
        Post("/contracts/{id:guid}/subcontractors");
        Description(route => route
            .Requires(Permission.RegisterSubcontractor)
            .Creates()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired));
    }

    public override async Task<IResult> ExecuteAsync(OnContract<EngageSubcontractorRequest> request, CancellationToken ct)
    {
        var (contract, known) = await subcontracting.Fetch(request.Id, request.IfMatch, request.Body.OrganisationId, ct);
        var firm = writer.NewId();
        var joint = request.Body.Kind == SubcontractorKind.JOINT_MEMBER;
        var command = new EngageSubcontractor(
            firm, request.Body.OrganisationId, request.Body.Name, request.Body.Kind, request.Body.Numbers ?? (joint ? [] : known), request.Body.From, known);
        var part = joint ? null : new OpenPart(request.Id, firm, request.Body.OrganisationId, request.Body.Name, request.Body.Kind, [.. command.Numbers.Order()]);
        return await subcontracting.Save(contract, command, firm, part, ct, $"/api/parts/{StreamId.Part(request.Id, firm)}");
    }
}
