using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace SecurityTracker.Server.Mail;

/// <summary>The words of /dev/mail. Whatever a mail says is text; an address in it that begins with http is a link.</summary>
internal static class MailPage
{
    private static readonly SearchValues<char> EndsOfLinks = SearchValues.Create(" \t\r\n　、。）」<>\"");

    public const string Style = """
        body { font: 16px/1.7 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif; margin: 0; background: #fff; color: #1a1a1c; }
        main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; padding: .5rem; border-bottom: 1px solid #949494; vertical-align: top; }
        td.date { white-space: nowrap; }
        pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #949494; border-radius: 8px; padding: 1rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
        dd { margin: 0; overflow-wrap: anywhere; }
        a { color: #0017c1; }
        a:focus-visible { outline: 4px solid #000; box-shadow: 0 0 0 6px #ffd43d; }
        """;

    public static string List(IEnumerable<ReceivedMail> mails)
    {
        var rows = new StringBuilder();
        foreach (var mail in mails)
        {
            rows.Append(CultureInfo.InvariantCulture, $"""
                <tr><td class="date">{Time(mail)}</td><td>{Text(string.Join(", ", mail.Recipients))}</td><td><a href="/dev/mail/{mail.Number}">{Text(mail.Reading.Subject)}</a></td></tr>
                """);
        }

        return rows.Length == 0
            ? "<h1>開発用メール</h1><p>まだメールはありません。このサーバーから送られたメールは、どこにも届かずにここに並びます。</p>"
            : $"<h1>開発用メール</h1><table><thead><tr><th scope=\"col\">日時</th><th scope=\"col\">宛先</th><th scope=\"col\">件名</th></tr></thead><tbody>{rows}</tbody></table>";
    }

    public static string One(ReceivedMail mail)
    {
        var files = new StringBuilder();
        foreach (var (file, index) in mail.Reading.Attachments.Select((file, index) => (file, index)))
        {
            files.Append(CultureInfo.InvariantCulture, $"<li><a href=\"/dev/mail/{mail.Number}/attachments/{index}\">{Text(file.Name)}</a>（{file.Content.Length:N0} B）</li>");
        }

        return string.Create(CultureInfo.InvariantCulture, $"""
            <p><a href="/dev/mail">一覧へ</a></p><h1>{Text(mail.Reading.Subject)}</h1>
            <dl><dt>差出人</dt><dd>{People([mail.Reading.From])}</dd><dt>宛先</dt><dd>{People(mail.Reading.To)}</dd><dt>写し</dt><dd>{People(mail.Reading.Cc)}</dd><dt>日時</dt><dd>{Time(mail)}</dd></dl>
            <pre>{Linked(mail.Reading.Text)}</pre><ul>{files}</ul><p><a href="/dev/mail/{mail.Number}/source.eml">メールの原文</a></p>
            """);
    }

    private static string People(IEnumerable<Mailbox?> people) =>
        Text(string.Join(", ", people.OfType<Mailbox>().Select(p => p.Name is null ? p.Address : $"{p.Name} <{p.Address}>")));

    private static string Time(ReceivedMail mail) => Tokyo.Time(mail.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Linked(string text)
    {
        var html = new StringBuilder();
        foreach (var (word, index) in text.Split("http").Select((word, index) => (word, index)))
        {
            var end = index > 0 && (word.StartsWith("://", StringComparison.Ordinal) || word.StartsWith("s://", StringComparison.Ordinal))
                ? word.AsSpan().IndexOfAny(EndsOfLinks) is var found and >= 0 ? found : word.Length
                : 0;
            var address = Text("http" + word[..end]);
            html.Append(end > 0 ? $"<a class=\"link\" href=\"{address}\">{address}</a>" : index > 0 ? "http" : "").Append(Text(word[end..]));
        }

        return html.ToString();
    }
}
