using FastEndpoints;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Names an act.</summary>
/// <param name="Id">The act.</param>
internal sealed record OfAct([property: RouteParam] Guid Id);

/// <summary>Acts on an act, as it was read.</summary>
/// <param name="Id">The act.</param>
/// <param name="IfMatch">The ETag of the act, as it was read.</param>
internal sealed record OnAct([property: RouteParam] Guid Id, [property: FromHeader("If-Match")] IfMatch IfMatch);

/// <summary>Acts on an act, as it was read, by what is sent.</summary>
/// <param name="Id">The act.</param>
/// <param name="IfMatch">The ETag of the act, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnAct<TBody>([property: RouteParam] Guid Id, [property: FromHeader("If-Match")] IfMatch IfMatch, [property: FromBody] TBody Body);

/// <summary>Names a communication.</summary>
/// <param name="Id">The communication.</param>
internal sealed record OfCommunication([property: RouteParam] Guid Id);

/// <summary>Acts on a communication, as it was read.</summary>
/// <param name="Id">The communication.</param>
/// <param name="IfMatch">The ETag of the communication, as it was read.</param>
internal sealed record OnCommunication([property: RouteParam] Guid Id, [property: FromHeader("If-Match")] IfMatch IfMatch);

/// <summary>Acts on a communication, as it was read, by what is sent.</summary>
/// <param name="Id">The communication.</param>
/// <param name="IfMatch">The ETag of the communication, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnCommunication<TBody>([property: RouteParam] Guid Id, [property: FromHeader("If-Match")] IfMatch IfMatch, [property: FromBody] TBody Body);

/// <summary>Acts on the draft of a decision, as it was read.</summary>
/// <param name="DraftId">The draft.</param>
/// <param name="IfMatch">The ETag of the draft, as it was read.</param>
internal sealed record OnDecisionDraft([property: RouteParam] Guid DraftId, [property: FromHeader("If-Match")] IfMatch IfMatch);
