using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>An item that the annex does not have, with the 相談 that allowed it (記載要領 2).</summary>
/// <param name="Text">The words of its row; 1 to 4,000 characters.</param>
public sealed record AddExtraItemRequest(string Text, ConsultationRequest? Consultation);

/// <summary>Adds an item to a contract's report and opens its record.</summary>
public static class AddExtraItemEndpoint
{
    /// <summary>POST /api/contracts/{id}/extra-items.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contracts/{id:guid}/extra-items", Handle)
        .Requires(Permission.AddExtraItem)
        .Writes()
        .WithName("addExtraItem")
        .WithTags("Contracts");

    private static async Task<IResult> Handle(Guid id, AddExtraItemRequest request, IfMatch ifMatch, Acts acts, Actor actor, CancellationToken ct)
    {
        var (stream, problem) = await acts.Fetch<Contract>(id, ifMatch, ct);
        problem ??= stream!.Aggregate.NotToChange(actor) is { } notTheirs ? Problems.From(notTheirs) : Acts.Record(
            stream, state => ContractDecider.Decide(new AddExtraItem(request.Text, request.Consultation?.AsConsultation()), state));
        if (problem is not null)
        {
            return problem;
        }

        var item = stream!.Aggregate.ExtraItems[^1];
        var open = new OpenObligation(id, ExtraItem.RequirementId(item.Number), item.Number, stream.Aggregate.Edition, Reported: true, []);
        acts.Session.StartStream<Obligation>(
            StreamId.Obligation(id, open.RequirementId),
            new StreamScope(ContractId: id, OrganisationId: null),
            ObligationDecider.Decide(open, Obligation.Initial).Events);
        return await acts.Save(stream, ct);
    }
}
