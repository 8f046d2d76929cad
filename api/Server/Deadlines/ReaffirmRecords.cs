using SecurityTracker.Domain;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Obligations;

namespace SecurityTracker.Server.Deadlines;

/// <summary>An item as it was seen.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Version">The version of its record.</param>
internal sealed record ReaffirmedItem(int Number, long Version);

/// <summary>Which items hold, and for which period.</summary>
/// <param name="From">The first day of the period, as it was seen.</param>
/// <param name="To">Its last day.</param>
/// <param name="Items">The items, each as it was seen; at most 200.</param>
internal sealed record ReaffirmRecordsRequest(DateOnly From, DateOnly To, IReadOnlyList<ReaffirmedItem> Items);

/// <summary>
/// Says that what is recorded on some items holds for the period of the next report too (今期もこのとおり): all of them, or none where one was
/// changed since it was seen.
/// </summary>
internal sealed class ReaffirmRecordsEndpoint(Writer writer, ReaffirmationReader reaffirmation, ObligationReader obligations) : ApiEndpoint<InContract<ReaffirmRecordsRequest>>
{
    private const int MostItems = 200;

    private static readonly Refusal ItemsMissing = new("items-missing", RefusalKind.INVALID, new(
        "事項を1つ以上、200以下で選んでください。", "Choose at least one item, at most 200."), "/items");

    public override void Configure()
    {
        Post("/contracts/{contractId:guid}/reaffirmation");
        Description(route => route
            .Requires(Permission.SetStatus)
            .Produces<WriteAnswer>()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed, StatusCodes.Status422UnprocessableEntity));
    }

    public override async Task<IResult> ExecuteAsync(InContract<ReaffirmRecordsRequest> request, CancellationToken ct)
    {
        var (items, period) = (request.Body.Items, new DateSpan(request.Body.From, request.Body.To));
        if (items.Count is 0 or > MostItems)
        {
            return Problems.From(ItemsMissing);
        }

        if ((await reaffirmation.Asked(request.ContractId, ct))?.Period != period)
        {
            return Problems.From(ObligationRefusals.PeriodNotAsked);
        }

        var there = (await obligations.InForce(request.ContractId, number: null, ct)).Where(item => item.Value.Reported).ToDictionary(item => item.Value.Number);
        var seen = items.DistinctBy(item => item.Number).ToDictionary(item => item.Number, item => item.Version);
        if (seen.Keys.Any(number => !there.ContainsKey(number)))
        {
            return Problems.From(ObligationRefusals.RequirementUnknown);
        }

        foreach (var stream in await writer.Session.FetchForWriting<Obligation>([.. seen.Keys.Select(number => there[number].Id)], ct))
        {
            new IfMatch(seen[stream.Aggregate.Number]).Against(stream.Version);
            Writer.Record(stream, state => ObligationDecider.Decide(new ReaffirmRecord(period), state));
        }

        return await writer.Save(sequence => new WriteAnswer(request.ContractId, 0, sequence), ct);
    }
}
