namespace SecurityTracker.Domain.Reports.Review;

/// <summary>Why something is refused on a report's way between the two sides, and what to do next.</summary>
public static class FinalisedReportRefusals
{
    public static readonly Refusal NotFinalised = new("report-not-finalised", RefusalKind.CONFLICT, new(
        "この報告書はまだ確定していません。先に確定してください。",
        "The report is not finalised yet. Finalise it first."));

    public static readonly Refusal AlreadySubmitted = new("already-submitted", RefusalKind.CONFLICT, new(
        "この報告書は提出済みです。訂正する場合は、差替えを作成してください。",
        "The report was submitted already. To correct it, draft a replacement."));

    public static readonly Refusal DateInFuture = new("date-in-future", RefusalKind.INVALID, new(
        "日付が本日より後になっています。実際の日付を入力してください。",
        "The date lies in the future. Enter the day on which it happened."), "/on");

    public static readonly Refusal BeforeFinalisation = new("before-finalisation", RefusalKind.INVALID, new(
        "提出日が報告書の確定日より前になっています。提出したものと同じ内容かを確かめ、日付をご確認ください。",
        "The report was finalised after this day. Check that it is what was handed in, and the date."), "/on");

    public static readonly Refusal OnNotToday = new("on-not-today", RefusalKind.INVALID, new(
        "このシステムでの提出日は本日です。日付を空欄にするか、提出の方法をご確認ください。",
        "A submission by this system is dated today. Leave the date out, or check the way of submission."), "/on");

    public static readonly Refusal NoAnswerToSend = new("no-answer-to-send", RefusalKind.CONFLICT, new(
        "送付を記録する回答がありません。先に、照会のあった行に回答を記録してください。", "There is no answer that was not sent yet. Record the answers at their rows first."));

    /// <summary>Nothing that could be taken back.</summary>
    public static readonly Refusal NoAnswerSent = new("no-answer-sent", RefusalKind.CONFLICT, new(
        "送付の記録がありません。", "No answer is recorded as sent."));

    public static readonly Refusal SubmissionStands = new("submission-stands", RefusalKind.CONFLICT, new(
        "この提出はこのシステムで届いたか、受領・確認が記録されているため、取り消せません。直す場合は差替えを作成してください。",
        "It reached the section by this system, or a receipt or result is recorded, so it cannot be taken back. Draft a replacement instead."));

    public static readonly Refusal ReplacementUnderWay = new("replacement-under-way", RefusalKind.CONFLICT, new(
        "この報告書の差替えを作成中です。差替えを提出するか、その下書きを取りやめてください。",
        "A replacement of this report is under way. Submit it, or discard its draft."));

    public static readonly Refusal Replaced = new("report-replaced", RefusalKind.CONFLICT, new(
        "この報告書は差し替えられています。差替え後の報告書をご覧ください。",
        "This report was replaced. See the one that stands in its place."));

    public static readonly Refusal Disposed = new("report-disposed", RefusalKind.CONFLICT, new(
        "この報告書は廃棄又は移管されています。",
        "This report was discarded or transferred."));

    public static readonly Refusal NotSubmitted = new("report-not-submitted", RefusalKind.CONFLICT, new(
        "この報告書はまだ提出されていません。",
        "The report has not been submitted yet."));

    public static readonly Refusal AlreadyReceived = new("already-received", RefusalKind.CONFLICT, new(
        "受領はすでに記録されています。",
        "The receipt is noted already."));

    public static readonly Refusal BeforeSubmission = new("before-submission", RefusalKind.INVALID, new(
        "日付が提出日より前になっています。日付をご確認ください。",
        "The date is before the submission. Check it."), "/on");

    public static readonly Refusal AfterReceipt = new("after-receipt", RefusalKind.INVALID, new(
        "日付が受領日より後になっています。日付をご確認ください。",
        "The date is after the receipt. Check it."), "/on");

    public static readonly Refusal NotReceived = new("report-not-received", RefusalKind.CONFLICT, new(
        "この報告書の受領はまだ記録されていません。",
        "The receipt of the report is not noted yet."));

    public static readonly Refusal CorrectionNotYours = new("correction-not-yours", RefusalKind.CONFLICT, new(
        "この日付は相手方が記録したものです。訂正は、記録した側にご依頼ください。",
        "The other side wrote this date down. Ask it to correct the date."));

    public static readonly Refusal DatedBySystem = new("dated-by-system", RefusalKind.CONFLICT, new(
        "このシステムによる提出の日付は自動で記録されたもので、訂正の対象ではありません。",
        "A submission by this system is dated by the system; there is nothing to correct."));

    public static readonly Refusal NothingToConfirm = new("nothing-to-confirm", RefusalKind.CONFLICT, new(
        "確認をお待ちしている「受注者が記録」はありません。",
        "Nothing that the contractor recorded waits for confirmation."));

    public static readonly Refusal SamePerson = new("same-person", RefusalKind.CONFLICT, new(
        "受注者側としてこの報告書に関わった方は、当省側として確認できません。ほかの担当職員に依頼してください。",
        "Who acted for the contractor on this report cannot review it. Ask another officer."));

