using SecurityTracker.Server.Store;

namespace SecurityTracker.Benchmarks;

/// <summary>A state and events of the size and kind that the program has: an obligation with its reason.</summary>
internal sealed record Obligation(Guid ContractId, int Number, string? Status, string? Reason, string? Method, int Changes)
{
    public static Obligation Initial { get; } = new(Guid.Empty, 0, null, null, null, 0);

    public static Obligation Evolve(Obligation state, object e) => e switch
    {
        ObligationOpened opened => state with { ContractId = opened.ContractId, Number = opened.Number },
        StatusSet set => state with { Status = set.Status, Reason = set.Reason, Changes = state.Changes + 1 },
        MethodSet set => state with { Method = set.Method, Changes = state.Changes + 1 },
        _ => state,
    };
}

internal sealed record ObligationOpened(Guid ContractId, int Number);

internal sealed record StatusSet(string Status, string? Reason);

internal sealed record MethodSet(string Method);

/// <summary>What is written in the rounds.</summary>
internal static class Subject
{
    public static Guid Contract { get; } = Guid.CreateVersion7();

    public static object First { get; } = new ObligationOpened(Contract, 8);

    public static object Next(int i) => i % 3 == 2
        ? new MethodSet("保存した情報の一覧を作り、業務終了の日から五開庁日以内に消去する。消去の記録を担当職員に示す。")
        : new StatusSet(i % 2 == 0 ? "IMPLEMENTED" : "NOT_APPLICABLE", "契約期間中のため。業務終了後速やかに返却・消去し、担当職員の確認を受けます。");

    public static Nouns Nouns()
    {
        var nouns = new Nouns().MapEvent<ObligationOpened>("obligation_opened").MapEvent<StatusSet>("status_set").MapEvent<MethodSet>("method_set");
        nouns.Fold<Obligation, object>("obligation", Obligation.Initial, Obligation.Evolve).Promote("contract_id", "uuid", o => o.ContractId, index: true).Promote("status", "varchar", o => o.Status);
        return nouns;
    }
}
