using FastEndpoints;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Inbox;

/// <summary>What is asked for.</summary>
/// <param name="From">The first day; today in Tokyo where it is left out.</param>
/// <param name="To">The last day; the seventh where it is left out, the 400th at the most.</param>
/// <param name="Scope"><c>mine</c>, the contracts whose 担当職員 the reader is and those that name none, or <c>section</c>.</param>
internal sealed record GetDeadlinesRequest([property: QueryParam] DateOnly? From, [property: QueryParam] DateOnly? To, [property: QueryParam] string? Scope);

/// <summary>What is due on some days, in their order.</summary>
/// <param name="Truncated">There is more than is listed: ask for fewer days.</param>
internal sealed record DeadlineList(IReadOnlyList<InboxItem> Items, bool Truncated);

/// <summary>期限: what is due on some days, the reader's to do and what they wait for.</summary>
internal sealed class GetDeadlinesEndpoint(InboxReader inbox, TimeProvider time) : ApiEndpoint<GetDeadlinesRequest>
{
    /// <summary>As many as are listed.</summary>
    public const int Most = 1000;

    /// <summary>As many days as may be asked for.</summary>
    public const int MostDays = 400;

    private static readonly Problem DaysInvalid = new(400, "days-invalid", new(
        $"from と to は yyyy-MM-dd で、from から to まで{MostDays}日以内を指定してください。", $"Give from and to as yyyy-MM-dd, {MostDays} days apart at the most."));

    public override void Configure()
    {
        Get("/deadlines");
        Description(route => route
            .Requires(Permission.ReadInbox)
            .Produces<DeadlineList>()
            .Refuses(StatusCodes.Status400BadRequest));
    }

    public override async Task<IResult> ExecuteAsync(GetDeadlinesRequest request, CancellationToken ct)
    {
        var from = request.From ?? Tokyo.Today(time);
        var days = new DateSpan(from, request.To ?? DateOnly.FromDayNumber(Math.Min(from.DayNumber + 6, DateOnly.MaxValue.DayNumber)));
        if (days.Days is < 1 or > MostDays)
        {
            throw new ProblemException(DaysInvalid);
        }

        var list = await inbox.Read(InboxQuery.Due(days, InboxQuery.IsMineOnly(request.Scope), Most), ct);
        return new Answer<DeadlineList>(new(list.Items, list.Next is not null));
    }
}
