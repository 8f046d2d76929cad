using FastEndpoints;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.OpenApi;
using SecurityTracker.Server.Idempotency;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SecurityTracker.Server.Http;

/// <summary>Says in the description of the API what each operation does, what each parameter is, and which headers a route takes.</summary>
internal sealed class DescribedOperations : IParameterFilter, IOperationFilter
{
    private const string Form = "multipart/form-data";

    private readonly Lazy<RequestComments> comments = new();

    private static OpenApiSchema File => new() { Type = JsonSchemaType.String, Format = "binary" };

    /// <summary>Takes a parameter's description from the comment on its request. What acts on a thing wants its version: without it the answer is 428.</summary>
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        if (parameter is OpenApiParameter described && context.ApiParameterDescription.ParameterDescriptor is SourcedParameter { Source: var source })
        {
            described.Description = comments.Value.Of(source);
            described.Required |= source.Place == RequestPlace.Header;
            if (context.ApiParameterDescription.RouteInfo?.Constraints?.OfType<RegexRouteConstraint>().FirstOrDefault() is { } pattern && described.Schema is OpenApiSchema schema)
            {
                schema.Pattern = pattern.Constraint.ToString();
            }
        }
    }

    /// <summary>Says what the operation does, adds the header that every POST takes, and names the part of a form that holds a file.</summary>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.RequestBody?.Content?.TryGetValue(Form, out var media) == true && media is OpenApiMediaType form)
        {
            var several = form.Schema?.Type == JsonSchemaType.Array;
            form.Schema = several ? FormOf("files", new OpenApiSchema { Type = JsonSchemaType.Array, Items = File }) : FormOf("file", File);
        }

        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<EndpointDefinition>().FirstOrDefault() is not { } endpoint)
        {
            return;
        }

        operation.Summary = comments.Value.Of(endpoint.EndpointType);
        if (context.ApiDescription.HttpMethod == HttpMethods.Post)
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = IdempotencyMiddleware.Header,
                In = ParameterLocation.Header,
                Description = "Of who is signed in: the same request under the same key is carried out once, and answered alike for a day. 1 to 200 printable ASCII characters.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 200 },
            });
        }
    }

    private static OpenApiSchema FormOf(string part, OpenApiSchema content) => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string>(StringComparer.Ordinal) { part },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { [part] = content },
    };
}
