using System.Globalization;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Printing;

namespace SecurityTracker.Server.Handover;

/// <summary>引継書 as it is printed: of each contract what waits, what was given for a whole kind of act, conditions, incidents and the days to come.</summary>
internal static class HandoverNote
{
    private const string Title = "引継書";

    /// <summary>The document.</summary>
    /// <param name="of">Whose contracts, or which contract: label and value.</param>
    /// <param name="contracts">What is open on each.</param>
    /// <param name="side">The reader's.</param>
    /// <param name="now">When it is made.</param>
    public static PrintedSheet Of(SheetFact of, IReadOnlyList<HandoverContract> contracts, Side side, DateTimeOffset now) => new(
        Moment.DayOf(now),
        Title,
        [of, new("作成日時", PrintedDay.Of(now)), new("契約の数", Count(contracts.Count))],
        [.. contracts.Select(contract => Section(contract, side, now))]);

    /// <summary>The file's name without its ending.</summary>
    public static string NameOf(string of) => $"{Title}_{Downloads.Safe(of)}";

    private static SheetSection Section(HandoverContract open, Side side, DateTimeOffset now) => new(
        open.Contract.Name,
        [
            new("受注者", open.Contract.Contractor.Name),
            new("契約期間", $"{PrintedDay.Of(open.Contract.StartsOn)}～{PrintedDay.Of(open.Contract.EndsOn)}"),
            new("別記の版", open.Contract.Edition.Code),
            new("担当職員", open.Officers.Count == 0 ? "なし" : string.Join('、', open.Officers)),
        ],
        [
            Table("対応を待つもの", "担当", "内容", "開始日", "経過", "期限", open.Waiting.Select(item => Waiting(item, side))),
            Table("包括の許可等", "手続", "範囲", "付与日", "使用", "有効期限", open.Given.Where(act => act.Content.Scope is not null).Select(Standing)),
            Table("条件", "手続", "条件", "付与日", "状態", "期限", open.Given.SelectMany(Conditions)),
            Table("事故", "種別", "内容", "発生の記録", "状態", "経過", open.Incidents.Select(incident => Incident(incident, now))),
            Table("次の期日", "担当", "内容", "期日の種類", "残り", "期日", Days(open, side, Moment.DayOf(now))),
        ]);

    private static SheetTable Table(string heading, string first, string second, string third, string fourth, string fifth, IEnumerable<string[]> rows) =>
        new(heading, [new(first, 6), new(second), new(third, 8), new(fourth, 5), new(fifth, 8)], [.. rows]);

    private static string[] Waiting(InboxItem item, Side side) =>
        [Who(item, side), What(item), PrintedDay.Of(Moment.DayOf(item.Since)), $"{item.AgeDays}日", item.DueOn is { } due ? $"{PrintedDay.Of(due)}{(item.DueIs == DueKind.GUIDE ? "（目安日）" : item.IsLate ? "（超過）" : "")}" : "なし"];

    private static string[] Standing(AuthorityAct act) =>
    [
        act.Wording, $"{act.Content.Title}：{act.Content.Scope!.What}", PrintedDay.Of(Moment.DayOf(act.Decision!.ActAt)), string.Create(CultureInfo.InvariantCulture, $"{act.Uses}回"),
        act.HoldsUntil is { } until ? PrintedDay.Of(until) : "なし",
    ];

    // One without a day, as a prohibition, holds as long as the word.
    private static IEnumerable<string[]> Conditions(AuthorityAct act) =>
        from condition in act.Decision!.Conditions.Index()
        where !act.ConditionsKept.Contains(condition.Index)
        select (string[])
        [
            act.Wording, $"{act.Content.Title}：{condition.Item.Text}", PrintedDay.Of(Moment.DayOf(act.Decision.ActAt)), condition.Item.DueOn is null ? "継続" : "履行待ち",
            condition.Item.DueOn is { } due ? PrintedDay.Of(due) : "なし",
        ];

    private static string[] Incident(Communication incident, DateTimeOffset now) =>
    [
        "第一報", incident.Said!.Text, PrintedDay.Of(Moment.DayOf(incident.Said.ActAt)),
        incident.Status switch { CommunicationStatus.CONFIRMED => "確認済", CommunicationStatus.OBJECTED => "異議あり", _ => "未確認" },
        string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (int)(now - incident.Said.ActAt).TotalDays)}日"),
    ];

    private static IEnumerable<string[]> Days(HandoverContract open, Side side, DateOnly today)
    {
        var days = open.Waiting.Where(item => item.DueOn is not null)
            .Select(item => (On: item.DueOn!.Value, Who: Who(item, side), What: What(item), Kind: item.DueIs == DueKind.GUIDE ? "目安日" : "期限"))
            .Append((On: open.Contract.Term.To, Who: "双方", What: "契約期間の終了", Kind: "終了日"));
        return days.Where(day => day.On >= today).OrderBy(day => day.On)
            .Select(day => (string[])[day.Who, day.What, day.Kind, string.Create(CultureInfo.InvariantCulture, $"{day.On.DayNumber - today.DayNumber}日"), PrintedDay.Of(day.On)]);
    }

    private static string Who(InboxItem item, Side side) => item.Awaits switch
    {
        Awaits.SUBCONTRACTOR => "再委託先",
        Awaits.CONTRACTOR => "受注者",
        Awaits.OFFICER => "担当課室",
        _ => side == Side.OFFICER ? "担当課室" : "受注者",
    };

    private static string What(InboxItem item) => string.Concat(
        InboxWords.Of(item.Type).Ja, item is { Noun: not "REPORT", Wording: { } wording } ? $"・{wording}" : "", item.Title is { } title ? $"「{TitleOf(title)}」" : "", item.Requirement is { } number ? $"（事項 {number})）" : "");

    // A report goes by its days.
    private static string TitleOf(string title) => title.Split('／') is [var from, var to] && DayOf(from) is { } first && DayOf(to) is { } last
        ? $"{PrintedDay.Of(first)}～{PrintedDay.Of(last)}"
        : title;

    private static DateOnly? DayOf(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Count(int count) => string.Create(CultureInfo.InvariantCulture, $"{count}件");
}
