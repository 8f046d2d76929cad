using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reminders;

/// <summary>For a mail program that opens the address in a browser: leads to the screen that asks first. It changes nothing, as scanners open it too.</summary>
internal sealed class OpenUnsubscribeEndpoint : ApiEndpoint<OfSubscriber>
{
    public override void Configure()
    {
        Get("/unsubscribe/{token}");
        Description(route => route
            .Requires(Permission.SignIn)
            .Produces(StatusCodes.Status302Found));
    }

    public override Task<IResult> ExecuteAsync(OfSubscriber request, CancellationToken ct) =>
        Task.FromResult(Results.Redirect($"/unsubscribe#{Uri.EscapeDataString(request.Token)}"));
}
