using FastEndpoints;

namespace SecurityTracker.Server.Access;

/// <summary>Names an organisation.</summary>
/// <param name="Id">The organisation.</param>
internal sealed record OfOrganisation([property: RouteParam] Guid Id);

/// <summary>Acts on an organisation, as it was read, by what is sent.</summary>
/// <param name="Id">The organisation.</param>
/// <param name="IfMatch">The ETag of the organisation, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnOrganisation<TBody>([property: RouteParam] Guid Id, [property: FromHeader("If-Match")] IfMatch IfMatch, [property: FromBody] TBody Body);

/// <summary>Sends something to an organisation.</summary>
/// <param name="Id">The organisation.</param>
/// <param name="Body">What is sent.</param>
internal sealed record InOrganisation<TBody>([property: RouteParam] Guid Id, [property: FromBody] TBody Body);

/// <summary>Acts on a 課室 of an office, as it was read, by what is sent.</summary>
/// <param name="Id">The organisation.</param>
/// <param name="SectionId">The 課室.</param>
/// <param name="IfMatch">The ETag of the office, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnSection<TBody>(
    [property: RouteParam] Guid Id, [property: RouteParam] Guid SectionId, [property: FromHeader("If-Match")] IfMatch IfMatch, [property: FromBody] TBody Body);

/// <summary>Names somebody of an organisation.</summary>
/// <param name="Id">The organisation.</param>
/// <param name="PersonId">The person.</param>
internal sealed record OfMember([property: RouteParam] Guid Id, [property: RouteParam] Guid PersonId);

/// <summary>Acts on somebody of an organisation, as they were read, by what is sent.</summary>
/// <param name="Id">The organisation.</param>
/// <param name="PersonId">The person.</param>
/// <param name="IfMatch">The ETag of the person's record, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnMember<TBody>(
    [property: RouteParam] Guid Id, [property: RouteParam] Guid PersonId, [property: FromHeader("If-Match")] IfMatch IfMatch, [property: FromBody] TBody Body);
