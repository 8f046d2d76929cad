using System.Security.Cryptography;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Inbox;

namespace SecurityTracker.Server.Reminders;

/// <summary>Writes 期限 as a calendar (RFC 5545, by Ical.Net). The same 期限 are the same text; an entry keeps its UID when its day moves.</summary>
internal static class CalendarText
{
    /// <summary>Writes it.</summary>
    /// <param name="items">Each with a day.</param>
    /// <param name="words">The language.</param>
    /// <param name="site">The address of the program.</param>
    public static string Of(IReadOnlyList<InboxItem> items, DigestWords words, string site)
    {
        var calendar = new Calendar { Method = "PUBLISH", ProductId = "-//SecurityTracker//Deadlines//JA", Version = "2.0" };
        calendar.AddProperty("X-WR-CALNAME", words.Say("SecurityTracker 期限", "SecurityTracker deadlines"));
        // Days have no zone; programs that ask for one get it.
        calendar.AddProperty("X-WR-TIMEZONE", "Asia/Tokyo");
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT4H");
        calendar.AddProperty("X-PUBLISHED-TTL", "PT4H");
        foreach (var item in items)
        {
            calendar.Events.Add(Event(item, words, site));
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent Event(InboxItem item, DigestWords words, string site)
    {
        var (day, place) = (item.DueOn!.Value, site + InboxWords.PlaceOf(item));
        return new()
        {
            Uid = Uid(item),
            // Nothing but what is recorded is in it, so that a program that asks twice gets the same.
            DtStamp = new CalDateTime(item.Since.UtcDateTime, "UTC"),
            Sequence = (int)Math.Min(item.Version, int.MaxValue),
            DtStart = new CalDateTime(day.Year, day.Month, day.Day),
            DtEnd = new CalDateTime(day.AddDays(1).Year, day.AddDays(1).Month, day.AddDays(1).Day),
            Summary = $"{Kind(item, words)}{words.Say(InboxWords.Of(item.Type))}（{item.ContractName}）",
            Description = string.Join('\n', new[] { item.Basis is { } basis ? words.Say(basis) : null, place }.OfType<string>()),
            Url = new Uri(place),
            // Whoever has something to do on a day is not away on it.
            Transparency = TransparencyType.Transparent,
            Class = "PRIVATE",
        };
    }

    private static string Kind(InboxItem item, DigestWords words) => item.DueIs == DueKind.GUIDE ? words.Say("【目安日】", "[Guide date] ") : words.Say("【期限】", "[Due] ");

    private static string Uid(InboxItem item)
    {
        var thing = FormattableString.Invariant($"{item.Type}/{item.Id:N}/{item.Key}/{item.ContractId:N}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(thing)).AsSpan(0, 16)) + "@securitytracker";
    }
}
