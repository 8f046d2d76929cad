using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SecurityTracker.Server.Http;

/// <summary>An answer has each of its fields, also those that are null; what is sent may leave out what may be null.</summary>
internal sealed class WholeAnswers : IDocumentFilter
{
    /// <summary>Marks the fields of whatever is in no body that is sent as always there.</summary>
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var schemas = context.SchemaRepository.Schemas;
        var sent = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(path => path.Operations ?? []))
        {
            foreach (var media in operation.Value.RequestBody?.Content?.Values ?? [])
            {
                Reach(media.Schema, schemas, sent);
            }
        }

        foreach (var (name, schema) in schemas)
        {
            if (!sent.Contains(name) && schema is OpenApiSchema { Properties: { Count: > 0 } properties } answer)
            {
                answer.Required = new SortedSet<string>(properties.Keys, StringComparer.Ordinal);
            }
        }
    }

    private static void Reach(IOpenApiSchema? schema, Dictionary<string, IOpenApiSchema> schemas, HashSet<string> sent)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } name })
        {
            if (sent.Add(name))
            {
                Reach(schemas.GetValueOrDefault(name), schemas, sent);
            }
        }
        else if (schema is not null)
        {
            IOpenApiSchema?[] parts = [.. schema.Properties?.Values ?? [], .. schema.OneOf ?? [], .. schema.AllOf ?? [], .. schema.AnyOf ?? [], schema.Items, schema.AdditionalProperties];
            foreach (var part in parts)
            {
                Reach(part, schemas, sent);
            }
        }
    }
}
