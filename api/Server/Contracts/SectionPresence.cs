using Npgsql;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>
/// Whether the 担当課室 of a contract is here: a 担当職員 or 課室長 of it has joined. Where nobody has, nothing reaches the ministry by this
/// program, and whatever is to reach it is sent by a person. Every way of submission and communication asks this.
/// </summary>
internal sealed class SectionPresence(Session session, TimeProvider time)
{
    /// <summary>Whether somebody of the section acts here today.</summary>
    public async Task<bool> IsHere(ResponsibleSection section, CancellationToken ct)
    {
        // A contract that was registered before 課室 had ids names its own.
        var sectionId = section.SectionId is null && section.OfficeId is { } officeId
            ? (await session.Load<Organisation>(officeId, ct))?.Value.Sections.FirstOrDefault(s => s.Name == section.SectionName)?.Id
            : section.SectionId;
        return sectionId is { } id
            && IsHere(section.OfficeId, id, await session.Query<Person>("WHERE d.section_ids @> ARRAY[$1]", [new NpgsqlParameter<Guid> { TypedValue = id }], ct));
    }

    /// <summary>The reading of the people of a contract's section, for who reads the contract too.</summary>
    public SqlQuery<IReadOnlyList<Versioned<Person>>> PeopleOfContract(Guid contractId) => session.Rows<Person>(
        "WHERE d.section_ids @> ARRAY[(SELECT c.section_id FROM mt_doc_contract c WHERE c.id = $1)]", [new NpgsqlParameter<Guid> { TypedValue = contractId }]);

    /// <summary>The same, by <see cref="PeopleOfContract"/>.</summary>
    public async Task<bool> IsHere(ResponsibleSection section, IReadOnlyList<Versioned<Person>> people, CancellationToken ct) =>
        section.SectionId is { } id ? IsHere(section.OfficeId, id, people) : await IsHere(section, ct);

    private bool IsHere(Guid? officeId, Guid sectionId, IReadOnlyList<Versioned<Person>> people)
    {
        var today = Tokyo.Today(time);
        return people.Any(person => person.Value.ActingOn(today).Any(m => m.OrganisationId == officeId && m.SectionId == sectionId && PersonDecider.HasSection(m.Role)));
    }
}