    public static readonly Refusal NotUnderReview = new("not-under-review", RefusalKind.CONFLICT, new(
        "この報告書は確認の対象ではありません（未提出、差替え済み又は廃棄済み）。",
        "This report is not under review (not submitted, replaced or disposed of)."));

    public static readonly Refusal RowsMissing = new("rows-missing", RefusalKind.INVALID, new(
        "行が選ばれていません。対象の行を選んでください。",
        "No row is chosen. Choose the rows meant."), "/rows");

    public static readonly Refusal RowTwice = new("row-twice", RefusalKind.INVALID, new(
        "同じ行が二度含まれています。一つにしてください。",
        "A row is named twice. Name it once."), "/rows");

    public static readonly Refusal CommentMissing = new("comment-missing", RefusalKind.INVALID, new(
        "照会（修正のお願い）には、内容を入力してください。",
        "Say what is asked."), "/comment");

    public static readonly Refusal ConsultationNeeded = new("consultation-needed", RefusalKind.INVALID, new(
        "「不十分」とするには、協議の記録（日付、双方、結果、対策、期限）が必要です。",
        "A row is found insufficient only by a recorded consultation (date, both sides, outcome, measure, by when)."), "/verdict");

    public static readonly Refusal UnchangedAllAtOnce = new("unchanged-all-at-once", RefusalKind.INVALID, new(
        "「前回から変更なし」は、変更のない行をまとめて確認する場合の記録です。この行は「確認済」としてください。",
        "“Unchanged since the last” is for confirming all unchanged rows at once. Confirm this row instead."), "/verdict");

    public static readonly Refusal RowNotQueried = new("row-not-queried", RefusalKind.CONFLICT, new(
        "この行に、回答をお待ちしている照会はありません。",
        "No query on this row waits for an answer."));

    public static readonly Refusal NothingQueried = new("nothing-queried", RefusalKind.CONFLICT, new(
        "照会を受けた行がないため、差替えは作成できません。",
        "No row was queried, so there is nothing to replace."));

    public static readonly Refusal ReplacementReasonMissing = new("reason-missing", RefusalKind.INVALID, new(
        "提出前の報告書を作り直す理由を入力してください。",
        "Say why the report is corrected before it was submitted."), "/reason");

    public static readonly Refusal RowNotReopened = new("row-not-reopened", RefusalKind.CONFLICT, new(
        "差替えで変更できるのは、照会を受けた行だけです。",
        "In a replacement only the rows that were queried can be changed."));

    public static readonly Refusal RetentionNotOver = new("retention-not-over", RefusalKind.CONFLICT, new(
        "保存期間が満了していないため、廃棄・移管は記録できません。",
        "The period of preservation is not over: neither 廃棄 nor 移管 can be recorded."));

    public static readonly Refusal MeasureBeforeConsultation = new("measure-before-consultation", RefusalKind.INVALID, new(
        "対策の期限が協議の日より前になっています。期限をご確認ください。",
        "The measure is due before the consultation took place. Check the date."), "/consultation/by");

    public static readonly Refusal NothingDrafted = new("nothing-drafted", RefusalKind.CONFLICT, new(
        "送付する確認・照会がありません。行ごとの確認又は照会を入力してください。",
        "There is nothing to send. Confirm or query rows first."));

    /// <summary>The rows whose query has no words yet: none of them may go out as what stood there before.</summary>
    public static Refusal QueriesWithoutWords(IReadOnlyList<int> numbers) => new("comment-missing", RefusalKind.CONFLICT, new(
        $"{string.Join('、', numbers.Select(number => $"{number})"))}の照会（修正のお願い）に、内容がありません。内容を入力するか、照会を取り消してから送付してください。",
        $"These queries say nothing yet: {string.Join(", ", numbers.Select(number => $"{number})"))}. Write what is asked or take the query back, then send."));

    public static readonly Refusal SecondPersonRequired = new("second-person-required", RefusalKind.CONFLICT, new(
        "この課室では、起案した方とは別の担当職員が送付します。ほかの担当職員に依頼してください。",
        "In this section another officer than the one who drafted sends the review. Ask a colleague."));

    public static readonly Refusal NoRemainingRows = new("no-remaining-rows", RefusalKind.CONFLICT, new(
        "まとめて確認済にできる行（前回から変わらない行か前回のない「実施」の行で、記録と食い違わず、まだ確認していないもの）はありません。残りの行は一行ずつ確認してください。",
        "No row is left that can be confirmed together: as in the last report, or implemented and in none before, free of contradictions, and still open. Look at the remaining rows one by one."));

    public static readonly Refusal ApprovalIncomplete = new("approval-incomplete", RefusalKind.INVALID, new(
        "省内決裁の番号と日付を入力してください。",
        "Enter the number and the date of the approval."), "/number");

    public static readonly Refusal PartUnknown = new("part-unknown", RefusalKind.INVALID, new(
        "この報告書に、その箇所はありません。不開示とする箇所をご確認ください。",
        "This report has no such part. Check what is to be withheld."));

    public static readonly Refusal PartTwice = new("part-twice", RefusalKind.INVALID, new(
        "同じ箇所が二度含まれています。根拠を一つにしてください。",
        "A part is named twice. Give it one ground."), "/withheld");
}
