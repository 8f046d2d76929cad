using System.Text.Json.Nodes;

namespace SecurityTracker.ServerTests;

/// <summary>One operation of a description of the API.</summary>
/// <param name="Id">Its operationId.</param>
/// <param name="Address">With places for things: <c>/api/contracts/{id}</c>.</param>
/// <param name="Description">All that is said of it.</param>
internal sealed record DescribedOperation(string Id, HttpMethod Method, string Address, JsonNode Description);

/// <summary>The description of the API as it is committed; <c>RoutesTests</c> compares it with the program's own.</summary>
internal static class ApiDescription
{
    /// <summary>Where it lies.</summary>
    public static string File { get; } = Repository.At("tests", "Server.Tests", "openapi.json");

    /// <summary>Reads it, for the caller alone: two threads must not read one of these.</summary>
    public static JsonNode Read() => JsonNode.Parse(System.IO.File.ReadAllText(File))!;

    /// <summary>The operations of a description.</summary>
    public static IEnumerable<DescribedOperation> OperationsOf(JsonNode description) =>
        from path in description["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Value is JsonObject said && said["operationId"] is not null
        select new DescribedOperation(operation.Value["operationId"]!.GetValue<string>(), HttpMethod.Parse(operation.Key), path.Key, operation.Value);
}
