using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace SecurityTracker.Server.Http;

/// <summary>The address by which people reach the program, for what is written without a request: <c>PublicUrl</c>, and as long as it is not set where the server listens.</summary>
internal sealed class SiteAddress(IConfiguration configuration, IServer server)
{
    /// <summary>The address without a slash at its end.</summary>
    public string Value =>
        (configuration[PublicAddress.Setting] ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost").TrimEnd('/');
}
