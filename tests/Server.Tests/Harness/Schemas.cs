using System.Text.Json.Nodes;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests;

/// <summary>Reads schemas of the API's description.</summary>
internal static class Schemas
{
    /// <summary>The type of what a schema takes, or null; where it takes null beside it, the other one.</summary>
    public static string? TypeOf(this JsonNode schema) => schema["type"] switch
    {
        JsonArray several => several.Select(type => type!.GetValue<string>()).First(type => type != "null"),
        var one => one?.GetValue<string>(),
    };
}
