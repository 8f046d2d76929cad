using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.EventStore;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>
/// Whose contract it is. Who registers or changes one is a party to it, so that nobody puts a contract where they could not see
/// it, or sees one that is not theirs.
/// </summary>
public sealed class Parties(Session session, Actor actor)
{
    private static readonly Refusal OrganisationUnknown = new("organisation-unknown", RefusalKind.INVALID, new(
        "組織が見つかりません。組織の一覧からお選びください。", "There is no such organisation. Choose one from the list."));

    /// <summary>The contractor with the actor's own organisation filled in where it was left out.</summary>
    public ContractorRequest Own(ContractorRequest contractor, Guid? before = null)
    {
        ArgumentNullException.ThrowIfNull(contractor);
        return contractor with { OrganisationId = contractor.OrganisationId ?? before ?? (IsContractor ? actor.OrganisationId : null) };
    }

    /// <summary>The section with the actor's own office filled in where it was left out.</summary>
    public SectionRequest Own(SectionRequest section, Guid? before = null)
    {
        ArgumentNullException.ThrowIfNull(section);
        return section with { OfficeId = section.OfficeId ?? before ?? (IsOffice ? actor.OrganisationId : null) };
    }

    /// <summary>The contractor's organisation exists, is a contractor, and is the actor's own if the actor is one.</summary>
    /// <returns>The refusal, or null.</returns>
    public Task<Refusal?> Check(ContractorRequest contractor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(contractor);
        return Check(contractor.OrganisationId, OrganisationKind.CONTRACTOR, IsContractor, "/contractor/organisationId", ct);
    }

    /// <summary>The office exists, is one of the ministry, and is the actor's own if the actor is of one.</summary>
    /// <returns>The refusal, or null.</returns>
    public Task<Refusal?> Check(SectionRequest section, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Check(section.OfficeId, OrganisationKind.MINISTRY_OFFICE, IsOffice, "/officeId", ct);
    }

    private bool IsContractor => actor.Role is Role.CONTRACTOR_OFFICER or Role.CONTRACTOR_STAFF;

    private bool IsOffice => actor.Role is Role.SUPERVISING_OFFICER or Role.SECTION_HEAD;

    private async Task<Refusal?> Check(Guid? organisationId, OrganisationKind kind, bool mustBeOwn, string pointer, CancellationToken ct)
    {
        if (mustBeOwn)
        {
            return organisationId == actor.OrganisationId ? null : ContractRefusals.PartyNotOwn.At(pointer);
        }

        return organisationId is { } id && (await session.Load<Organisation>(id, ct))?.Value.Kind != kind ? OrganisationUnknown.At(pointer) : null;
    }
}
