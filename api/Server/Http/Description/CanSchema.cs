using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SecurityTracker.Domain;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SecurityTracker.Server.Http;

/// <summary>Describes what <see cref="CanConverter"/> writes: true, or why not.</summary>
internal sealed class CanSchema : ISchemaFilter
{
    /// <summary>Puts both in the place of the record.</summary>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (context.Type != typeof(Can) || schema is not OpenApiSchema can)
        {
            return;
        }

        can.Description = "true, or { code, reason: { ja, en } } that says why not";
        can.Type = null;
        can.Properties = null;
        can.Required = null;
        can.AdditionalPropertiesAllowed = true;
        can.OneOf =
        [
            new OpenApiSchema { Type = JsonSchemaType.Boolean, Enum = [JsonValue.Create(value: true)] },
            new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = new HashSet<string>(StringComparer.Ordinal) { "code", "reason" },
                Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                {
                    ["code"] = new OpenApiSchema { Type = JsonSchemaType.String },
                    ["reason"] = context.SchemaGenerator.GenerateSchema(typeof(Message), context.SchemaRepository),
                },
                AdditionalPropertiesAllowed = false,
            },
        ];
    }
}
