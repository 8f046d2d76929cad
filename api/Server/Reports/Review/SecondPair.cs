using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>The second pair of eyes, where the section wants one: who drafted does not send.</summary>
internal static class SecondPair
{
    /// <summary>Whether this one drafted something that is about to be sent.</summary>
    /// <param name="review">What is noted.</param>
    /// <param name="history">All that happened on the ministry's side.</param>
    /// <param name="actor">Who sends.</param>
    internal static bool IsDrafter(ReportReview review, IReadOnlyList<RecordedEvent> history, Actor actor)
    {
        var drafters = DraftersOf(history);
        return review.Drafts.Any(draft => drafters.TryGetValue(draft.Number, out var by) && ActorHeaders.Read(by.Headers).PersonId == actor.PersonId);
    }

    /// <summary>The event that last noted something on each row.</summary>
    internal static IReadOnlyDictionary<int, RecordedEvent> DraftersOf(IReadOnlyList<RecordedEvent> history)
    {
        var last = new Dictionary<int, RecordedEvent>();
        foreach (var recorded in history)
        {
            int[] rows = recorded.Data switch
            {
                RowVerdictDrafted drafted => [drafted.Given.Number],
                UnchangedRowsDrafted drafted => [.. drafted.Rows],
                _ => [],
            };
            foreach (var number in rows)
            {
                last[number] = recorded;
            }
        }

        return last;
    }
}
