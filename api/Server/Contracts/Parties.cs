using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>
/// Whose contract it is. Who registers or changes one is a party to it, so that nobody puts a contract where they could not see
/// it, or sees one that is not theirs.
/// </summary>
internal sealed class Parties(Session session, Actor actor)
{
    private static readonly Refusal OrganisationUnknown = new("organisation-unknown", RefusalKind.INVALID, new(
        "組織が見つかりません。組織の一覧からお選びください。", "There is no such organisation. Choose one from the list."));

    /// <summary>The contractor with the actor's own organisation filled in where it was left out.</summary>
    public ContractorRequest Own(ContractorRequest contractor, Guid? before = null) =>
        contractor with { OrganisationId = contractor.OrganisationId ?? before ?? (IsContractor ? actor.OrganisationId : null) };

    /// <summary>
    /// The contractor's organisation exists and is a contractor. One who acts for a contractor registers contracts of their own
    /// organisation, and hands none over to another.
    /// </summary>
    /// <param name="contractor">As entered.</param>
    /// <param name="before">Whose it was, or null for a contract that is being registered.</param>
    /// <param name="ct">Cancels.</param>
    public Task Check(ContractorRequest contractor, Guid? before, CancellationToken ct) =>
        Check(contractor.OrganisationId, OrganisationKind.CONTRACTOR, IsContractor ? before ?? actor.OrganisationId : null, "/contractor/organisationId", ct);

    /// <summary>
    /// The section with the actor's own office and 課室 filled in where they were left out. The office exists, is one of the ministry,
    /// and is the actor's own if the actor is of one; the 課室 is one of the office's, and who registers a contract in an office does so in their own.
    /// Once the office has people here, which office and 課室 it is changes by them alone; where it has nobody, the contractor records 組織改編.
    /// </summary>
    /// <param name="section">As entered.</param>
    /// <param name="before">As it stood, or null for a contract that is being registered.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SectionRequest> Section(SectionRequest section, ResponsibleSection? before, CancellationToken ct)
    {
        if ((section.OfficeId ?? before?.OfficeId ?? (IsOffice ? actor.OrganisationId : null)) is not { } officeId)
        {
            PersonRefusals.SectionUnknown.ThrowIf(section.SectionId is not null);
            return section;
        }

        await Check(officeId, OrganisationKind.MINISTRY_OFFICE, IsOffice ? actor.OrganisationId : null, "/officeId", ct);
        var held = !IsOffice && before?.OfficeId is { } holder && await HasPeople(holder, ct);
        ContractRefusals.SectionNotYours.At("/officeId").ThrowIf(held && officeId != before!.OfficeId);
        var sections = (await session.Load<Organisation>(officeId, ct))?.Value.Sections ?? [];
        var now = held ? before!.SectionId ?? sections.FirstOrDefault(s => s.Name == before.SectionName)?.Id : null;
        var id = section.SectionId
            ?? sections.FirstOrDefault(s => s.Name == section.SectionName)?.Id
            ?? now
            ?? (before is null ? IsOffice ? actor.SectionId : null : before.OfficeId == officeId && before.SectionName == section.SectionName ? before.SectionId : null);
        var refusal = id is { } named && sections.All(s => s.Id != named) ? PersonRefusals.SectionUnknown
            : now is not null && id != now ? ContractRefusals.SectionNotYours.At("/sectionId")
            : before is null && IsOffice && id != actor.SectionId ? ContractRefusals.PartyNotOwn.At("/sectionId")
            : null;
        refusal.ThrowIfRefused();
        return section with { OfficeId = officeId, SectionId = id };
    }

    private bool IsContractor => actor.Role is Role.CONTRACTOR_OFFICER or Role.CONTRACTOR_STAFF;

    private bool IsOffice => actor.Role is Role.SUPERVISING_OFFICER or Role.SECTION_HEAD;

    // One that the actor does not see is answered as one that is not there.
    private async Task<bool> Knows(Guid id, OrganisationKind kind, CancellationToken ct)
    {
        var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<Guid> { TypedValue = id }, new NpgsqlParameter<string> { TypedValue = kind.ToString() } };
        return (await session.Query<Organisation>($"WHERE d.id = $1 AND d.kind = $2 AND {Visible.Organisations(actor, parameters)}", parameters, ct)).Count > 0;
    }

    private async Task<bool> HasPeople(Guid organisationId, CancellationToken ct) =>
        (await session.Query<Person>("WHERE d.organisation_ids @> ARRAY[$1] LIMIT 1", [new NpgsqlParameter<Guid> { TypedValue = organisationId }], ct)).Count > 0;

    private async Task Check(Guid? organisationId, OrganisationKind kind, Guid? mustBe, string pointer, CancellationToken ct)
    {
        var refusal = mustBe is { } wanted
            ? organisationId == wanted ? null : ContractRefusals.PartyNotOwn
            : organisationId is { } id && !await Knows(id, kind, ct) ? OrganisationUnknown : null;
        refusal?.At(pointer).ThrowIfRefused();
    }
}
