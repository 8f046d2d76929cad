using FastEndpoints;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Names an edition.</summary>
/// <param name="Code">The edition's code.</param>
internal sealed record OfEdition([property: RouteParam] string Code);

/// <summary>Acts on an edition, as it was read.</summary>
/// <param name="Code">The edition's code.</param>
/// <param name="IfMatch">The ETag of the edition, as it was read.</param>
internal sealed record OnEdition([property: RouteParam] string Code, [property: FromHeader("If-Match")] IfMatch IfMatch);

/// <summary>Acts on an edition, as it was read, by what is sent.</summary>
/// <param name="Code">The edition's code.</param>
/// <param name="IfMatch">The ETag of the edition, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnEdition<TBody>([property: RouteParam] string Code, [property: FromHeader("If-Match")] IfMatch IfMatch, [property: FromBody] TBody Body);

/// <summary>Names the draft of an edition.</summary>
/// <param name="Id">The draft.</param>
internal sealed record OfEditionDraft([property: RouteParam] Guid Id);

/// <summary>Acts on the draft of an edition, as it was read.</summary>
/// <param name="Id">The draft.</param>
/// <param name="IfMatch">The ETag of the draft, as it was read.</param>
internal sealed record OnEditionDraft([property: RouteParam] Guid Id, [property: FromHeader("If-Match")] IfMatch IfMatch);

/// <summary>Acts on the draft of an edition, as it was read, by what is sent.</summary>
/// <param name="Id">The draft.</param>
/// <param name="IfMatch">The ETag of the draft, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnEditionDraft<TBody>([property: RouteParam] Guid Id, [property: FromHeader("If-Match")] IfMatch IfMatch, [property: FromBody] TBody Body);
