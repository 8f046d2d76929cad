using System.Globalization;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Printing;

namespace SecurityTracker.Server.Chronicle.Words;

/// <summary>The smaller words of the sentences.</summary>
internal static class Said
{
    private const int Longest = 200;

    /// <summary>A day as the screens write it: 令和8年11月20日, 20 Nov 2026.</summary>
    public static Message Day(DateOnly day) => new(PrintedDay.Of(day), day.ToString("d MMM yyyy", CultureInfo.InvariantCulture));

    /// <summary>A report by its days.</summary>
    public static Message Report(ChronicleThing thing) => thing.Period is { } period
        ? new($"報告書（{Day(period.From).Ja}～{Day(period.To).Ja}）", $"the report on {Day(period.From).En} to {Day(period.To).En}")
        : new("報告書", "the report");

    /// <summary>An item of the annex, or one that the contract has beside it.</summary>
    public static Message Item(int? number) =>
        number is { } n ? new(string.Create(CultureInfo.InvariantCulture, $"事項 {n})"), string.Create(CultureInfo.InvariantCulture, $"item {n})")) : new("事項", "item");

    /// <summary>Items in a row.</summary>
    public static string Items(IEnumerable<int> numbers) => string.Join(' ', numbers.Order().Select(n => string.Create(CultureInfo.InvariantCulture, $"{n})")));

    /// <summary>What a procedure or a message is about, with the edition's word for it.</summary>
    public static string About(ChronicleThing thing) => $"{thing.Wording}「{Short(thing.Name)}」";

    /// <summary>A text of somebody's, as far as a line holds it.</summary>
    public static string Short(string? text)
    {
        var line = (text ?? "").ReplaceLineEndings(" ").Trim();
        return line.Length <= Longest ? line : $"{line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)]}…";
    }

    /// <summary>A reason behind a sentence.</summary>
    public static Message Because(Message said, string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? said : new($"{said.Ja}理由：{Short(reason)}", $"{said.En} Reason: {Short(reason)}");

    /// <summary>実施, 未実施, 該当なし.</summary>
    public static Message Status(ImplementationStatus? status) => status switch
    {
        ImplementationStatus.IMPLEMENTED => new(FormWords.Of(status), "implemented"),
        ImplementationStatus.NOT_IMPLEMENTED => new(FormWords.Of(status), "not implemented"),
        ImplementationStatus.NOT_APPLICABLE => new(FormWords.Of(status), "not applicable"),
        _ => new("未記録", "not recorded"),
    };

    /// <summary>By what way something was handed in.</summary>
    public static Message Way(SubmissionWay way) => way switch
    {
        SubmissionWay.SYSTEM => new("このシステム", "this system"),
        SubmissionWay.MAIL => new("メール", "mail"),
        SubmissionWay.HAND => new("持参", "hand"),
        SubmissionWay.POST => new("郵送", "post"),
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, "A way without a word"),
    };

    /// <summary>By what way something was said.</summary>
    public static Message By(Channel channel) => channel switch
    {
        Channel.SYSTEM => new("このシステム", "this system"),
        Channel.MAIL => new("メール", "mail"),
        Channel.TELEPHONE => new("電話", "telephone"),
        Channel.PAPER => new("書面", "paper"),
        Channel.MEETING => new("打合せ", "meeting"),
        Channel.UNSENT => new("まだ伝えていない", "not sent yet"),
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "A channel without a word"),
    };
}
