using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Reading;

namespace SecurityTracker.Server.Mail;

/// <summary>What is known of a mail after a report of it was brought in.</summary>
/// <param name="WasKnown">What the report says was known before: nothing changed.</param>
internal sealed record BounceAnswer(DeliveryDetails Delivery, bool WasKnown);

/// <summary>
/// Brings in what a mail server reported of a mail that the program sent (不達通知, RFC 3464), as a file (.eml): one that failed is shown as one
/// that did not arrive, one that is late as late. Only of mails that the actor may know of; the same report changes something once.
/// </summary>
internal sealed class RecordBounceEndpoint(FileReaders readers, Bounces bounces, DeliveryReader deliveries, Actor actor) : ApiEndpoint
{
    public override void Configure()
    {
        Post("/deliveries/bounces");
        Description(route => route
            .Requires(Permission.RecordBounces)
            .Limited(RateLimits.Imports)
            .TakesFile()
            .Produces<BounceAnswer>()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct)
    {
        var file = await FileUpload.ReceiveBytes(HttpContext.Request, FileUpload.Largest, ct);
        var bounce = (await readers.Bounce(actor, file.Content, ct)).OrThrow();
        var (mail, recipient) = await bounces.Find(bounce, ct);
        var changed = await bounces.Note(mail, recipient, ct);
        return new Answer<BounceAnswer>(new(await deliveries.One(mail, ct), !changed));
    }
}
