using System.Globalization;
using System.Net;
using System.Text;

namespace SecurityTracker.Server.Mail;

/// <summary>/dev/mail: what the mail server of development took. For this machine alone, never through a proxy, and not there at all outside development.</summary>
internal static class DevelopmentMailPages
{
    // What proxies say of whom they ask for, also after the framework has taken it over (X-Original-): the names that
    // they have in common, and how those begin and end that each has of its own.
    private static readonly string[] ByProxies = ["Forwarded", "Via", "X-Real-IP"];
    private static readonly string[] ByProxiesBeginning = ["X-Forwarded-", "X-Original-"];
    private static readonly string[] ByProxiesEnding = ["-Client-IP", "-Connecting-IP", "-ProxyUser-IP", "-External-Address"];

    /// <summary>GET /dev/mail (<c>?to=</c> for one recipient's), /dev/mail/{number}, its attachments and its source.</summary>
    public static void MapDevelopmentMail(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment() || !string.IsNullOrEmpty(app.Configuration[ReverseProxy.Setting]))
        {
            return;
        }

        var pages = app.MapGroup("/dev/mail").AllowAnonymous().ExcludeFromDescription();
        pages.AddEndpointFilter(async (context, next) => IsFromHere(context.HttpContext) ? await next(context) : Results.NotFound());
        pages.MapGet("", (string? to, DevelopmentMail mail) => Html("開発用メール", MailPage.List(For(mail.Mails, to))));
        pages.MapGet("/style.css", () => Results.Text(MailPage.Style, "text/css", Encoding.UTF8));
        pages.MapGet("/{number:int}", (int number, DevelopmentMail mail) => Find(mail, number) is { } found
            ? Html(found.Reading.Subject, MailPage.One(found))
            : Results.NotFound());
        pages.MapGet("/{number:int}/source.eml", (int number, DevelopmentMail mail, HttpResponse response) => Find(mail, number) is { } found
            ? File(response, found.Source, "source.eml")
            : Results.NotFound());
        pages.MapGet("/{number:int}/attachments/{index:int}", (int number, int index, DevelopmentMail mail, HttpResponse response) =>
            Find(mail, number)?.Reading.Attachments.ElementAtOrDefault(index) is { } file ? File(response, file.Content, file.Name) : Results.NotFound());
    }

    // A proxy on this machine asks from this machine too: what came through one, or may have, is not from here.
    private static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is var address && (address is null || IPAddress.IsLoopback(address))
        && !context.Request.Headers.Keys.Any(IsOfAProxy);

    private static bool IsOfAProxy(string header) =>
        ByProxies.Contains(header, StringComparer.OrdinalIgnoreCase)
        || ByProxiesBeginning.Any(beginning => header.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
        || ByProxiesEnding.Any(ending => header.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<ReceivedMail> For(IReadOnlyList<ReceivedMail> mails, string? recipient) =>
        mails.Where(mail => string.IsNullOrEmpty(recipient) || mail.Recipients.Contains(recipient, StringComparer.OrdinalIgnoreCase));

    private static ReceivedMail? Find(DevelopmentMail mail, int number) => mail.Mails.FirstOrDefault(m => m.Number == number);

    private static IResult File(HttpResponse response, byte[] content, string name)
    {
        response.NameFile(name);
        return Results.Bytes(content, "application/octet-stream");
    }

    private static IResult Html(string title, string body) => Results.Text(
        string.Create(CultureInfo.InvariantCulture, $"""
            <!doctype html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>{WebUtility.HtmlEncode(title)}</title><link rel="stylesheet" href="/dev/mail/style.css"></head><body><main>{body}</main></body></html>
            """),
        "text/html",
        Encoding.UTF8);
}
