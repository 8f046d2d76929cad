using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>An item that the annex does not have, with the 相談 that allowed it (記載要領 2).</summary>
/// <param name="Text">The words of its row; 1 to 4,000 characters.</param>
internal sealed record AddExtraItemRequest(string Text, ConsultationRequest? Consultation);

/// <summary>Adds an item to a contract's report and opens its record.</summary>
internal sealed class AddExtraItemEndpoint(Writer writer, Actor actor) : ApiEndpoint<OnContract<AddExtraItemRequest>>
{
    public override void Configure()
    {
        Post("/contracts/{id:guid}/extra-items");
        Description(route => route
            .Requires(Permission.AddExtraItem)
            .Writes());
    }

    public override async Task<IResult> ExecuteAsync(OnContract<AddExtraItemRequest> request, CancellationToken ct)
    {
        var stream = await writer.Fetch<Contract>(request.Id, request.IfMatch, ct);
        stream.Aggregate.NotToChange(actor).ThrowIfRefused();
        Writer.Record(stream, state => ContractDecider.Decide(new AddExtraItem(request.Body.Text, request.Body.Consultation?.AsConsultation()), state));
        var item = stream.Aggregate.ExtraItems[^1];
        var open = new OpenObligation(request.Id, ExtraItem.RequirementId(item.Number), item.Number, stream.Aggregate.Edition, Reported: true, []);
        writer.Session.StartStream<Obligation>(
            StreamId.Obligation(request.Id, open.RequirementId),
            new StreamScope(ContractId: request.Id, OrganisationId: null),
            ObligationDecider.Decide(open, Obligation.Initial).Events);
        return await writer.Save(stream, ct);
    }
}
