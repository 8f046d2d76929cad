using SecurityTracker.Domain;

namespace SecurityTracker.Server.Exchange;

/// <summary>Why a mail proposes no outcome; the person who reads it decides.</summary>
internal static class OutcomeReasons
{
    /// <summary>Out of office, a receipt by machine, a report of delivery.</summary>
    public static readonly Refusal Automatic = Of("automatic-reply", "自動応答のメールのため、結果を選んでいません。担当職員の回答を待ってください。", "This is an automatic reply; no outcome was chosen. Wait for the officer's answer.");

    /// <summary>It asks something.</summary>
    public static readonly Refusal Question = Of("question", "質問又は依頼が書かれているため、結果を選んでいません。回答してから、決定の連絡を記録してください。", "The mail asks something; no outcome was chosen. Answer it, and record the decision when it comes.");

    /// <summary>It names a fault.</summary>
    public static readonly Refusal Fault = Of("fault-found", "不備や修正の指摘が書かれているため、結果を選んでいません。本文を確認してください。", "The mail names a fault or asks for a correction; no outcome was chosen. Read its text.");

    /// <summary>It puts the decision off.</summary>
    public static readonly Refusal Pending = Of("decision-pending", "確認中・検討中と書かれているため、結果を選んでいません。", "The mail says that the matter is still looked at; no outcome was chosen.");

    /// <summary>It confirms that something came in.</summary>
    public static readonly Refusal Receipt = Of("receipt", "受領又は確認の連絡で、決定の言葉がないため、結果を選んでいません。", "The mail confirms that something was received or seen and decides nothing; no outcome was chosen.");

    /// <summary>It assents on a condition.</summary>
    public static readonly Refusal Conditional = Of("conditional", "条件付きで書かれているため、結果を選んでいません。条件を確かめて選んでください。", "The assent depends on a condition; no outcome was chosen. Look at the condition, and choose.");

    /// <summary>It says both.</summary>
    public static readonly Refusal BothWays = Of("both-ways", "了承の言葉と不可の言葉が両方あるため、結果を選んでいません。本文を読んで選んでください。", "The mail both assents and declines; no outcome was chosen. Read its text, and choose.");

    /// <summary>No words of decision.</summary>
    public static readonly Refusal NoDecision = Of("no-decision", "決定の言葉が見つからないため、結果を選んでいません。本文を読んで選んでください。", "No words of a decision were found; no outcome was chosen. Read the text, and choose.");

    private static Refusal Of(string code, string ja, string en) => new(code, RefusalKind.INVALID, new(ja, en));
}
