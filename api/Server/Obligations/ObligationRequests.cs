using FastEndpoints;

namespace SecurityTracker.Server.Obligations;

/// <summary>Acts on the record of a requirement, as it was read.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Number">The number of the requirement.</param>
/// <param name="IfMatch">The ETag of the record, as it was read.</param>
internal sealed record OnObligation([property: RouteParam] Guid ContractId, [property: RouteParam] int Number, [property: FromHeader("If-Match")] IfMatch IfMatch);

/// <summary>Acts on the record of a requirement, as it was read, by what is sent.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Number">The number of the requirement.</param>
/// <param name="IfMatch">The ETag of the record, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnObligation<TBody>(
    [property: RouteParam] Guid ContractId, [property: RouteParam] int Number, [property: FromHeader("If-Match")] IfMatch IfMatch, [property: FromBody] TBody Body);

/// <summary>Acts on a statement of a requirement, as it was read.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Number">The number of the requirement.</param>
/// <param name="Index">Which of its statements: ① is 1.</param>
/// <param name="IfMatch">The ETag of the record of the requirement, as it was read.</param>
internal sealed record OnStatement(
    [property: RouteParam] Guid ContractId, [property: RouteParam] int Number, [property: RouteParam] int Index, [property: FromHeader("If-Match")] IfMatch IfMatch);

/// <summary>Acts on a statement of a requirement, as it was read, by what is sent.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Number">The number of the requirement.</param>
/// <param name="Index">Which of its statements: ① is 1.</param>
/// <param name="IfMatch">The ETag of the record of the requirement, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnStatement<TBody>(
    [property: RouteParam] Guid ContractId, [property: RouteParam] int Number, [property: RouteParam] int Index, [property: FromHeader("If-Match")] IfMatch IfMatch, [property: FromBody] TBody Body);
