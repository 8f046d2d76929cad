using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Organisations;

/// <summary>Who decides for the ministry on a contract, where its 課室 wants a second pair of eyes, and how long it keeps what is handed in.</summary>
public sealed class SectionRules(Session session)
{
    /// <summary>Whether the contract's 課室 wants two people for decisions of this kind; a 課室 that is not known here wants none.</summary>
    public async Task<bool> WantsSecondPair(Contract contract, ReviewedKind kind, CancellationToken ct)
    {
        var (office, section) = await Find(contract, ct);
        return section is { } id && office!.SecondPairOfEyes(id).Contains(kind);
    }

    /// <summary>The years after the fiscal year for which the contract's 課室 keeps what is handed in (保存期間), or null for the 既定値.</summary>
    public async Task<int?> RetentionYears(Contract contract, CancellationToken ct)
    {
        var (office, section) = await Find(contract, ct);
        return section is { } id ? office!.RetentionYears(id) : null;
    }

    /// <summary>
    /// Why an actor does not decide on what is asked under the contract on a day, or null where they do: an officer of its 課室; once
    /// the contract's 担当職員 are linked to people, these, the 課室長, and who holds a delegation of the 課室長 on that day.
    /// </summary>
    /// <param name="contract">The contract.</param>
    /// <param name="actor">Who would decide.</param>
    /// <param name="day">The day, in Tokyo.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Refusal?> DecidesFor(Contract contract, Actor actor, DateOnly day, CancellationToken ct)
    {
        var (office, section) = await Find(contract, ct);
        var linked = contract.OfficersOn(day).Select(o => o.PersonId).OfType<Guid>().ToList();
        return actor switch
        {
            { Role: not (Role.SUPERVISING_OFFICER or Role.SECTION_HEAD) } => SectionRefusals.NotYours,
            _ when section is null || actor.OrganisationId != contract.Section.OfficeId || actor.SectionId != section => SectionRefusals.NotYours,
            { Role: Role.SECTION_HEAD } => null,
            _ when linked.Count == 0 || linked.Contains(actor.PersonId ?? Guid.Empty) => null,
            _ when office!.Delegations.Any(d => d.SectionId == section && d.ToPersonId == actor.PersonId && d.HoldsOn(day)) => null,
            _ => SectionRefusals.NotYours,
        };
    }

    private async Task<(Organisation? Office, Guid? SectionId)> Find(Contract contract, CancellationToken ct)
    {
        var office = contract.Section.OfficeId is { } id ? (await session.Load<Organisation>(id, ct))?.Value : null;
        return (office, office is null ? null : contract.Section.SectionId ?? office.Sections.FirstOrDefault(s => s.Name == contract.Section.SectionName)?.Id);
    }
}
