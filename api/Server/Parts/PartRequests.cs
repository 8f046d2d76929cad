using FastEndpoints;

namespace SecurityTracker.Server.Parts;

/// <summary>Names a firm's part.</summary>
/// <param name="Id">The part.</param>
internal sealed record OfPart([property: RouteParam] Guid Id);

/// <summary>Acts on a row of a firm's part, as it was read, by what is sent.</summary>
/// <param name="Id">The part.</param>
/// <param name="Number">The number of the row.</param>
/// <param name="IfMatch">The ETag of the part, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnPartRow<TBody>(
    [property: RouteParam] Guid Id, [property: RouteParam] int Number, [property: FromHeader("If-Match")] IfMatch IfMatch, [property: FromBody] TBody Body);
