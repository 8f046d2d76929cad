using FastEndpoints;
using Microsoft.Extensions.Primitives;

namespace SecurityTracker.Server.Http;

/// <summary>Takes what FastEndpoints maps, so that of this the program's own endpoints are served and nothing else.</summary>
internal sealed class MappedEndpoints(IEndpointRouteBuilder app) : IEndpointRouteBuilder
{
    /// <summary>The program's services.</summary>
    public IServiceProvider ServiceProvider => app.ServiceProvider;

    /// <summary>What was mapped.</summary>
    public ICollection<EndpointDataSource> DataSources { get; } = [];

    /// <summary>A pipeline of the program's.</summary>
    public IApplicationBuilder CreateApplicationBuilder() => app.CreateApplicationBuilder();

    /// <summary>The endpoints that are classes of the program.</summary>
    public EndpointDataSource OfTheProgram() => new Own(DataSources.Single());

    private sealed class Own(EndpointDataSource mapped) : EndpointDataSource
    {
        private readonly Lazy<IReadOnlyList<Endpoint>> own = new(() => [.. mapped.Endpoints.Where(e => e.Metadata.GetMetadata<EndpointDefinition>() is not null)]);

        public override IReadOnlyList<Endpoint> Endpoints => own.Value;

        public override IChangeToken GetChangeToken() => mapped.GetChangeToken();
    }
}
