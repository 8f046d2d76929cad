using System.Globalization;
using System.Net;
using System.Text;

namespace SecurityTracker.Server.Mail;

/// <summary>/dev/mail: what the mail server of development took. For this machine alone, and not there at all outside development.</summary>
public static class DevelopmentMailPages
{
    /// <summary>GET /dev/mail (<c>?to=</c> for one recipient's), /dev/mail/{number}, its attachments and its source.</summary>
    public static void MapDevelopmentMail(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (!app.Environment.IsDevelopment())
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

    private static bool IsFromHere(HttpContext context) => context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);

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
