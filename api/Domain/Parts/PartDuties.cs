using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Domain.Parts;

/// <summary>What firms that take part have to do: the rows that flow down to them (5) are wanted for the next report.</summary>
public static class PartDuties
{
    /// <summary>One duty for each firm of which a row has no status; it is the contractor's own where the firm has nobody here.</summary>
    /// <param name="parts">The parts of one contract by id.</param>
    /// <param name="next">The report they are wanted for; null where none is to come, and so nothing is wanted.</param>
    public static IEnumerable<Duty> Of(IReadOnlyDictionary<Guid, Part> parts, NextReport? next)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return next is null ? [] :
            from part in parts
            where part.Value is { Exists: true, ClosedOn: null } && part.Value.Recorded < part.Value.Numbers.Count
            select new Duty
            {
                Rule = DutyRules.PartToFill, Noun = "PART", ThingId = part.Key, Title = part.Value.Name, OrganisationId = part.Value.OrganisationId,
                DueOn = next.DueOn, DueIs = next.DueIs,
            };
    }
}
