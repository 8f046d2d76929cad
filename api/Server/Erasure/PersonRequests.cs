using FastEndpoints;

namespace SecurityTracker.Server.Erasure;

/// <summary>Names somebody whose data is erased.</summary>
/// <param name="PersonId">The person.</param>
internal sealed record OfPerson([property: RouteParam] Guid PersonId);

/// <summary>Acts on somebody whose data is erased, as it was read, by what is sent.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="IfMatch">The ETag of the person's record, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnPerson<TBody>([property: RouteParam] Guid PersonId, [property: FromHeader("If-Match")] IfMatch IfMatch, [property: FromBody] TBody Body);
