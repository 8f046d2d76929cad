using System.Text.RegularExpressions;
using SecurityTracker.Domain;

namespace SecurityTracker.Server.Mail;

/// <summary>What an answer of a mail server means to a person (RFC 5321 §4.2, RFC 3463), and what to do about it.</summary>
internal static partial class SmtpMeaning
{
    private static readonly Message NeverReached = new(
        "相手のメールサーバーに届かないまま、再送が終わりました。アドレスを確認し、ほかの方法で知らせてください。", "It never reached the other mail server, and is not tried again. Check the address, and tell them in another way.");

    /// <summary>What the last answer to a mail means for it; null where there was none, or it has no numbers.</summary>
    /// <param name="state">Where the mail is: what would be tried again is not, once it has ended.</param>
    /// <param name="code">The three digits; null where none were named.</param>
    /// <param name="text">The words.</param>
    public static Message? Of(MailState state, int? code, string? text)
    {
        if ((code ?? ClassOf(text) * 100) is not { } number)
        {
            return null;
        }

        var isOver = state is MailState.GIVEN_UP or MailState.BOUNCED && (number < 500 || Enhanced().Match(text ?? "") is { Success: true } found && found.Groups["subject"].Value == "4");
        return isOver ? NeverReached : Of(number, text);
    }

    /// <summary>The meaning; where the numbers say nothing in particular, that.</summary>
    /// <param name="code">The three digits.</param>
    /// <param name="text">The words, which often begin with an enhanced code such as 5.1.1.</param>
    public static Message Of(int code, string? text)
    {
        var enhanced = Enhanced().Match(text ?? "") is { Success: true } found && found.Groups["class"].Value == Digit(code / 100) ? $"{found.Groups["subject"]}.{found.Groups["detail"]}" : "";
        return (code, enhanced) switch
        {
            ( < 400, _) => new("メールサーバーが受け付けました。相手が読んだかどうかは分かりません。", "The mail server took it. Whether it was read is not known."),
            (530 or 534 or 535 or 538, _) => new("このシステムがメールサーバーにサインインできませんでした。管理者が設定を確認してください。", "This program could not sign in to the mail server. An administrator should check the settings."),
            (_, "1.1" or "1.2" or "1.3" or "1.6" or "1.10") => new("宛先のメールアドレスがありません。アドレスを確認してください。", "There is no such mailbox. Check the address."),
            (_, "2.1") => new("宛先のメールボックスは使用を止められています。ほかの連絡先を確認してください。", "The mailbox is disabled. Find another contact."),
            (_, "2.2") or (552, "") => new("宛先のメールボックスが一杯です。相手に知らせてください。", "The mailbox is full. Let its owner know."),
            (_, "2.3" or "3.4") => new("メールが大きすぎるため、受け付けられませんでした。", "The mail is larger than the server takes."),
            (_, "4.1" or "4.2" or "4.4" or "4.7") => new("相手のメールサーバーに届きませんでした。時間をおいて、もう一度送ります。続くときは、ドメイン名を確認してください。", "The other mail server was not reached. Check the domain if this goes on."),
            (_, "7.20" or "7.21" or "7.22" or "7.23" or "7.24" or "7.25" or "7.26" or "7.27" or "7.29") => new(
                "差出人の確認（SPF・DKIM・DMARC 等）に合格しなかったため、拒否されました。管理者がドメインの設定を確認してください。",
                "Refused because the sender was not proved (SPF, DKIM, DMARC, or its address). An administrator should check the domain's records."),
            ( >= 500, "7.1" or "7.0") => new("相手の組織の方針により、受け取りを拒否されました。相手の管理者に、差出人アドレスの許可を依頼してください。", "Refused by the other organisation's policy. Ask its administrator to allow this sender."),
            ( >= 400 and < 500, "7.1" or "7.0") or (450 or 451, _) => new("相手のメールサーバーが、後でもう一度送るように求めています。自動で送り直します。", "The other server asks to be tried again later. This happens by itself."),
            (550 or 551 or 553, "") => new("宛先に受け取りを拒否されました。アドレスを確認してください。", "The recipient was refused. Check the address."),
            (554, "") => new("相手のメールサーバーに受け取りを拒否されました。理由は返答の文をご覧ください。", "The other mail server refused it. Its words may say why."),
            (421 or 432, _) => new("メールサーバーが一時的に使えません。自動で送り直します。", "The mail server is away for now. It is tried again by itself."),
            ( < 500, _) => new("一時的に受け付けられませんでした。自動で送り直します。", "Not taken for now. It is tried again by itself."),
            _ => new("受け取りを拒否されました。理由は返答の文をご覧ください。", "Refused. The server's words may say why."),
        };
    }

    private static int? ClassOf(string? text) => Enhanced().Match(text ?? "") is { Success: true } found ? found.Groups["class"].Value[0] - '0' : null;

    private static string Digit(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d.])(?<class>[245])\.(?<subject>\d{1,3})\.(?<detail>\d{1,3})(?![\d.])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Enhanced();
}
