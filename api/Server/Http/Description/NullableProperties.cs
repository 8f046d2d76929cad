using System.Reflection;
using System.Text.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SecurityTracker.Server.Http;

/// <summary>A property that may be null and whose schema has a name: of such a schema Swashbuckle does not say that null stands beside it.</summary>
internal sealed class NullableProperties : ISchemaFilter
{
    /// <summary>Puts null beside the reference.</summary>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { Count: > 0 } properties })
        {
            return;
        }

        var nullability = new NullabilityInfoContext();
        foreach (var property in context.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (properties.TryGetValue(name, out var named) && named is OpenApiSchemaReference && nullability.Create(property).ReadState == NullabilityState.Nullable)
            {
                properties[name] = new OpenApiSchema { OneOf = [named, new OpenApiSchema { Type = JsonSchemaType.Null }] };
            }
        }
    }
}
