using FastEndpoints;

namespace SecurityTracker.Server.Http;

/// <summary>Sends something to an address that names nothing.</summary>
/// <param name="Body">What is sent.</param>
internal sealed record Sent<TBody>([property: FromBody] TBody Body);

/// <summary>Names a contract, of which something is asked for or to which a file is sent.</summary>
/// <param name="ContractId">The contract.</param>
internal sealed record InContract([property: RouteParam] Guid ContractId);

/// <summary>Sends something to a contract.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Body">What is sent.</param>
internal sealed record InContract<TBody>([property: RouteParam] Guid ContractId, [property: FromBody] TBody Body);
