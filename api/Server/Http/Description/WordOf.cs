using System.Reflection;
using System.Text.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SecurityTracker.Server.Http;

/// <summary>A text that is always a word of one of these enumerations, so that the description of the API can name them.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WordOfAttribute(params Type[] enumerations) : Attribute
{
    /// <summary>Whose words can stand there.</summary>
    public IReadOnlyList<Type> Enumerations => enumerations;
}

/// <summary>Describes such texts.</summary>
internal sealed class WordsOfEnumerations : ISchemaFilter
{
    /// <summary>Puts the enumerations in the place of the text.</summary>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { Count: > 0 } properties })
        {
            return;
        }

        foreach (var property in context.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<WordOfAttribute>() is { } words)
            {
                properties[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = new OpenApiSchema
                {
                    OneOf = [.. words.Enumerations.Select(type => context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository))],
                };
            }
        }
    }
}
