using SecurityTracker.Domain;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reminders;

/// <summary>An entry of which reminders begin again.</summary>
/// <param name="Type">As the list gives it.</param>
/// <param name="Id">As the list gives it.</param>
/// <param name="Key">As the list gives it.</param>
/// <param name="ContractId">As the list gives it.</param>
internal sealed record EndSnoozeRequest(string Type, Guid Id, string Key, Guid ContractId);

/// <summary>Lets reminders of an entry begin again now; of one that does not rest nothing changes.</summary>
internal sealed class EndSnoozeEndpoint(Snoozes snoozes, Actor actor) : ApiEndpoint<Sent<EndSnoozeRequest>>
{
    public override void Configure()
    {
        Post("/reminders/snoozes/end");
        Description(route => route
            .Requires(Permission.ReadInbox)
            .Produces(StatusCodes.Status204NoContent));
    }

    public override async Task<IResult> ExecuteAsync(Sent<EndSnoozeRequest> request, CancellationToken ct)
    {
        var body = request.Body;
        await snoozes.End(actor.PersonId ?? Guid.Empty, new(body.Type, body.Id, body.Key, body.ContractId), ct);
        return Results.NoContent();
    }
}
