using SecurityTracker.Domain;

namespace SecurityTracker.Server.Inbox;

/// <summary>Why an entry of 要対応一覧 is not marked.</summary>
internal static class InboxRefusals
{
    /// <summary>Not in the reader's list.</summary>
    public static readonly Refusal NoticeMissing = new("notice-missing", RefusalKind.NOT_FOUND, new(
        "この連絡は要対応一覧にありません。一覧を開き直してください。", "There is no such entry in the inbox. Open the list again."));
}
