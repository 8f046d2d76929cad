using Npgsql;
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

    /// <summary>The contractor's organisation exists, is a contractor, and is the actor's own if the actor is one.</summary>
    /// <returns>The refusal, or null.</returns>
    public Task<Refusal?> Check(ContractorRequest contractor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(contractor);
        return Check(contractor.OrganisationId, OrganisationKind.CONTRACTOR, IsContractor, "/contractor/organisationId", ct);
    }

    /// <summary>
    /// The section with the actor's own office and 課室 filled in where they were left out. The office exists, is one of the ministry,
    /// and is the actor's own if the actor is of one; the 課室 is one of the office's, and who registers a contract in an office does so in their own.
    /// </summary>
    /// <param name="section">As entered.</param>
    /// <param name="before">As it stood, or null for a contract that is being registered.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The section, or the refusal.</returns>
    public async Task<(SectionRequest? Section, Refusal? Refusal)> Section(SectionRequest section, ResponsibleSection? before, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(section);
        if ((section.OfficeId ?? before?.OfficeId ?? (IsOffice ? actor.OrganisationId : null)) is not { } officeId)
        {
            return section.SectionId is null ? (section, null) : (null, PersonRefusals.SectionUnknown);
        }

        if (await Check(officeId, OrganisationKind.MINISTRY_OFFICE, IsOffice, "/officeId", ct) is { } refusal)
        {
            return (null, refusal);
        }

        var sections = (await session.Load<Organisation>(officeId, ct))?.Value.Sections ?? [];
        var id = section.SectionId
            ?? sections.FirstOrDefault(s => s.Name == section.SectionName)?.Id
            ?? (before is null ? IsOffice ? actor.SectionId : null : before.OfficeId == officeId && before.SectionName == section.SectionName ? before.SectionId : null);
        return id is { } named && sections.All(s => s.Id != named) ? (null, PersonRefusals.SectionUnknown)
            : before is null && IsOffice && id != actor.SectionId ? (null, ContractRefusals.PartyNotOwn.At("/sectionId"))
            : (section with { OfficeId = officeId, SectionId = id }, null);
    }

    private bool IsContractor => actor.Role is Role.CONTRACTOR_OFFICER or Role.CONTRACTOR_STAFF;

    private bool IsOffice => actor.Role is Role.SUPERVISING_OFFICER or Role.SECTION_HEAD;

    // One that the actor does not see is answered as one that is not there.
    private async Task<bool> Knows(Guid id, OrganisationKind kind, CancellationToken ct)
    {
        var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<Guid> { TypedValue = id }, new NpgsqlParameter<string> { TypedValue = kind.ToString() } };
        return (await session.Query<Organisation>($"WHERE d.id = $1 AND d.kind = $2 AND {Visible.Organisations(actor, parameters)}", parameters, ct)).Count > 0;
    }

    private async Task<Refusal?> Check(Guid? organisationId, OrganisationKind kind, bool mustBeOwn, string pointer, CancellationToken ct)
    {
        if (mustBeOwn)
        {
            return organisationId == actor.OrganisationId ? null : ContractRefusals.PartyNotOwn.At(pointer);
        }

        return organisationId is { } id && !await Knows(id, kind, ct) ? OrganisationUnknown.At(pointer) : null;
    }
}
