using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SecurityTracker.Domain;

namespace SecurityTracker.Server.Http;

/// <summary>The description of the API: /swagger/v1/swagger.json, and its pages at /swagger.</summary>
internal static class OpenApi
{
    /// <summary>Adds the description; schemas are named records, operations carry the name of their file.</summary>
    public static IServiceCollection AddOpenApiDescription(this IServiceCollection services) => services
        .AddEndpointsApiExplorer()
        .AddSwaggerGen(options =>
        {
            var operations = new DescribedOperations();
            options.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "SecurityTracker",
                Version = "v1",
                Description = "情報セキュリティに関する事項の遵守の記録と実施状況報告書。Programs send Authorization: Bearer st_… (a personal access token or one of a service account); the screens have a session cookie.",
            });
            // By address: where a file lies does not matter to who reads the description.
            options.OrderActionsBy(action => $"{action.RelativePath} {action.HttpMethod}");
            options.MapType<object>(() => new OpenApiSchema { Type = JsonSchemaType.Object });
            options.MapType<JsonNode>(() => new OpenApiSchema { Type = JsonSchemaType.Object });
            options.MapType<IfMatch>(() => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^\"[0-9]+\"$" });
            options.IncludeXmlComments(typeof(OpenApi).Assembly);
            options.IncludeXmlComments(typeof(IEvent).Assembly);
            options.AddParameterFilterInstance(operations);
            options.AddOperationFilterInstance(operations);
            options.SchemaFilter<NullableProperties>();
            options.SchemaFilter<CanSchema>();
            options.SchemaFilter<WordsOfEnumerations>();
            options.DocumentFilter<WholeAnswers>();
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
        });

    /// <summary>Serves both: what can be asked for is no secret.</summary>
    public static void MapOpenApiDescription(this IEndpointRouteBuilder app)
    {
        app.MapSwagger(setupAction: options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1).AllowAnonymous().ExcludeFromDescription();
        app.MapSwaggerUI(setupAction: options => options.DocumentTitle = "SecurityTracker API").AllowAnonymous().ExcludeFromDescription().WithMetadata(ContentPolicy.Swagger);
    }
}
