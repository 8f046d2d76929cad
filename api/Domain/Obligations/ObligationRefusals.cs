namespace SecurityTracker.Domain.Obligations;

/// <summary>Why a command to an obligation is refused, and what to do next.</summary>
public static class ObligationRefusals
{
    /// <summary>The contract's edition has no requirement of this number.</summary>
    public static readonly Refusal RequirementUnknown = new("requirement-unknown", RefusalKind.NOT_FOUND, new(
        "この契約の版に、その番号の事項はありません。番号をご確認ください。", "The edition of this contract has no item of that number. Check the number."));

    /// <summary>The requirement has no such statement.</summary>
    public static readonly Refusal StatementUnknown = new("statement-unknown", RefusalKind.NOT_FOUND, new(
        "この事項に、その細目（①など）はありません。番号をご確認ください。", "This item has no such part. Check its label."));

    /// <summary>The requirement left the contract with its former edition.</summary>
    public static readonly Refusal NotInForce = new("requirement-not-in-force", RefusalKind.CONFLICT, new(
        "この事項は、変更後の版にはありません。これまでの記録は履歴でご覧いただけます。",
        "The contract's present edition no longer has this item. Its record can be read in the history."));

    /// <summary>Not one of 実施, 未実施, 該当なし.</summary>
    public static readonly Refusal StatusUnknown = new("status-unknown", RefusalKind.INVALID, new(
        "実施状況は「実施」「未実施」「該当なし」のいずれか一つです。", "The status is one of IMPLEMENTED, NOT_IMPLEMENTED and NOT_APPLICABLE."), "/status");

    /// <summary>記載要領 1: 未実施 and 該当なし are reported with their reason.</summary>
    public static readonly Refusal ReasonMissing = new("reason-missing", RefusalKind.INVALID, new(
        "「未実施」又は「該当なし」とするときは、理由を入力してください。", "Give the reason when the status is not “implemented”."), "/reason");

    /// <summary>Nothing is recorded that could hold for another period.</summary>
    public static readonly Refusal NothingToReaffirm = new("nothing-to-reaffirm", RefusalKind.CONFLICT, new(
        "実施状況が未記録か、理由又は条文の見直しが残っている事項は「今期もこのとおり」とできません。先に記録を整えてください。",
        "An item without a status, without its reason or with changed words cannot be said to hold. Complete its record first."));

    /// <summary>Another period is worked on than the one that was seen, or none yet.</summary>
    public static readonly Refusal PeriodNotAsked = new("period-not-asked", RefusalKind.CONFLICT, new(
        "確認の対象となる期間が変わったか、確認の時期にまだなっていません。画面を開き直してください。",
        "The period that is asked about has changed, or it is too early to ask. Open the screen again."));

    /// <summary>More than 4,000 characters.</summary>
    public static readonly Refusal ReasonTooLong = new("reason-too-long", RefusalKind.INVALID, new(
        "理由は4,000文字以内で入力してください。", "Shorten the reason to at most 4,000 characters."), "/reason");

    /// <summary>The statements speak for the whole.</summary>
    public static readonly Refusal OverrideNeeded = new("override-needed", RefusalKind.CONFLICT, new(
        "この事項の実施状況は細目（①など）から定まります。細目を直すか、理由を付けて全体の実施状況を指定してください。",
        "The status of this item follows from its parts. Change the parts, or override the status with a reason."), "/status");

    /// <summary>There are no recorded statements to override.</summary>
    public static readonly Refusal OverrideNotNeeded = new("override-not-needed", RefusalKind.CONFLICT, new(
        "細目の記録がないため、実施状況をそのまま記録できます。", "No part has a status, so record the status of the item directly."), "/status");

    /// <summary>More than twenty look after it.</summary>
    public static readonly Refusal AssigneesTooMany = new("assignees-too-many", RefusalKind.INVALID, new(
        "業務担当者は20人までです。人数を減らしてください。", "Assign at most 20 people."), "/personIds");

    /// <summary>Not one of the contractor's staff.</summary>
    public static readonly Refusal AssigneeUnknown = new("assignee-unknown", RefusalKind.INVALID, new(
        "自らの組織の業務担当者だけを割り当てられます。組織と利用者の一覧からお選びください。",
        "Only staff of your own organisation can be assigned. Choose from the list of people."), "/personIds");

    /// <summary>An override is explained.</summary>
    public static readonly Refusal OverrideReasonMissing = new("override-reason-missing", RefusalKind.INVALID, new(
        "細目と異なる実施状況とする理由を入力してください。", "Say why the status differs from what the parts amount to."), "/overrideReason");
}
