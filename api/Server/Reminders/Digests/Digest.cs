using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Reminders;
using SecurityTracker.Server.Inbox;

namespace SecurityTracker.Server.Reminders;

/// <summary>What one person is told on one day.</summary>
/// <param name="To">Who.</param>
/// <param name="Name">What they are called; of whom it was erased 「消去済み」.</param>
/// <param name="Today">The day in Tokyo.</param>
internal sealed record Digest(Recipient To, string Name, DateOnly Today)
{
    /// <summary>What is to be told of, the most urgent first.</summary>
    public required IReadOnlyList<InboxItem> Items { get; init; }

    /// <summary>The ministry's words that they wait for and without which something cannot begin that is to begin soon, or was to.</summary>
    public required IReadOnlyList<InboxItem> Awaited { get; init; }

    /// <summary>What somebody else of theirs, or one of their firms, was to do a week ago or more.</summary>
    public required IReadOnlyList<InboxItem> OfOthers { get; init; }

    /// <summary>The names of those of their organisation whose last mail did not arrive.</summary>
    public required IReadOnlyList<string> NotReached { get; init; }

    /// <summary>How many more wait for them, of which nothing is to be said today.</summary>
    public required int Others { get; init; }

    /// <summary>How often they are written to.</summary>
    public required ReminderRhythm Rhythm { get; init; }

    /// <summary>For which organisation they act; of several the first.</summary>
    public required Guid? OrganisationId { get; init; }

    /// <summary>The side for which they act; a contractor's people hear of what is late in any case.</summary>
    public required Side Side { get; init; }

    /// <summary>What is late, the longest first.</summary>
    public IReadOnlyList<InboxItem> Late => [.. Items.Where(item => WaitingOf(item).IsLateOn(Today))];

    /// <summary>What has a day that has not passed, the nearest first.</summary>
    public IReadOnlyList<InboxItem> Due => [.. Items.Where(item => item.DueOn >= Today).OrderBy(item => item.DueOn)];

    /// <summary>Whose 目安日 has passed, the oldest first: these are not late.</summary>
    public IReadOnlyList<InboxItem> PastGuide => [.. Items.Where(item => item.DueOn < Today && !WaitingOf(item).IsLateOn(Today)).OrderBy(item => item.DueOn)];

    /// <summary>What has no day.</summary>
    public IReadOnlyList<InboxItem> Undated => [.. Items.Where(item => item.DueOn is null)];

    /// <summary>An entry of the list as something that waits.</summary>
    public static Waiting WaitingOf(InboxItem item) => new(Moment.DayOf(item.Since), item.DueOn, item.DueIs, item.IsNotice);
}
