using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>Whom reports are addressed to, as printed, from a day on.</summary>
internal sealed record ChangeAddresseeRequest(string Addressee, DateOnly From);

/// <summary>Changes the addressee of reports (異動, 組織改編); earlier reports keep theirs.</summary>
internal sealed class ChangeAddresseeEndpoint(Writer writer, Actor actor) : ApiEndpoint<OnContract<ChangeAddresseeRequest>>
{
    public override void Configure()
    {
        Put("/contracts/{id:guid}/addressee");
        Description(route => route
            .Requires(Permission.RegisterContract)
            .Writes());
    }

    public override Task<IResult> ExecuteAsync(OnContract<ChangeAddresseeRequest> request, CancellationToken ct)
    {
        var command = new ChangeAddressee(request.Body.Addressee, request.Body.From);
        return writer.ChangeContract(request.Id, request.IfMatch, actor, command, ct);
    }
}
