using System.Text.Json.Serialization;

namespace SecurityTracker.Server.Exchange;

/// <summary>What an answer seems to say.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProposedOutcome>))]
public enum ProposedOutcome
{
    GRANTED,
    DECLINED,
}

/// <summary>Reads an answer's words, for a proposal and no more: a person decides what was said.</summary>
public static class MailOutcome
{
    private static readonly string[] Granting =
        ["了承します", "了承いたします", "了承しました", "了解しました", "了解です", "同意します", "同意いたします", "許可します", "許可いたします", "承認します", "承認いたします", "差し支えありません", "差支えありません", "問題ありません", "確認しました"];

    private static readonly string[] Declining =
        ["不可", "認められません", "認めません", "許可できません", "同意できません", "了承できません", "承認できません", "承認しません", "許可しません", "同意しません", "致しかねます", "いたしかねます", "しかねます"];

    private static readonly string[] Quoting = ["-----Original Message-----", "-----元のメッセージ-----", "差出人:", "From:"];

    /// <summary>What the answer's own words propose; null where they say neither, or both.</summary>
    /// <param name="text">The mail's text; what it quotes is left out.</param>
    public static ProposedOutcome? Propose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var own = string.Concat(text.Split('\n')
            .TakeWhile(line => !Quoting.Any(mark => line.TrimStart().StartsWith(mark, StringComparison.OrdinalIgnoreCase)))
            .Where(line => !line.TrimStart().StartsWith('>'))
            .Select(line => line.Trim()));
        var (grants, declines) = (Granting.Any(word => own.Contains(word, StringComparison.Ordinal)), Declining.Any(word => own.Contains(word, StringComparison.Ordinal)));
        return grants == declines ? null : grants ? ProposedOutcome.GRANTED : ProposedOutcome.DECLINED;
    }
}
