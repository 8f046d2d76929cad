namespace SecurityTracker.Domain.Reports;

/// <summary>Why a command on a report is refused, and what to do next.</summary>
public static class ReportRefusals
{
    public static readonly Refusal PeriodReversed = new("period-reversed", RefusalKind.INVALID, new(
        "報告期間の終わりが始まりより前になっています。期間をご確認ください。",
        "The period ends before it starts. Check its two dates."), "/to");

    public static readonly Refusal PeriodOutsideTerm = new("period-outside-term", RefusalKind.INVALID, new(
        "報告期間が契約期間の外に出ています。契約期間の中で指定してください。",
        "The period goes beyond the contract's term. Choose days within the term."), "/from");

    public static readonly Refusal PeriodOverlaps = new("period-overlaps", RefusalKind.CONFLICT, new(
        "この期間には、すでに報告書又は導入前の記録があります。重ならない期間を選ぶか、報告の一覧からその記録を開いてください。",
        "Another report or earlier record covers some of these days. Choose other days, or open it from the list of reports."), "/from");

    public static readonly Refusal Finalised = new("report-finalised", RefusalKind.CONFLICT, new(
        "確定した報告書は変更できません。",
        "A finalised report cannot be changed."));

    public static readonly Refusal Discarded = new("report-discarded", RefusalKind.CONFLICT, new(
        "この下書きは取りやめられています。新しい下書きを作成してください。",
        "This draft was discarded. Start a new one."));

    public static readonly Refusal Incomplete = new("report-incomplete", RefusalKind.CONFLICT, new(
        "確定できません。示された箇所を記入してください。",
        "It cannot be finalised yet. Complete the places named."));

    public static readonly Refusal RowUnknown = new("row-unknown", RefusalKind.NOT_FOUND, new(
        "この報告書の様式に、その番号の行はありません。番号をご確認ください。",
        "This report has no row of that number. Check the number."));

    public static readonly Refusal ReadRowUnknown = new("requirement-unknown", RefusalKind.INVALID, new(
        "この契約の版に、その番号の事項はありません。読み取った行の番号をご確認ください。",
        "The edition of this contract has no item of that number. Check the rows that were read."), "/reading/rows");

    public static readonly Refusal PriorReportWithdrawn = new("prior-report-withdrawn", RefusalKind.CONFLICT, new(
        "この導入前の記録は、すでに取り消されています。正しい別紙を読み取り、改めて残してください。",
        "This prior record was withdrawn already. Read the right form in and keep it anew."));

    public static readonly Refusal PriorReportNotYours = new("prior-report-not-yours", RefusalKind.CONFLICT, new(
        "この導入前の記録は相手方が残したものです。取消しは、残した側にご依頼ください。",
        "The other side kept this prior record. Ask it to withdraw it."));

    public static readonly Refusal NothingRecorded = new("nothing-recorded", RefusalKind.CONFLICT, new(
        "この事項の実施状況はまだ記録されていません。先に遵守事項の画面で記録してください。",
        "Nothing is recorded on this requirement yet. Record its status first."));

    public static readonly Refusal RecordEmpty = new("record-empty", RefusalKind.CONFLICT, new(
        "記録の理由・説明が空欄のため、取り込むと記入した文が消えます。先に遵守事項の画面で記録してください。",
        "The record has no text where one is written here: taking it over would erase it. Record the text first."));

    public static readonly Refusal ExplanationTooLong = new("explanation-too-long", RefusalKind.INVALID, new(
        "15)⑩の説明は4,000字までです。短くしてください。",
        "An explanation holds at most 4,000 characters. Shorten it."), "/explanation");

    public static readonly Refusal BatchEmpty = new("batch-empty", RefusalKind.INVALID, new(
        "契約が選ばれていません。報告書を作成する契約を選んでください。",
        "No contract is chosen. Choose those to report on."), "/items");

    public static readonly Refusal BatchTooLarge = new("batch-too-large", RefusalKind.INVALID, new(
        "一度に作成できる報告書は100件までです。分けて作成してください。",
        "At most 100 reports go together. Split them up."), "/items");
}
