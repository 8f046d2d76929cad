using System.Text.Json;

namespace SecurityTracker.Domain.Catalogue;

/// <summary>The data of the catalogue that ships inside the program: editions, their correspondence, known misreadings.</summary>
internal static class CatalogueData
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The names of the shipped resources under a folder, in ordinal order.</summary>
    public static IEnumerable<string> Names(string folder) =>
        typeof(CatalogueData).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(folder + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>One resource, read strictly: a misspelt or missing member is an error, not a default.</summary>
    public static T Read<T>(string name)
    {
        using var stream = typeof(CatalogueData).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not in the assembly.");
        return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new InvalidOperationException($"The resource {name} is empty.");
    }
}
