using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.Server.Reminders;

/// <summary>How often and in which language; the rhythm null for as the 課室 or the 既定値 says.</summary>
internal sealed record SetOwnRemindersRequest(ReminderRhythm? Rhythm, MailLanguage Language);

/// <summary>Chooses how one is reminded by mail.</summary>
internal sealed class SetOwnRemindersEndpoint(OwnReminders reminders, Actor actor) : ApiEndpoint<Sent<SetOwnRemindersRequest>>
{
    public override void Configure()
    {
        Put("/account/reminders");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .Produces<ReminderDetails>()
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity));
    }

    public override async Task<IResult> ExecuteAsync(Sent<SetOwnRemindersRequest> request, CancellationToken ct)
    {
        var person = HttpContext.SessionAtHand().Person.Id;
        await reminders.Choose(person, request.Body.Rhythm, request.Body.Language, ct);
        return new Answer<ReminderDetails>(await reminders.Of(person, actor, ct));
    }
}
