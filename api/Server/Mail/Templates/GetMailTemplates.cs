using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Mail;

/// <summary>What a mail says, shown of a made-up case.</summary>
/// <param name="Name">A stable word, by which its page is found.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Language">Its language; null where it is in both.</param>
/// <param name="Version">The version of its words, as it stands in 通知の記録.</param>
/// <param name="Subject">件名.</param>
/// <param name="Text">The plain text.</param>
/// <param name="HasPage">Whether it has the same as HTML.</param>
internal sealed record MailTemplateDetails(string Name, MailKind Kind, MailLanguage? Language, int Version, string Subject, string Text, bool HasPage);

/// <summary>Every kind of mail that the program sends by itself, each by the words of the real ones, with made-up names and contracts.</summary>
internal sealed class GetMailTemplatesEndpoint(IEnumerable<IMailTemplates> templates) : ApiEndpoint
{
    public override void Configure()
    {
        Get("/mail-templates");
        Description(route => route
            .Requires(Permission.ReadDeliveries)
            .Produces<IReadOnlyList<MailTemplateDetails>>());
    }

    public override Task<IResult> ExecuteAsync(CancellationToken ct) => Task.FromResult<IResult>(new Answer<IReadOnlyList<MailTemplateDetails>>(
    [
        .. templates.SelectMany(each => each.Templates).OrderBy(each => each.Kind).Select(each => new MailTemplateDetails(
            each.Name, each.Kind, each.Language, new MailNote(each.Kind, OrganisationId: null).Version, each.Mail.Subject, each.Mail.Text.ReplaceLineEndings("\n"), each.Mail.Html is not null)),
    ]));
}
