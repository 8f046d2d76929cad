using FastEndpoints;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing.Patterns;
using BindingSource = Microsoft.AspNetCore.Mvc.ModelBinding.BindingSource;

namespace SecurityTracker.Server.Http;

/// <summary>Tells what describes the API of the parameters and headers that an endpoint's request takes; the framework tells of the body alone.</summary>
internal sealed class EndpointDescriptions(EndpointDataSource routes, ParameterPolicyFactory policies) : IApiDescriptionProvider
{
    private static readonly EmptyModelMetadataProvider Types = new();

    /// <summary>Behind the framework's own provider, which lists the endpoints (-1100).</summary>
    public int Order => -1000;

    /// <summary>Adds the parameters of each endpoint.</summary>
    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        var addresses = routes.Endpoints.OfType<RouteEndpoint>().Where(route => route.Metadata.GetMetadata<EndpointDefinition>() is not null)
            .ToDictionary(route => route.Metadata.GetMetadata<EndpointDefinition>()!, route => route.RoutePattern);
        foreach (var description in context.Results)
        {
            if (description.ActionDescriptor.EndpointMetadata.OfType<EndpointDefinition>().FirstOrDefault() is { } endpoint)
            {
                Describe(description.ParameterDescriptions, RequestSources.Of(endpoint.ReqDtoType), addresses[endpoint]);
            }
        }
    }

    /// <summary>Nothing is left to do.</summary>
    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
    }

    private void Describe(IList<ApiParameterDescription> parameters, RequestSources sources, RoutePattern address)
    {
        foreach (var body in parameters.Where(parameter => parameter.Source == BindingSource.Body))
        {
            body.IsRequired = sources.Body?.Required ?? true;
        }

        var beside = sources.All.Where(source => source.Place != RequestPlace.Body).Select(source => Describe(source, address));
        foreach (var (place, parameter) in beside.Index())
        {
            parameters.Insert(place, parameter);
        }
    }

    private ApiParameterDescription Describe(RequestSource source, RoutePattern address) => new()
    {
        Name = source.Name,
        Source = source.Place switch
        {
            RequestPlace.Route => BindingSource.Path,
            RequestPlace.Query => BindingSource.Query,
            _ => BindingSource.Header,
        },
        Type = source.Type,
        ModelMetadata = Types.GetMetadataForType(source.Type),
        IsRequired = source.Required,
        RouteInfo = new() { Constraints = address.GetParameter(source.Name) is { } parameter ? ConstraintsOf(parameter) : [] },
        ParameterDescriptor = new SourcedParameter(source) { Name = source.Name, ParameterType = source.Type },
    };

    private IEnumerable<IRouteConstraint> ConstraintsOf(RoutePatternParameterPart parameter) =>
        [.. parameter.ParameterPolicies.Select(policy => policies.Create(parameter, policy)).OfType<IRouteConstraint>()];
}

/// <summary>A described parameter that knows its source.</summary>
internal sealed class SourcedParameter(RequestSource source) : ParameterDescriptor
{
    /// <summary>The source.</summary>
    public RequestSource Source => source;
}
