using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>What a letter on an act tells of its course.</summary>
/// <param name="Sent">How and when what waits for the officer was first sent, as a person noted it; null where nothing does, or it was not sent.</param>
/// <param name="Called">Whether somebody spoke with the officer about it by telephone today.</param>
/// <param name="Earlier">What was asked back and answered, the oldest first.</param>
internal sealed record ActCourse(ActDelivery? Sent, bool Called, IReadOnlyList<EarlierWord> Earlier)
{
    /// <summary>Tells it.</summary>
    /// <param name="act">The act.</param>
    /// <param name="events">All that happened to it.</param>
    /// <param name="said">The communications of its contract.</param>
    /// <param name="today">The day in Tokyo.</param>
    public static ActCourse Of(AuthorityAct act, IReadOnlyList<RecordedEvent> events, IEnumerable<Communication> said, DateOnly today)
    {
        ActDelivery? sent = null;
        var earlier = new List<EarlierWord>();
        foreach (var recorded in events)
        {
            sent = recorded.Data switch
            {
                AuthorityActDelivered { Channel: not Channel.UNSENT } delivered => sent ?? new(delivered.Channel, delivered.ActAt),
                AuthorityActDelivered or AuthorityActRequestChanged or AuthorityActAnswered => null,
                _ => sent,
            };
            if (WordOf(recorded) is { } word)
            {
                earlier.Add(word);
            }
        }

        var called = events.Any(e => e.Data is AuthorityActDelivered { Channel: Channel.TELEPHONE } delivered && Moment.DayOf(delivered.ActAt) == today)
            || act.Records.Any(record => record.Status != RecordStatus.OBJECTED && record.Entry.Channel == Channel.TELEPHONE && Moment.DayOf(record.Entry.ActAt) == today)
            || said.Any(one => one.Said is { } word && word.Subject == act.Subject && one.IsCallOf(today));
        return new(act.State is ActState.REQUESTED or ActState.ANSWERED ? sent : null, called, earlier);
    }

    /// <summary>Whether a letter of today asks again: it was sent on a day before.</summary>
    public bool IsAgain(DateOnly today) => Sent is { } sent && Moment.DayOf(sent.ActAt) < today;

    private static EarlierWord? WordOf(RecordedEvent recorded) => recorded.Data switch
    {
        AuthorityActInquired inquired => new(Moment.DayOf(recorded.RecordedAt), "担当職員からの照会", inquired.Text),
        AuthorityActRecordedFromOutside { Outcome: ActOutcome.INQUIRED } inquired => new(Moment.DayOf(inquired.ActAt), "担当職員からの照会", inquired.Reason ?? ""),
        AuthorityActAnswered answered => new(Moment.DayOf(recorded.RecordedAt), "当方の回答", answered.Text),
        _ => null,
    };
}

/// <summary>How letters say what was sent or said before.</summary>
internal static class LetterWords
{
    /// <summary>Whether a communication was a call of a day that nobody objected to.</summary>
    public static bool IsCallOf(this Communication one, DateOnly day) =>
        one is { Said: { Channel: Channel.TELEPHONE } said, Status: not CommunicationStatus.OBJECTED } && Moment.DayOf(said.ActAt) == day;

    /// <summary>What was sent or said on a day, as the beginning of a sentence: 令和８年１２月１０日にメールでお送りした.</summary>
    public static string SentOn(DateTimeOffset at, Channel channel) => Wareki.Format(Moment.DayOf(at)) + channel switch
    {
        Channel.TELEPHONE => "にお電話でお伝えした",
        Channel.MEETING => "に打合せでお伝えした",
        Channel.PAPER => "に書面でお送りした",
        _ => "にメールでお送りした",
    };
}
