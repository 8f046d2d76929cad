using System.Text.Json.Nodes;

namespace SecurityTracker.ServerTests.Architecture;

/// <summary>What can be done with a thing is said by the names of the operations that do it.</summary>
public sealed class CanTests
{
    private const string Can = "Can";

    /// <summary>Said of one thing beside its operations: where an act begins that is one of two, and one choice within an act.</summary>
    private static readonly string[] Beside = ["ProcedureDetails.can", "SubcontractorDetails.organisationChoice"];

    private static readonly JsonNode Description = ApiDescription.Read();

    private static IEnumerable<(string Schema, string Key)> Said =>
        from schema in Description["components"]!["schemas"]!.AsObject()
        from property in schema.Value!["properties"]?.AsObject() ?? []
        where (string?)property.Value!["$ref"] == $"#/components/schemas/{Can}"
        select (schema.Key, property.Key);

    [Fact]
    public void Every_key_of_can_is_an_operation()
    {
        var operations = ApiDescription.OperationsOf(Description).Select(operation => operation.Id).ToHashSet(StringComparer.Ordinal);
        var keys = Said.Where(said => said.Schema.EndsWith(Can, StringComparison.Ordinal)).ToList();

        keys.Count.ShouldBeGreaterThan(60);
        keys.Where(said => !operations.Contains(said.Key)).ShouldBeEmpty();
    }

    [Fact]
    public void What_can_be_done_stands_under_can() =>
        Said.Where(said => !said.Schema.EndsWith(Can, StringComparison.Ordinal)).Select(said => $"{said.Schema}.{said.Key}").ShouldBe(Beside, ignoreOrder: true);
}
