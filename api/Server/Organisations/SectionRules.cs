using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Organisations;

/// <summary>Who decides for the ministry on a contract, where its 課室 wants a second pair of eyes, and how long it keeps what is handed in.</summary>
internal sealed class SectionRules(Session session)
{
    /// <summary>Whether the contract's 課室 wants two people for decisions of this kind; a 課室 that is not known here wants none.</summary>
    public async Task<bool> WantsSecondPair(Contract contract, ReviewedKind kind, CancellationToken ct) =>
        await Of(contract, ct) is { } section && section.WantsSecondPair(kind);

    /// <summary>The years after the fiscal year for which the contract's 課室 keeps what is handed in (保存期間), or null for the 既定値.</summary>
    public async Task<int?> RetentionYears(Contract contract, CancellationToken ct) => (await Of(contract, ct))?.RetentionYears;

    /// <summary>Why an actor does not decide on what is asked under the contract on a day in Tokyo, or null: nobody does for a 課室 that is not known here.</summary>
    public async Task<Refusal?> DecidesFor(Contract contract, Actor actor, DateOnly day, CancellationToken ct) =>
        await Of(contract, ct) is { } section ? section.NotToDecide(contract, actor, day) : SectionRefusals.NotYours;

    private async Task<SectionOfContract?> Of(Contract contract, CancellationToken ct) =>
        SectionOfContract.Of(contract, contract.Section.OfficeId is { } id ? (await session.Load<Organisation>(id, ct))?.Value : null);
}
