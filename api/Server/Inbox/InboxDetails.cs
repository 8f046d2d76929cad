using System.Text.Json.Serialization;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Server.Inbox;

/// <summary>One thing that waits.</summary>
/// <param name="Type">What is to be done, e.g. <c>ACT_TO_DECIDE</c>, <c>INQUIRY</c>.</param>
/// <param name="Noun">What <paramref name="Id"/> is the id of: ACT, COMMUNICATION, REPORT, PRIOR_REPORT, CONFIRMATION_DOCUMENT, CONTRACT, PART.</param>
/// <param name="Key">Tells apart what one thing asks more than once; else empty.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="AgeDays">Whole days since then.</param>
/// <param name="StartsOn">When what is asked for begins, or the day it is about.</param>
/// <param name="DueOn">By when it is to be done; null where nothing says so.</param>
/// <param name="DueIs">What that day is; a GUIDE (目安日) is never late.</param>
/// <param name="Provisional">暫定: that day lies in a year whose holidays nobody has announced yet, and may move.</param>
/// <param name="DaysLeft">Days from today in Tokyo to that day; negative when it has passed.</param>
/// <param name="Awaits">Who is waited for; null for what is the reader's to do.</param>
/// <param name="Requirement">The item of the contract's edition that it comes from; null where it comes from none, or the edition's numbers are not known.</param>
/// <param name="Basis">The number in it that is this program's own (既定値); null where none is.</param>
/// <param name="Urgent">第一報.</param>
/// <param name="Opened">Whether the reader has opened it as it stands, and did not let it stand as unread again.</param>
/// <param name="Mine">The reader is in charge of the contract.</param>
/// <param name="Version">The version of the thing as it stands.</param>
/// <param name="IsNotice">It tells something and waits for no act: it leaves the list when somebody says that it is done.</param>
/// <param name="Done">Who said so; null while it waits.</param>
/// <param name="Report">What is in a report that is to be looked at; null of anything else.</param>
internal sealed record InboxItem(
    string Type,
    string Noun,
    Guid Id,
    string Key,
    Guid ContractId,
    string ContractName,
    string ContractorName,
    string? Kind,
    string? Subject,
    string? Wording,
    string? Title,
    string? State,
    DateTimeOffset Since,
    int AgeDays,
    DateOnly? StartsOn,
    DateOnly? DueOn,
    DueKind? DueIs,
    bool Provisional,
    int? DaysLeft,
    Awaits? Awaits,
    int? Requirement,
    Message? Basis,
    bool Urgent,
    bool Opened,
    bool Mine,
    long Version,
    bool IsNotice,
    NoticeDone? Done,
    ReportInRow? Report)
{
    /// <summary>Its day has passed; that of a 目安日 is nobody's deadline.</summary>
    [JsonIgnore]
    public bool IsLate => DaysLeft < 0 && DueIs != DueKind.GUIDE;
}

/// <summary>What is in a report, in numbers of rows.</summary>
/// <param name="First">It follows no other: nothing in it can have changed.</param>
/// <param name="Changed">Answered otherwise than in the report before.</param>
/// <param name="NotImplemented">未実施.</param>
/// <param name="NotApplicable">該当なし.</param>
/// <param name="Answered">Asked about, and answered.</param>
/// <param name="Contradicting">食い違い: in contradiction with what else is known of the contract.</param>
/// <param name="Unrecorded">記録なし: a word of the officer that it would want is not recorded.</param>
internal sealed record ReportInRow(bool First, int Changed, int NotImplemented, int NotApplicable, int Answered, int Contradicting, int Unrecorded);

/// <summary>対応済み: who marked a notice so, and when.</summary>
internal sealed record NoticeDone(string By, DateTimeOffset At);

/// <summary>How many wait.</summary>
/// <param name="Mine">The reader's to do, of their own contracts.</param>
/// <param name="Section">The reader's to do, of all that they see.</param>
/// <param name="Deadline">Of the scope, the reader's to do by a day.</param>
/// <param name="Own">Of the scope, the reader's to do without a day.</param>
/// <param name="Awaited">Of the scope, what somebody else is waited for.</param>
/// <param name="Late">Of the scope, the reader's whose day has passed; a 目安日 does not count.</param>
/// <param name="ByType">The reader's to do of what the scope shows, by type.</param>
internal sealed record InboxCounts(int Mine, int Section, int Deadline, int Own, int Awaited, int Late, IReadOnlyDictionary<string, int> ByType);

/// <summary>要対応一覧, one page.</summary>
/// <param name="Next">The cursor of the page after it, or null.</param>
internal sealed record InboxList(IReadOnlyList<InboxItem> Items, InboxCounts Counts, string? Next);
