using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using SecurityTracker.Domain;
using SecurityTracker.EventStore;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>Everything that ever happened to a contract itself, oldest first; personal values as they are kept, or 「消去済み」.</summary>
public static class GetContractHistoryEndpoint
{
    private static readonly string[] PersonalFields = ["representativeName", "sectionMail", "name", "mail", "telephone"];

    /// <summary>GET /api/contracts/{id}/history.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contracts/{id:guid}/history", Handle)
        .Requires(Permission.ReadContractRecord)
        .Reads<IReadOnlyList<HistoryEntry>>()
        .WithName("getContractHistory")
        .WithTags("Contracts");

    private static async Task<IResult> Handle(
        Guid id, Boundary boundary, Session session, Actors actors, PersonalValues values, IOptions<JsonOptions> json, CancellationToken ct)
    {
        if (!await boundary.HasContract(id, ct))
        {
            return Problems.NotFound;
        }

        var events = await session.FetchStream(id, ct: ct);
        var signatories = await Signatories.Load(actors, events.Select(e => e.Headers), ct);
        var entries = new List<HistoryEntry>();
        foreach (var recorded in events)
        {
            var change = JsonSerializer.SerializeToNode(recorded.Data, recorded.Data.GetType(), json.Value.SerializerOptions)!.AsObject();
            await ShowPersonalValues(change, values, ct);
            entries.Add(HistoryEntry.Of(recorded, signatories) with { Change = change });
        }

        return new Answer<IReadOnlyList<HistoryEntry>>(entries);
    }

    private static async Task ShowPersonalValues(JsonObject change, PersonalValues values, CancellationToken ct)
    {
        foreach (var (name, node) in change.ToList())
        {
            if (node is JsonObject value && PersonalFields.Contains(name, StringComparer.Ordinal) && value["id"]?.GetValue<Guid>() is { } id)
            {
                change[name] = await values.Load(new PersonalRef(id), ct);
                continue;
            }

            IEnumerable<JsonObject> inner = node switch
            {
                JsonObject one => [one],
                JsonArray many => many.OfType<JsonObject>(),
                _ => [],
            };
            foreach (var part in inner)
            {
                await ShowPersonalValues(part, values, ct);
            }
        }
    }
}
