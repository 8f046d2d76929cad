using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>
/// Whether the 担当課室 of a contract is here: a 担当職員 or 課室長 of it has joined. Where nobody has, nothing reaches the ministry by this
/// program, and whatever is to reach it is sent by a person. Every way of submission and communication asks this.
/// </summary>
public sealed class SectionPresence(Session session, TimeProvider time)
{
    /// <summary>Whether somebody of the section acts here today.</summary>
    public async Task<bool> IsHere(ResponsibleSection section, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(section);
        if (section.OfficeId is not { } officeId)
        {
            return false;
        }

        // A contract that was registered before 課室 had ids names its own.
        var sectionId = section.SectionId
            ?? (await session.Load<Organisation>(officeId, ct))?.Value.Sections.FirstOrDefault(s => s.Name == section.SectionName)?.Id;
        var today = Tokyo.Today(time);
        return sectionId is not null
            && (await session.Query<Person>("WHERE d.organisation_ids @> ARRAY[$1]", [new NpgsqlParameter<Guid> { TypedValue = officeId }], ct))
                .Any(person => person.Value.ActingOn(today).Any(m => m.OrganisationId == officeId && m.SectionId == sectionId && PersonDecider.HasSection(m.Role)));
    }
}
