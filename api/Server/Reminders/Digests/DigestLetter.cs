using System.Globalization;
using System.Net;
using System.Text;
using SecurityTracker.Domain;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.Reminders;

/// <summary>
/// A digest as a mail. It names the contract, what is to be done and by when, and where: nothing of what was written. A link shows the
/// thing after a sign-in, and does nothing.
/// </summary>
internal static class DigestLetter
{
    // Nobody reads more than that of one kind in a mail; the rest is in the list.
    private const int Most = 10;

    /// <summary>Writes it.</summary>
    /// <param name="digest">What is to be told.</param>
    /// <param name="site">The address of the program.</param>
    /// <param name="unsubscribe">Where somebody says by one click that they want less.</param>
    public static OutgoingMail Of(Digest digest, string site, Uri unsubscribe)
    {
        var words = new DigestWords(digest.To.Language);
        return new([new(digest.To.Mail, digest.Name)], words.Subject(digest), Text(digest, words, site))
        {
            Html = Html(digest, words, site),
            IsAutomatic = true,
            UnsubscribeAt = unsubscribe,
        };
    }

    private static List<(string Title, IReadOnlyList<InboxItem> Items)> Groups(Digest digest, DigestWords words) =>
    [
        .. new (string, IReadOnlyList<InboxItem>)[]
        {
            (words.Say("期限を過ぎているもの", "Late"), digest.Late),
            (words.Say("期日が近いもの", "Coming up"), digest.Due),
            (words.Say("ご対応をお待ちしているもの", "Waiting for you"), digest.Undated),
            (words.Say("目安日を過ぎているもの", "Past a guide date"), digest.PastGuide),
            (words.Say("担当職員の回答がまだのもの（開始に必要です。電話などでご確認ください）", "No word from the officer yet, which is needed to begin (please ask, for example by telephone)"), digest.Awaited),
            (words.Say("社内又は再委託先の対応が済んでいないもの", "Not done by your staff or subcontractors"), digest.OfOthers),
        }.Where(group => group.Item2.Count > 0),
    ];

    private static string Greeting(Digest digest, DigestWords words) => digest.Side == Side.OFFICER
        ? words.Say("お疲れさまです。SecurityTracker で、次の事項のご確認をお願いいたします。", "Please look at the following in SecurityTracker.")
        : words.Say("SecurityTracker から、対応の必要な事項をお知らせします。", "SecurityTracker reminds you of what is to be done.");

    private static List<string> Notes(Digest digest, DigestWords words) =>
    [
        .. digest.NotReached.Select(name => words.Say($"{name} 様にはお知らせのメールが届いていません。メールアドレスをご確認ください。", $"Reminders do not reach {name}. Please check the address.")),
        .. digest.Others > 0 ? [words.Say(FormattableString.Invariant($"ほかに{digest.Others}件が対応を待っています。"), FormattableString.Invariant($"{digest.Others} more wait for you."))] : Array.Empty<string>(),
    ];

    private static string Text(Digest digest, DigestWords words, string site)
    {
        var text = new StringBuilder();
        text.AppendLine(words.Say($"{digest.Name}　様", $"Dear {digest.Name},")).AppendLine().AppendLine(Greeting(digest, words));
        foreach (var (title, items) in Groups(digest, words))
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"■ {title}{words.Say("（", " (")}{items.Count}{words.Say("件）", ")")}");
            foreach (var item in items.Take(Most))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"・{words.Say(InboxWords.Of(item.Type))}　{NameOf(item, words)}").AppendLine(CultureInfo.InvariantCulture, $"　{words.When(item)}")
                    .AppendLine(CultureInfo.InvariantCulture, $"　{site}{InboxWords.PlaceOf(item)}");
            }

            Rest(items, words, line => text.AppendLine(line));
        }

        Notes(digest, words).ForEach(note => text.AppendLine().AppendLine(note));
        return text.AppendLine().AppendLine(words.Say("一覧（要対応一覧）：", "Everything that waits:")).AppendLine(CultureInfo.InvariantCulture, $"{site}/inbox").AppendLine()
            .AppendLine("--").AppendLine(words.Why(digest)).AppendLine(words.Say("頻度と言語の変更：", "How often, and in which language:"))
            .AppendLine(CultureInfo.InvariantCulture, $"{site}/account#reminders")
            .Append(words.Say("このメールは自動でお送りしています。返信は読まれません。", "This mail is sent automatically. Nobody reads an answer to it.")).ToString();
    }

    private static string Html(Digest digest, DigestWords words, string site)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html><html lang="{words.Say("ja", "en")}"><head><meta charset="utf-8"><title>{Safe(words.Subject(digest))}</title></head>
            <body style="font-family:sans-serif;line-height:1.7;color:#1a1a1c"><p>{Safe(words.Say($"{digest.Name}　様", $"Dear {digest.Name},"))}</p><p>{Safe(Greeting(digest, words))}</p>
            """);
        foreach (var (title, items) in Groups(digest, words))
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2 style=\"font-size:1.1em\">{Safe(title)}{words.Say("（", " (")}{items.Count}{words.Say("件）", ")")}</h2><ul>");
            foreach (var item in items.Take(Most))
            {
                html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{Safe(site + InboxWords.PlaceOf(item))}\">{Safe(words.Say(InboxWords.Of(item.Type)))}</a>　{Safe(NameOf(item, words))}<br>{Safe(words.When(item))}</li>");
            }

            html.Append("</ul>");
            Rest(items, words, line => html.Append(CultureInfo.InvariantCulture, $"<p>{Safe(line)}</p>"));
        }

        Notes(digest, words).ForEach(note => html.Append(CultureInfo.InvariantCulture, $"<p>{Safe(note)}</p>"));
        return html.Append(CultureInfo.InvariantCulture, $"""
            <p><a href="{Safe(site)}/inbox">{words.Say("一覧（要対応一覧）", "Everything that waits")}</a></p><hr>
            <p style="font-size:.9em">{words.Why(digest)}<br><a href="{Safe(site)}/account#reminders">{words.Say("頻度と言語の変更", "How often, and in which language")}</a><br>
            {words.Say("このメールは自動でお送りしています。返信は読まれません。", "This mail is sent automatically. Nobody reads an answer to it.")}</p></body></html>
            """).ToString();
    }

    private static void Rest(IReadOnlyList<InboxItem> items, DigestWords words, Action<string> write)
    {
        if (items.Count > Most)
        {
            var rest = items.Count - Most;
            write(words.Say(FormattableString.Invariant($"ほか{rest}件は一覧でご覧ください。"), FormattableString.Invariant($"{rest} more are in the list.")));
        }
    }

    // A name in which a mail program would find an address is not carried to anybody.
    private static string NameOf(InboxItem item, DigestWords words) =>
        Names.Check(item.ContractName) is null ? item.ContractName : words.Say("（契約件名は画面でご確認ください）", "(see the screen for the contract's name)");

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
