using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.EventStore;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>Keeps the personal values of a contract apart from its events; a value that did not change keeps its id.</summary>
public sealed class ContractPeople(PersonalValues values)
{
    /// <summary>A contractor as entered, with the id under which its representative's name is kept.</summary>
    public async Task<ContractorInput> Contractor(Session session, Guid contractId, ContractorRequest request, ContractorParty? before, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        var name = await Input(session, contractId, "representativeName", request.RepresentativeName, before?.RepresentativeName, ct);
        return new(
            request.OrganisationId, request.Name, request.Address, Entered.OrNull(request.RepresentativeTitle), name, Entered.OrNull(request.CorporateNumber));
    }

    /// <summary>A section as entered, with the id under which its mail address is kept.</summary>
    public async Task<SectionInput> Section(Session session, Guid contractId, SectionRequest request, ResponsibleSection? before, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        var mail = Entered.OrNull(request.SectionMail) is { } text
            ? await Input(session, contractId, "sectionMail", text, before?.SectionMail, ct)
            : null;
        return new(request.OfficeId, Entered.OrNull(request.OfficeName), request.SectionName, mail);
    }

    private async Task<PersonalInput> Input(Session session, Guid contractId, string field, string value, PersonalRef? before, CancellationToken ct) =>
        before is { } known && await values.Load(known, ct) == value
            ? new(value, known)
            : new(value, values.Keep(session, contractId, field, value));
}
