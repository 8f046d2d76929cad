using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using FastEndpoints;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace SecurityTracker.Server.Http;

/// <summary>Finds every endpoint of the program, and gives each its route.</summary>
internal static class EndpointMapping
{
    private const string Suffix = "Endpoint";
    private const string Json = "application/json";

    /// <summary>Registers FastEndpoints with the endpoints of this program, each of which is a service like any other.</summary>
    public static IServiceCollection AddEndpoints(this IServiceCollection services)
    {
        var endpoints = OfTheProgram();
        foreach (var endpoint in endpoints)
        {
            services.AddTransient(endpoint);
        }

        return services
            .AddFastEndpoints([endpoints])
            .AddSingleton<IEndpointFactory, EndpointServices>()
            .AddSingleton<IApiDescriptionProvider, EndpointDescriptions>();
    }

    /// <summary>
    /// Maps every endpoint under <c>/api</c>. The framework's settings are one for the process: what is said here knows no server. What the
    /// framework maps beside them, a list of all endpoints for its tests, is left out.
    /// </summary>
    public static void MapEndpoints(this IEndpointRouteBuilder app)
    {
        var mapped = new MappedEndpoints(app);
        var api = mapped.MapGroup("/api");
        ((IEndpointConventionBuilder)api).Finally(LeaveAccessToPermissions);
        api.MapFastEndpoints(settings =>
        {
            settings.Binding.JsonExceptionTransformer = null;
            settings.Endpoints.AllowEmptyRequestDtos = true;
            settings.Endpoints.NameGenerator = endpoint => OperationId(endpoint.EndpointType);
            settings.Endpoints.Configurator = Describe;
        });
        app.DataSources.Add(mapped.OfTheProgram());
    }

    /// <summary>
    /// FastEndpoints refuses each request without a Content-Type to what takes a body, with an empty answer, also where the body may be left out
    /// or is missing altogether: a request without a body is as good as one in JSON, and one with a body is refused here.
    /// </summary>
    public static IApplicationBuilder UseContentTypeOfNothing(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.ContentType is null && context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is { } taken)
        {
            if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true || !taken.ContentTypes.Contains(Json, StringComparer.Ordinal))
            {
                throw new ProblemException(Problems.MediaTypeNotSupported);
            }

            context.Request.ContentType = Json;
        }

        return next(context);
    });

    /// <summary>The name of an endpoint in the API's description: that of its class, without the ending.</summary>
    public static string OperationId(Type endpoint) => JsonNamingPolicy.CamelCase.ConvertName(endpoint.Name[..^Suffix.Length]);

    /// <summary>
    /// The classes of endpoints, by their names in the program's file. The framework's own search loads every type to look at it, and with
    /// those of the providers the packages that only some installations use.
    /// </summary>
    private static List<Type> OfTheProgram()
    {
        var program = typeof(EndpointMapping).Assembly;
        using var file = new PEReader(File.OpenRead(program.Location));
        var names = file.GetMetadataReader();
        return
        [
            .. names.TypeDefinitions.Select(names.GetTypeDefinition)
                .Where(type => !type.Attributes.HasFlag(TypeAttributes.Abstract) && names.GetString(type.Name).EndsWith(Suffix, StringComparison.Ordinal))
                .Select(type => program.GetType($"{names.GetString(type.Namespace)}.{names.GetString(type.Name)}", throwOnError: true)!),
        ];
    }

    private static void Describe(EndpointDefinition endpoint)
    {
        var sources = RequestSources.Of(endpoint.ReqDtoType);
        foreach (var address in endpoint.Routes)
        {
            sources.RefuseWhatIsNotIn(address);
        }

        endpoint.RequestBinder(typeof(SourcedBinder<>));
        endpoint.DontAutoSendResponse();
        endpoint.Description(route =>
        {
            route.ClearDefaultAccepts().ClearDefaultProduces().WithTags(endpoint.EndpointType.Namespace!.Split('.')[^1]);
            if (sources.Body is { } body)
            {
                route.Accepts(body.Type, isOptional: !body.Required, Json);
            }
        });
    }

    /// <summary>The permission alone says who may (<see cref="Access.RequiresPermission"/>): the framework's own demand for a sign-in goes.</summary>
    private static void LeaveAccessToPermissions(EndpointBuilder route)
    {
        foreach (var demand in route.Metadata.OfType<IAuthorizeData>().ToList())
        {
            route.Metadata.Remove(demand);
        }
    }
}
