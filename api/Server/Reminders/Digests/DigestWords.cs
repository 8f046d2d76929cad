using System.Globalization;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.Reminders;

/// <summary>The words of a digest in one language.</summary>
internal sealed class DigestWords(MailLanguage language)
{
    private static readonly string[] DaysOfWeek = ["日", "月", "火", "水", "木", "金", "土"];

    private bool IsJapanese => language == MailLanguage.JA;

    /// <summary>One of the two.</summary>
    public string Say(string ja, string en) => IsJapanese ? ja : en;

    /// <summary>The language of a message.</summary>
    public string Say(Message message) => Say(message.Ja, message.En);

    /// <summary>A day with its day of the week.</summary>
    public string Day(DateOnly day) => IsJapanese
        ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日（{DaysOfWeek[(int)day.DayOfWeek]}）")
        : day.ToString("ddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>By when, or since when, an entry waits; a 目安日 is called so and is never late.</summary>
    public string When(InboxItem item)
    {
        if (item.DueOn is not { } due)
        {
            return item.AgeDays == 0 ? Say("本日から", "since today") : In($"{item.AgeDays}日前から", $"waiting for {item.AgeDays} days");
        }

        var left = item.DaysLeft ?? 0;
        return (item.DueIs, left) switch
        {
            (DueKind.GUIDE, < 0) => In($"目安日 {Day(due)}から{-left}日", $"guide date {Day(due)}, {-left} days ago"),
            (DueKind.GUIDE, 0) => In($"目安日 {Day(due)}・本日", $"guide date {Day(due)}, today"),
            (DueKind.GUIDE, _) => In($"目安日 {Day(due)}・あと{left}日", $"guide date {Day(due)}, in {left} days"),
            (_, < 0) => In($"期限 {Day(due)}を{-left}日過ぎています", $"due {Day(due)}, {-left} days late"),
            (_, 0) => In($"期限 {Day(due)}・本日", $"due {Day(due)}, today"),
            _ => In($"期限 {Day(due)}・あと{left}日", $"due {Day(due)}, in {left} days"),
        };
    }

    /// <summary>What the mail is about and by when, in one line: of the most urgent entry.</summary>
    public string Subject(Digest digest)
    {
        var count = digest.Items.Count + digest.Awaited.Count + digest.OfOthers.Count;
        if (digest.Side == Side.OFFICER)
        {
            return In($"【SecurityTracker】ご確認をお願いしたい事項（{count}件）", $"[SecurityTracker] {count} to look at");
        }

        var first = digest.Late.Concat(digest.Due).Concat(digest.Awaited).Concat(digest.Undated).Concat(digest.PastGuide).Concat(digest.OfOthers).FirstOrDefault();
        return first is null
            ? Say("【SecurityTracker】届かなかったお知らせについて", "[SecurityTracker] A reminder that did not arrive")
            : In(
                $"【SecurityTracker】{Say(InboxWords.Of(first.Type))}（{When(first)}）{(count > 1 ? Inv($"ほか{count - 1}件") : "")}",
                $"[SecurityTracker] {Say(InboxWords.Of(first.Type))} ({When(first)}){(count > 1 ? Inv($" and {count - 1} more") : "")}");
    }

    /// <summary>How often this mail comes, and what holds in any case.</summary>
    public string Why(Digest digest) => digest.Rhythm switch
    {
        Domain.Access.ReminderRhythm.DAILY => Say("このメールは、営業日のうち、お伝えすることがある日に１通だけお送りします。", "You get this mail on business days on which there is something to tell, once a day."),
        Domain.Access.ReminderRhythm.WEEKLY => Say("このメールは、週の最初の営業日に１通だけお送りします。", "You get this mail once a week, on the first business day."),
        _ => Say("期限を過ぎたもののお知らせは、契約上の義務に関わるため、止めることができません。", "What is late is told in any case: it is about duties under a contract."),
    };

    private string In(FormattableString ja, FormattableString en) => Inv(IsJapanese ? ja : en);

    private static string Inv(FormattableString text) => FormattableString.Invariant(text);
}
