using FastEndpoints;
using SecurityTracker.Domain.Contracts;

namespace SecurityTracker.Server.Contracts;

/// <summary>Names a contract.</summary>
/// <param name="Id">The contract.</param>
internal sealed record OfContract([property: RouteParam] Guid Id);

/// <summary>Acts on a contract, as it was read, by what is sent.</summary>
/// <param name="Id">The contract.</param>
/// <param name="IfMatch">The ETag of the contract, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnContract<TBody>([property: RouteParam] Guid Id, [property: FromHeader("If-Match")] IfMatch IfMatch, [property: FromBody] TBody Body);

/// <summary>Acts on a firm that takes part, as it was read.</summary>
/// <param name="Id">The contract.</param>
/// <param name="SubcontractorId">The firm in this contract.</param>
/// <param name="IfMatch">The ETag of the contract, as it was read.</param>
internal sealed record OnSubcontractor(
    [property: RouteParam] Guid Id, [property: RouteParam] Guid SubcontractorId, [property: FromHeader("If-Match")] IfMatch IfMatch);

/// <summary>Acts on a firm that takes part, as it was read, by what is sent.</summary>
/// <param name="Id">The contract.</param>
/// <param name="SubcontractorId">The firm in this contract.</param>
/// <param name="IfMatch">The ETag of the contract, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnSubcontractor<TBody>(
    [property: RouteParam] Guid Id, [property: RouteParam] Guid SubcontractorId, [property: FromHeader("If-Match")] IfMatch IfMatch, [property: FromBody] TBody Body);

/// <summary>受注者 (of a consortium its 幹事法人).</summary>
/// <param name="OrganisationId">The organisation here; a contractor that registers its own contract may leave it out.</param>
/// <param name="CorporateNumber">法人番号, 13 digits with a right check digit.</param>
internal sealed record ContractorRequest(
    string Name, string Address, string RepresentativeName, string? RepresentativeTitle = null, string? CorporateNumber = null, Guid? OrganisationId = null);

/// <summary>担当課室.</summary>
/// <param name="OfficeId">The ministry's office here; an office that registers a contract may leave it out.</param>
/// <param name="SectionMail">The shared mail address of the 課室.</param>
/// <param name="SectionId">The 課室 here; where it is left out, the office's one of that name.</param>
internal sealed record SectionRequest(string SectionName, string? SectionMail = null, Guid? OfficeId = null, string? OfficeName = null, Guid? SectionId = null);

/// <summary>協議 or 相談: when, with whom (課室 and post rather than a person's name), and how it came out.</summary>
internal sealed record ConsultationRequest(DateOnly ConsultedOn, string With, string Outcome)
{
    internal Consultation AsConsultation() => new(ConsultedOn, With, Outcome);
}

/// <summary>The text fields that a form sends empty when nothing is entered.</summary>
internal static class Entered
{
    /// <summary>Null for a text without anything in it.</summary>
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
