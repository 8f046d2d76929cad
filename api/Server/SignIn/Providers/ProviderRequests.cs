using FastEndpoints;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>Names a provider.</summary>
/// <param name="Provider">The provider's word in the settings.</param>
internal sealed record OfProvider([property: RouteParam] string Provider);

/// <summary>Names a provider and sends something.</summary>
/// <param name="Provider">The provider's word in the settings.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OfProvider<TBody>([property: RouteParam] string Provider, [property: FromBody] TBody Body);
