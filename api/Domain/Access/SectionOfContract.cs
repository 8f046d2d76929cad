using SecurityTracker.Domain.Contracts;

namespace SecurityTracker.Domain.Access;

/// <summary>The 課室 with which a contract is, as its office has it.</summary>
public sealed record SectionOfContract(Organisation Office, Guid Id)
{
    /// <summary>The 課室 of a contract by its id, else by its name; null where office or 課室 is not known here.</summary>
    public static SectionOfContract? Of(Contract contract, Organisation? office) =>
        office is not null && (contract.Section.SectionId ?? office.Sections.FirstOrDefault(s => s.Name == contract.Section.SectionName)?.Id) is { } id
            ? new(office, id)
            : null;

    /// <summary>The years after the fiscal year for which it keeps what is handed in (保存期間), or null for the 既定値.</summary>
    public int? RetentionYears => Office.RetentionYears(Id);

    /// <summary>Whether it wants two people for decisions of this kind.</summary>
    public bool WantsSecondPair(ReviewedKind kind) => Office.SecondPairOfEyes(Id).Contains(kind);

    /// <summary>
    /// Why an actor does not decide on what is asked under the contract on a day, or null where they do: an officer of the 課室; once
    /// the contract's 担当職員 are linked to people, these, the 課室長, and who holds a delegation of the 課室長 on that day.
    /// </summary>
    /// <param name="contract">The contract.</param>
    /// <param name="actor">Who would decide.</param>
    /// <param name="day">The day, in Tokyo.</param>
    public Refusal? NotToDecide(Contract contract, Actor actor, DateOnly day)
    {
        var linked = contract.OfficersOn(day).Select(o => o.PersonId).OfType<Guid>().ToList();
        return actor switch
        {
            { Role: not (Role.SUPERVISING_OFFICER or Role.SECTION_HEAD) } => SectionRefusals.NotYours,
            _ when actor.OrganisationId != contract.Section.OfficeId || actor.SectionId != Id => SectionRefusals.NotYours,
            { Role: Role.SECTION_HEAD } => null,
            _ when linked.Count == 0 || linked.Contains(actor.PersonId ?? Guid.Empty) => null,
            _ when Office.Delegations.Any(d => d.SectionId == Id && d.ToPersonId == actor.PersonId && d.HoldsOn(day)) => null,
            _ => SectionRefusals.NotYours,
        };
    }
}
