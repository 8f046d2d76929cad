using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>Which side someone stands on, and who may not stand on both.</summary>
internal static class Sides
{
    /// <summary>On the contractor's side the 幹事法人 alone sends and answers for a report: why this actor does not, or null; the ministry's side has no lead.</summary>
    public static Refusal? NotLead(Contract contract, Actor actor, Side side) => side == Side.CONTRACTOR ? contract.NotLead(actor) : null;

    /// <summary>A report, for what one side says to the other about it: on the contractor's side by the 幹事法人 alone.</summary>
    public static async Task<StreamForWriting<Report>> FetchToSpeak(this Writer writer, Guid id, IfMatch ifMatch, Actor actor, CancellationToken ct)
    {
        var stream = await writer.Fetch<Report>(id, ifMatch, ct);
        var contract = (await writer.Session.Load<Contract>(stream.Aggregate.ContractId, ct))!.Value;
        NotLead(contract, actor, actor.Side).ThrowIfRefused();
        return stream;
    }

    /// <summary>Whether this very person acted for the contractor in what happened: then another reviews it.</summary>
    public static bool ActedForContractor(IReadOnlyList<RecordedEvent> history, Actor actor) => actor.PersonId is { } person
        && history.Select(e => ActorHeaders.Read(e.Headers)).Any(by => by.PersonId == person && by.Side == Side.CONTRACTOR);
}
