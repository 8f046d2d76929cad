using FastEndpoints;

namespace SecurityTracker.Server.Files;

/// <summary>Names a file.</summary>
/// <param name="FileId">The file.</param>
internal sealed record OfFile([property: RouteParam] Guid FileId);

/// <summary>Acts on a file, as it was read, by what is sent.</summary>
/// <param name="FileId">The file.</param>
/// <param name="IfMatch">The ETag of the file, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnFile<TBody>([property: RouteParam] Guid FileId, [property: FromHeader("If-Match")] IfMatch IfMatch, [property: FromBody] TBody Body);
