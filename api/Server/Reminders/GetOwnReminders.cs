using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.Server.Reminders;

/// <summary>How one is reminded by mail.</summary>
internal sealed class GetOwnRemindersEndpoint(OwnReminders reminders, Actor actor) : ApiEndpoint
{
    public override void Configure()
    {
        Get("/account/reminders");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .Produces<ReminderDetails>());
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct) => new Answer<ReminderDetails>(await reminders.Of(HttpContext.SessionAtHand().Person.Id, actor, ct));
}
