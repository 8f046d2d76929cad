using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Organisations;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Who decides for the ministry on an act that the caller has fetched inside the boundary, and whether two have to.</summary>
internal sealed class Deciding(ActReader acts, SectionRules rules, Actor actor, TimeProvider time)
{
    /// <summary>Why this officer does not decide on this act, or null.</summary>
    public async Task<Refusal?> Refusal(AuthorityAct act, CancellationToken ct) =>
        await rules.DecidesFor(await ContractOf(act, ct), actor, Tokyo.Today(time), ct);

    /// <summary>Whether the section wants two people for this kind of act.</summary>
    public async Task<bool> WantsSecondPair(AuthorityAct act, CancellationToken ct) =>
        await rules.WantsSecondPair(await ContractOf(act, ct), Enum.Parse<ReviewedKind>(act.Kind.ToString()), ct);

    /// <summary>The contract of an act.</summary>
    public Task<Contract> ContractOf(AuthorityAct act, CancellationToken ct) => acts.ContractOf(act, ct);
}
