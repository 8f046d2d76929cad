using System.Text.Json.Nodes;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Obligations;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.Chronicle;

/// <summary>経緯, as clients ask for it.</summary>
internal static class ChronicleSteps
{
    public static string Of(Guid contract, string query = "") => $"/api/contracts/{contract}/chronicle?{query}";

    /// <summary>All entries, page by page.</summary>
    public static async Task<List<JsonNode>> Entries(this HttpClient client, Guid contract, string query = "")
    {
        var (entries, before) = (new List<JsonNode>(), "");
        do
        {
            var page = await client.GetAsync(Of(contract, $"{query}{before}")).Json();
            entries.AddRange(page["entries"]!.AsArray().Select(entry => entry!));
            before = page["next"] is { } next ? $"&before={next}" : "";
        }
        while (before.Length > 0);
        return entries;
    }

    /// <summary>A contract on which more was recorded than a page holds: 61 entries.</summary>
    public static async Task<Guid> Long(this HttpClient contractor, string name)
    {
        var contract = await contractor.Register(c => c with { Name = name });
        for (var i = 1; i <= 60; i++)
        {
            await contractor.Having(contract.Id, 9).At(i).When(new SetStatusRequest(i % 2 == 0 ? ImplementationStatus.IMPLEMENTED : ImplementationStatus.NOT_IMPLEMENTED, "延期したため。")).Written();
        }

        return contract.Id;
    }
}
