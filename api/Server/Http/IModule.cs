using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Http;

/// <summary>
/// What one noun's folder brings: its services, its events and folds, its routes. Adding a noun is adding a folder and one line
/// in <see cref="Modules"/>.
/// </summary>
internal interface IModule
{
    /// <summary>Services of this noun, and the refusals of its constraints (<c>services.RefuseOn("constraint", refusal)</c>).</summary>
    void AddServices(IServiceCollection services)
    {
    }

    /// <summary>Event types, upcasts, folds and documents of this noun.</summary>
    void Register(Nouns store)
    {
    }

    /// <summary>Lays in what this noun starts with, after the database was brought forward. Runs at every start: it must be repeatable, also by two servers at once.</summary>
    Task Prepare(IServiceProvider services, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Stops the start where a setting of this noun cannot be meant; without this the first request that needs it would tell.</summary>
    void CheckSettings(IServiceProvider services)
    {
    }

    /// <summary>Routes of this noun that are no classes of FastEndpoints.</summary>
    /// <param name="api">The group <c>/api</c>.</param>
    void Map(IEndpointRouteBuilder api)
    {
    }
}
