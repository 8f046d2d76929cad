using FastEndpoints;

namespace SecurityTracker.Server.SignIn;

/// <summary>Names an account of a program.</summary>
/// <param name="ServiceAccountId">The account.</param>
internal sealed record OfServiceAccount([property: RouteParam] Guid ServiceAccountId);

/// <summary>Sends something to an account of a program.</summary>
/// <param name="ServiceAccountId">The account.</param>
/// <param name="Body">What is sent.</param>
internal sealed record InServiceAccount<TBody>([property: RouteParam] Guid ServiceAccountId, [property: FromBody] TBody Body);
