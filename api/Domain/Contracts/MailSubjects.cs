namespace SecurityTracker.Domain.Contracts;

/// <summary>The 件名 rule of a contract's mails: a pattern in which the contract's name and the mail's own title take their places.</summary>
public static class MailSubjects
{
    /// <summary>Where the 契約件名 stands.</summary>
    public const string ContractName = "{契約件名}";

    /// <summary>Where the mail's own title stands.</summary>
    public const string Title = "{件名}";

    /// <summary>Our default (既定値), where the officer asked for nothing else.</summary>
    public const string Default = $"【{ContractName}】{Title}";

    private static readonly Refusal TitleMissing = new("mail-subject-invalid", RefusalKind.INVALID, new(
        $"件名の形式には「{Title}」を一度含めてください（例: {Default}）。", $"The pattern holds “{Title}” once (for example {Default})."), "/pattern");

    /// <summary>The subject of a mail.</summary>
    public static string Of(string? pattern, string contractName, string title)
    {
        ArgumentNullException.ThrowIfNull(contractName);
        return (pattern ?? Default).Replace(Title, title, StringComparison.Ordinal).Replace(ContractName, contractName, StringComparison.Ordinal).ReplaceLineEndings(" ");
    }

    internal static Decision Decide(SetMailSubject c, Contract state) =>
        c.Pattern == state.MailSubjectPattern ? Decision.Nothing
        : c.Pattern is { } pattern && (Texts.Line(pattern, ContractRules.MaxName, "/pattern") ?? (pattern.Split(Title).Length == 2 ? null : TitleMissing)) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(new ContractMailSubjectSet(c.Pattern));
}

/// <summary>Set the 件名 rule of this contract's mails; null goes back to our default.</summary>
public sealed record SetMailSubject(string? Pattern) : IContractCommand;

/// <summary>The 件名 rule of this contract's mails, as the officer asked for it; null is our default.</summary>
public sealed record ContractMailSubjectSet(string? Pattern) : IContractEvent;
