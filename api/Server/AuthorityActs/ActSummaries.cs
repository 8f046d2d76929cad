using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Reads what acts are looked at beside: what they were given for, as it is now, and whether the section is here.</summary>
internal sealed class ActSummaries(TargetReader targets, SectionPresence presence, TimeProvider time)
{
    /// <summary>Of a contract that the caller has found.</summary>
    public async Task<ActsToday> OfContract(Guid contractId, Contract contract, CancellationToken ct) =>
        new(await targets.OfContract(contractId, ct), Tokyo.Today(time), await presence.IsHere(contract.Section, ct));
}

/// <summary>The acts of a contract on a day.</summary>
/// <param name="Targets">What they were given for.</param>
/// <param name="Today">The day, in Tokyo.</param>
/// <param name="SectionIsHere">Whether somebody of the 担当課室 has joined.</param>
internal sealed record ActsToday(TargetsNow Targets, DateOnly Today, bool SectionIsHere)
{
    /// <summary>An act in short.</summary>
    public ActSummary Of(Versioned<AuthorityAct> act) => ActSummary.Of(act, Targets, Today, SectionIsHere);
}
