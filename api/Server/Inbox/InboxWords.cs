using System.Collections.Frozen;
using SecurityTracker.Domain;

namespace SecurityTracker.Server.Inbox;

/// <summary>What is asked of somebody, in few words, and the screen where it is done: for what leaves the program. The screens have the same words.</summary>
internal static class InboxWords
{
    private static readonly FrozenDictionary<string, Message> Names = new Dictionary<string, Message>(StringComparer.Ordinal)
    {
        ["INCIDENT"] = new("事故の第一報", "Incident"),
        ["ACT_TO_DECIDE"] = new("回答待ち", "To decide"),
        ["RECORD_TO_CONFIRM"] = new("記録の確認", "Record to confirm"),
        ["DRAFT_TO_CONFIRM"] = new("起案の確認", "Draft to confirm"),
        ["CORRECTION"] = new("訂正のお知らせ", "Corrected"),
        ["COMMUNICATION"] = new("届いた連絡", "Message"),
        ["REPORT_TO_DRAFT"] = new("報告書の作成", "Report to draft"),
        ["REPORT_TO_FINALISE"] = new("報告書の確定", "Report to finalise"),
        ["REPORT_TO_SUBMIT"] = new("報告の提出", "Report to hand in"),
        ["REPORT_DUE"] = new("報告の提出", "Report due"),
        ["REPORT_TO_REVIEW"] = new("報告の確認", "Report to review"),
        ["REPORT_QUERIED"] = new("報告への照会", "Report queried"),
        ["RECEIPT_TO_NOTE"] = new("受領の記録", "Receipt to note"),
        ["INQUIRY"] = new("照会あり", "Asked back"),
        ["OBJECTION"] = new("記録への異議", "Objection"),
        ["NEED"] = new("再手続", "To be done anew"),
        ["DECISION"] = new("回答あり", "Answered"),
        ["ASSIGNEE_LEFT"] = new("担当者の離任", "Staff has left"),
        ["INSTRUCTION"] = new("指示・指定", "Instruction"),
        ["INSTRUCTION_TO_MEET"] = new("指示・指定", "Instruction to meet"),
        ["MEASURE_TO_TAKE"] = new("対策の実施", "Measure to take"),
        ["MEASURE_TO_CONFIRM"] = new("対策の確認", "Measure to confirm"),
        ["CONDITION_TO_KEEP"] = new("条件の履行", "Condition to keep"),
        ["WORD_EXPIRES"] = new("期限が切れる許可等", "Permission expires"),
        ["WORDS_TO_TAKE_ANEW"] = new("前年度の許可等の取り直し", "Words to take anew"),
        ["WORD_TO_SEND"] = new("未送付のお願い", "Request not sent yet"),
        ["DOCUMENT_TO_PRESENT"] = new("確認書類の提示", "Document to present"),
        ["DOCUMENT_TO_SUBMIT"] = new("確認書類の提出", "Document to hand in"),
        ["CLOSING_LIST"] = new("終了時の返却・廃棄・消去の一覧", "List of returns and erasures"),
        ["CLOSING_TO_CONFIRM"] = new("終了時の確認", "Closure to confirm"),
        ["PART_TO_FILL"] = new("再委託先の記入", "Subcontractor’s part"),
        ["ITEMS_TO_RECORD"] = new("事項の記録", "Items to record"),
        ["ITEMS_TO_REAFFIRM"] = new("記録の再確認", "Records to look at again"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every type that there is.</summary>
    public static IReadOnlyCollection<string> Types => Names.Keys;

    /// <summary>What a type asks; for one that has no words yet, that there is something to look at.</summary>
    public static Message Of(string type) => Names.GetValueOrDefault(type) ?? new("ご確認", "To look at");

    /// <summary>The path of the screen where an entry is dealt with; whoever opens it signs in first.</summary>
    public static string PlaceOf(InboxItem item) => item switch
    {
        { Noun: "REPORT", Type: "REPORT_TO_REVIEW" or "RECORD_TO_CONFIRM" or "MEASURE_TO_CONFIRM" } => $"/reports/{item.Id}/review",
        { Noun: "REPORT" } => $"/reports/{item.Id}",
        { Noun: "CONFIRMATION_DOCUMENT" } => $"/contracts/{item.ContractId}/confirmation-document",
        { Noun: "PRIOR_REPORT" } => $"/contracts/{item.ContractId}/reports#{item.Id}",
        { Noun: "CONTRACT", Type: "REPORT_TO_DRAFT" or "REPORT_DUE" } => $"/contracts/{item.ContractId}/reports",
        { Noun: "CONTRACT", Type: "CLOSING_LIST" or "CLOSING_TO_CONFIRM" or "WORDS_TO_TAKE_ANEW" } => $"/contracts/{item.ContractId}/procedures",
        { Noun: "CONTRACT" } => $"/contracts/{item.ContractId}/obligations",
        { Noun: "PART", Awaits: not null } => $"/contracts/{item.ContractId}#subcontractors",
        { Noun: "PART" } => $"/parts/{item.Id}",
        { Noun: "ACT" } => $"/authority-acts/{item.Id}",
        _ => $"/communications/{item.Id}",
    };
}
