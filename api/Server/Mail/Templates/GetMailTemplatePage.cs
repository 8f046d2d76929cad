using System.Text;
using FastEndpoints;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Mail;

/// <summary>Names a template.</summary>
/// <param name="Name">As the list gives it.</param>
internal sealed record OfMailTemplate([property: RouteParam] string Name);

/// <summary>The HTML of a mail, shown of a made-up case, as a page for a frame: it runs nothing and fetches nothing.</summary>
internal sealed class GetMailTemplatePageEndpoint(IEnumerable<IMailTemplates> templates) : ApiEndpoint<OfMailTemplate>
{
    public override void Configure()
    {
        Get("/mail-templates/{name}/page");
        Description(route => route
            .Requires(Permission.ReadDeliveries)
            .WithMetadata(ContentPolicy.Mail)
            .Produces(StatusCodes.Status200OK, contentType: "text/html")
            .Refuses(StatusCodes.Status404NotFound));
    }

    public override Task<IResult> ExecuteAsync(OfMailTemplate request, CancellationToken ct) => Task.FromResult(
        templates.SelectMany(each => each.Templates).FirstOrDefault(each => each.Name == request.Name)?.Mail.Html is { } page
            ? Results.Text(page, "text/html", Encoding.UTF8)
            : Problems.NotFound);
}
