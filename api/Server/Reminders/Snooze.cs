using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Inbox;

namespace SecurityTracker.Server.Reminders;

/// <summary>Of which entry of 要対応一覧 somebody is not to be reminded before a day.</summary>
/// <param name="Type">As the list gives it.</param>
/// <param name="Id">As the list gives it.</param>
/// <param name="Key">As the list gives it.</param>
/// <param name="ContractId">As the list gives it.</param>
/// <param name="Until">The day in Tokyo on which reminders begin again: after today, within 31 days.</param>
/// <param name="Reason">1 to 1,000 characters.</param>
internal sealed record SnoozeRequest(string Type, Guid Id, string Key, Guid ContractId, DateOnly Until, string Reason);

/// <summary>Lets reminders of one entry rest: for who says so alone, with a reason, for at most a month. The entry stays in the list.</summary>
internal sealed class SnoozeEndpoint(InboxReader inbox, Snoozes snoozes, Actor actor, TimeProvider time) : ApiEndpoint<Sent<SnoozeRequest>>
{
    private const int MostDays = 31;
    private const int LongestReason = 1000;

    private static readonly Refusal UntilInvalid = new("snooze-until-invalid", RefusalKind.INVALID, new(
        "再開の日は、明日から31日後までの日をお選びください。", "Reminders begin again on a day from tomorrow to 31 days from now."), "/until");

    public override void Configure()
    {
        Post("/reminders/snoozes");
        Description(route => route
            .Requires(Permission.ReadInbox)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity));
    }

    public override async Task<IResult> ExecuteAsync(Sent<SnoozeRequest> request, CancellationToken ct)
    {
        var body = request.Body;
        var today = Tokyo.Today(time);
        UntilInvalid.ThrowIf(body.Until <= today || body.Until > today.AddDays(MostDays));
        Texts.Line(body.Reason, LongestReason, "/reason").ThrowIfRefused();
        var thing = new SnoozedThing(body.Type, body.Id, body.Key, body.ContractId);
        var found = await inbox.Read(InboxQuery.Entry(body.Type, body.Id, isDone: false) with { Limit = 200 }, ct);
        InboxRefusals.NoticeMissing.ThrowIf(found.Items.All(item => SnoozedThing.Of(item) != thing));
        await snoozes.Set(actor.PersonId ?? Guid.Empty, thing, body.Until, body.Reason, ct);
        return Results.NoContent();
    }
}
