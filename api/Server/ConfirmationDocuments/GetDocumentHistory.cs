using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.EventStore;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>
/// Everything that happened to the 確認書類, oldest first. What was only drafted is the contractor's; the other side sees what was presented
/// and what became of it. Personal values read as the reader may see them.
/// </summary>
public static class GetDocumentHistoryEndpoint
{
    /// <summary>GET /api/contracts/{contractId}/confirmation-document/history.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contracts/{contractId:guid}/confirmation-document/history", Handle)
        .Requires(Permission.ReadConfirmationDocument)
        .Reads<IReadOnlyList<HistoryEntry>>()
        .WithName("getDocumentHistory")
        .WithTags("ConfirmationDocuments");

    private static async Task<IResult> Handle(
        Guid contractId, Boundary boundary, Session session, Actors actors, PersonalValues values, Actor actor, IOptions<JsonOptions> json, CancellationToken ct)
    {
        if (!await boundary.HasContract(contractId, ct))
        {
            return Problems.NotFound;
        }

        var signatories = await Signatories.Load(actors, ct);
        var entries = new List<HistoryEntry>();
        foreach (var recorded in await session.FetchStream(StreamId.ConfirmationDocument(contractId), ct: ct))
        {
            if (DocumentReader.IsDrafting(recorded.Data) && !Visible.SeesUnsent(actor))
            {
                continue;
            }

            var change = JsonSerializer.SerializeToNode(recorded.Data, recorded.Data.GetType(), json.Value.SerializerOptions)!.AsObject();
            await Show(change, values, actor, ct);
            entries.Add(HistoryEntry.Of(recorded, signatories) with { Change = change });
        }

        return new Answer<IReadOnlyList<HistoryEntry>>(entries);
    }

    // A personal value stands in an event as { "id": … }: nothing else there has that one member alone.
    private static async Task Show(JsonNode node, PersonalValues values, Actor actor, CancellationToken ct)
    {
        foreach (var (name, value) in node is JsonObject members ? members.ToList() : [])
        {
            if (value is JsonObject { Count: 1 } kept && kept["id"]?.GetValue<Guid>() is { } id)
            {
                node[name] = IsWithheld(name, actor) ? DocumentWords.Masked : await values.Load(new PersonalRef(id), ct);
            }
            else if (value is not null)
            {
                await Show(value, values, actor, ct);
            }
        }

        foreach (var item in node is JsonArray items ? items.OfType<JsonNode>().ToList() : [])
        {
            await Show(item, values, actor, ct);
        }
    }

    private static bool IsWithheld(string name, Actor actor) =>
        RosterPerson.Fields.Any(field => DocumentDiffDetails.NameOf(field) == name && !PersonalFields.MaySee(field, actor));
}
