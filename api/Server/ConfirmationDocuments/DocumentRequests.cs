using FastEndpoints;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Names the 確認書類 of a contract.</summary>
/// <param name="ContractId">The contract.</param>
internal sealed record OfDocument([property: RouteParam] Guid ContractId);

/// <summary>Acts on the 確認書類 of a contract, as it was read.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="IfMatch">The ETag of the document, as it was read.</param>
internal sealed record OnDocument([property: RouteParam] Guid ContractId, [property: FromHeader("If-Match")] IfMatch IfMatch);

/// <summary>Acts on the 確認書類 of a contract, as it was read, by what is sent.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="IfMatch">The ETag of the document, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnDocument<TBody>([property: RouteParam] Guid ContractId, [property: FromHeader("If-Match")] IfMatch IfMatch, [property: FromBody] TBody Body);

/// <summary>Names a version of the 確認書類.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Number">The number of the version.</param>
internal sealed record OfDocumentVersion([property: RouteParam] Guid ContractId, [property: RouteParam] int Number);

/// <summary>Acts on a version of the 確認書類, as it was read, by what is sent.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Number">The number of the version.</param>
/// <param name="IfMatch">The ETag of the document, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnDocumentVersion<TBody>(
    [property: RouteParam] Guid ContractId, [property: RouteParam] int Number, [property: FromHeader("If-Match")] IfMatch IfMatch, [property: FromBody] TBody Body);

/// <summary>Acts on the method of a requirement in the draft, as it was read.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Number">The number of the requirement.</param>
/// <param name="IfMatch">The ETag of the document, as it was read.</param>
internal sealed record OnDocumentMethod([property: RouteParam] Guid ContractId, [property: RouteParam] int Number, [property: FromHeader("If-Match")] IfMatch IfMatch);

/// <summary>Acts on the method of a requirement in the draft, as it was read, by what is sent.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Number">The number of the requirement.</param>
/// <param name="IfMatch">The ETag of the document, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnDocumentMethod<TBody>(
    [property: RouteParam] Guid ContractId, [property: RouteParam] int Number, [property: FromHeader("If-Match")] IfMatch IfMatch, [property: FromBody] TBody Body);

/// <summary>Acts on somebody on the roster, as it was read.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="PersonId">The person.</param>
/// <param name="IfMatch">The ETag of the document, as it was read.</param>
internal sealed record OnDocumentPerson(
    [property: RouteParam] Guid ContractId, [property: RouteParam] Guid PersonId, [property: FromHeader("If-Match")] IfMatch IfMatch);

/// <summary>Acts on somebody on the roster, as it was read, by what is sent.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="PersonId">The person.</param>
/// <param name="IfMatch">The ETag of the document, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnDocumentPerson<TBody>(
    [property: RouteParam] Guid ContractId, [property: RouteParam] Guid PersonId, [property: FromHeader("If-Match")] IfMatch IfMatch, [property: FromBody] TBody Body);
