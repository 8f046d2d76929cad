using SecurityTracker.Domain;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reminders;

/// <summary>Of which entries of 要対応一覧 one is not reminded now, until when and why: one's own alone.</summary>
internal sealed class GetSnoozesEndpoint(Snoozes snoozes, Actor actor, TimeProvider time) : ApiEndpoint
{
    public override void Configure()
    {
        Get("/reminders/snoozes");
        Description(route => route
            .Requires(Permission.ReadInbox)
            .Produces<IReadOnlyList<SnoozeDetails>>());
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct) =>
        new Answer<IReadOnlyList<SnoozeDetails>>(await snoozes.Of(actor.PersonId ?? Guid.Empty, Tokyo.Today(time), ct));
}
