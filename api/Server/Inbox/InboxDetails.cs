namespace SecurityTracker.Server.Inbox;

/// <summary>One thing that waits.</summary>
/// <param name="Type">What is to be done, e.g. <c>ACT_TO_DECIDE</c>, <c>INQUIRY</c>.</param>
/// <param name="Noun">What <paramref name="Id"/> is the id of: ACT, COMMUNICATION, REPORT, PRIOR_REPORT, CONFIRMATION_DOCUMENT.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="AgeDays">Whole days since then.</param>
/// <param name="StartsOn">When what is asked for begins, or the day it is about.</param>
/// <param name="Urgent">第一報.</param>
/// <param name="Opened">Whether the reader has opened it as it stands, and did not let it stand as unread again.</param>
/// <param name="Mine">The reader is in charge of the contract.</param>
/// <param name="Version">The version of the thing as it stands.</param>
/// <param name="IsNotice">It tells something and waits for no act: it leaves the list when somebody says that it is done.</param>
/// <param name="Done">Who said so; null while it waits.</param>
internal sealed record InboxItem(
    string Type,
    string Noun,
    Guid Id,
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
    bool Urgent,
    bool Opened,
    bool Mine,
    long Version,
    bool IsNotice,
    NoticeDone? Done);

/// <summary>対応済み: who marked a notice so, and when.</summary>
internal sealed record NoticeDone(string By, DateTimeOffset At);

/// <summary>How many wait.</summary>
/// <param name="Mine">Of the reader's own contracts.</param>
/// <param name="Section">Of all that the reader sees.</param>
/// <param name="ByType">Of what the scope shows, by type.</param>
internal sealed record InboxCounts(int Mine, int Section, IReadOnlyDictionary<string, int> ByType);

/// <summary>要対応一覧, one page.</summary>
/// <param name="Next">The cursor of the page after it, or null.</param>
internal sealed record InboxList(IReadOnlyList<InboxItem> Items, InboxCounts Counts, string? Next);
