using System.Globalization;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Printing;

namespace SecurityTracker.Server.Chronicle;

/// <summary>経緯 as it is printed.</summary>
internal static class PrintedChronicle
{
    private const string Title = "経緯";

    /// <summary>Of entries that were read.</summary>
    public static PrintedSheet Of(string contractName, ChronicleQuery query, IReadOnlyList<ChronicleEntry> entries, DateTimeOffset now) => new(
        Moment.DayOf(now),
        Title,
        [
            new("契約件名", contractName),
            new("期間", query is { From: null, To: null } ? "すべて" : $"{DayOf(query.From)}～{DayOf(query.To)}"),
            new("種別", query.Kind is { } kind ? ChronicleKindName.Of(kind).Ja : "すべて"),
            new("作成日時", PrintedDay.Of(now)),
            new("件数", string.Create(CultureInfo.InvariantCulture, $"{entries.Count}件（新しい順）")),
        ],
        [
            new(Heading: null, [], [new(
                Heading: null,
                [new("日時", 10), new("種別", 8), new("内容"), new("記録した人", 13)],
                [.. entries.Select(entry => (string[])[PrintedDay.Of(entry.RecordedAt), ChronicleKindName.Of(entry.Kind).Ja, entry.Text.Ja, NameOf(entry.By)])])]),
        ],
        Landscape: true);

    /// <summary>The file's name without its ending.</summary>
    public static string NameOf(string contractName) => $"{Title}_{Downloads.Safe(contractName)}";

    private static string DayOf(DateOnly? day) => day is { } known ? PrintedDay.Of(known) : "";

    private static string NameOf(ActedBy by) => string.Join(' ', new[] { by.Name, by.OrganisationName, by.SectionName }.OfType<string>());
}
