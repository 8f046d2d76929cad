using SecurityTracker.Domain;

namespace SecurityTracker.Server.Contracts;

/// <summary>Whom a mail on a contract goes to.</summary>
/// <param name="To">The 課室's shared address, and where there is none the officers'.</param>
/// <param name="Cc">The officers' own addresses, where they are not in <paramref name="To"/>.</param>
internal sealed record Recipients(IReadOnlyList<string> To, IReadOnlyList<string> Cc)
{
    /// <summary>Nobody to write to.</summary>
    public static readonly Refusal Missing = new("recipient-missing", RefusalKind.CONFLICT, new(
        "送付先のメールアドレスが登録されていません。契約の担当課室又は担当職員のメールアドレスを登録してください。",
        "No address is known. Enter the section's or an officer's mail address on the contract."));
}

/// <summary>One numbered point of a letter; left out where its text is empty.</summary>
internal sealed record LetterPoint(string Name, string? Text);

/// <summary>What was said on the same thing before.</summary>
/// <param name="What">Who said it and as what: 担当職員からの照会, 回答.</param>
internal sealed record EarlierWord(DateOnly On, string What, string Text);

/// <summary>What one mail of a contract says.</summary>
/// <param name="About">What it is about: its 整理番号.</param>
/// <param name="MessageId">Without its angle brackets.</param>
/// <param name="Title">For the 件名.</param>
internal sealed record Letter(Guid About, string MessageId, string Title, IReadOnlyList<string> Sentences, IReadOnlyList<LetterPoint> Points)
{
    /// <summary>What stands before the title of a letter that asks again.</summary>
    public const string Again = "ご確認のお願い（再送）　";

    /// <summary>The first sentence of a letter that follows a call of the same day.</summary>
    public const string AfterCall = "本日お電話で御連絡いたしました件について、メールでもお送りいたします。";

    /// <summary>The last sentence of a letter that asks again.</summary>
    public const string Crossed = "行き違いで御連絡いただいております場合は、御容赦ください。";

    /// <summary>The files.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>The lines of the 回答欄, which the officer fills in and sends back; none where nothing is asked.</summary>
    public IReadOnlyList<string> AnswerFields { get; init; } = [];

    /// <summary>What was said before, the oldest first.</summary>
    public IReadOnlyList<EarlierWord> Earlier { get; init; } = [];

    /// <summary>The message-id of the letter that this one repeats; null for the first.</summary>
    public string? Repeats { get; init; }
}
