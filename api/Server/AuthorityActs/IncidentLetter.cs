using System.Globalization;
using SecurityTracker.Domain;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>The mail that tells of a 第一報, in both languages: that it was recorded, when and where to read it, and nothing of what happened.</summary>
internal static class IncidentLetter
{
    /// <summary>Writes it.</summary>
    /// <param name="to">To whom.</param>
    /// <param name="contract">The contract's name.</param>
    /// <param name="at">When it happened, in Tokyo.</param>
    /// <param name="link">Where it is read.</param>
    public static OutgoingMail Of(Mailbox to, string contract, DateTimeOffset at, string link)
    {
        var name = Names.Check(contract) is null ? contract : "（契約件名は画面でご確認ください）";
        return new([to], $"【至急】情報セキュリティ事故の第一報が記録されました（{name}）", string.Create(CultureInfo.InvariantCulture, $"""
            {to.Name}　様

            情報セキュリティ事故（おそれを含む。）の第一報が記録されました。内容は次の画面でご確認ください。

            契約件名：{name}
            日時：{at:yyyy年M月d日 HH:mm}

            {link}

            このメールで連絡が済んだことにはなりません。電話での連絡を先に行ってください。

            A first report of a security incident was recorded ({at:yyyy-MM-dd HH:mm}, Tokyo). Open the link above to read it.
            This mail does not replace the telephone.
            """))
        {
            IsAutomatic = true,
        };
    }
}

/// <summary>The same, shown of a made-up case.</summary>
internal sealed class IncidentTemplates : IMailTemplates
{
    private static readonly DateTimeOffset At = new(2026, 12, 1, 9, 30, 0, TimeSpan.FromHours(9));

    public IReadOnlyList<MailTemplate> Templates { get; } =
    [
        new("incident", MailKind.INCIDENT, Language: null, IncidentLetter.Of(MailTemplate.Reader, "令和8年度　見本調査", At, $"{MailTemplate.Site}/communications/{Guid.Empty}")),
    ];
}
