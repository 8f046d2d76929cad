using FastEndpoints;

namespace SecurityTracker.Server.Inbox;

/// <summary>Names a notice.</summary>
/// <param name="Type">The notice's type, as the list gives it.</param>
/// <param name="Id">What the notice speaks of, as the list gives it.</param>
internal sealed record OfNotice([property: RouteParam] string Type, [property: RouteParam] Guid Id);

/// <summary>Acts on a notice, as it was read.</summary>
/// <param name="Type">The notice's type, as the list gives it.</param>
/// <param name="Id">What the notice speaks of, as the list gives it.</param>
/// <param name="IfMatch">The ETag of the notice, as it was read.</param>
internal sealed record OnNotice([property: RouteParam] string Type, [property: RouteParam] Guid Id, [property: FromHeader("If-Match")] IfMatch IfMatch);
