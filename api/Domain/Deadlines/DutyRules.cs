namespace SecurityTracker.Domain.Deadlines;

/// <summary>
/// Every rule that makes duties, in one place. The annex gives few days and many duties (速やかに, 事前に, 半期を目処): where a number is this
/// program's own, the rule says so (既定値). What already waits because one side wrote to the other (an act to decide, a 照会, a report to
/// review) is no rule here: it has no day of its own.
/// </summary>
public static class DutyRules
{
    /// <summary>Work on a report begins this many business days before its period ends, on the last one before its guide.</summary>
    public const int ReportWorkDays = 20;

    /// <summary>A contractor looks after 受領 this many business days after a report was sent outside of the program.</summary>
    public const int ReceiptDays = 5;

    /// <summary>A word that runs out is shown this many days before its last day.</summary>
    public const int ExpiryDays = 30;

    /// <summary>速やかに after signing is this many business days for presenting the 確認書類.</summary>
    public const int PresentDays = 10;

    /// <summary>The 確認書類 is handed in within this many business days of the word on it.</summary>
    public const int SubmitDays = 5;

    /// <summary>What is returned, disposed of, erased or kept is looked through from this many days before the end.</summary>
    public const int ClosingDays = 60;

    /// <summary>Of a term that ends in the second half of March, the list is due by this day of March: before the officers move in April (異動).</summary>
    public const int ClosingDayOfMarch = 15;

    /// <summary>Of any other term, the list is due this many business days before the end.</summary>
    public const int ClosingListDays = 10;

    /// <summary>What held on the contract before is named for this many days from the start of a new one.</summary>
    public const int TakeAnewDays = 60;

    private const int Report = 1;
    private const int Subcontracting = 5;
    private const int ReturnAndErasure = 8;

    /// <summary>
    /// A period has no report yet. Of this rule and the next two, a duty is awaited where an officer confirmed its day, and only there:
    /// towards the ministry nothing else is a promise.
    /// </summary>
    public static readonly DutyRule ReportToDraft = new("REPORT_TO_DRAFT", Side.CONTRACTOR, Awaited: false, Report, Ours(
        $"期間の末日の{ReportWorkDays}営業日前（最後の報告は目安日の{ReportWorkDays}営業日前）から。{Guide.Ja}",
        $"from {ReportWorkDays} business days before the period ends (of the last report, before its guide date); {Guide.En}"));

    /// <summary>A draft is there and not finalised.</summary>
    public static readonly DutyRule ReportToFinalise = new("REPORT_TO_FINALISE", Side.CONTRACTOR, Awaited: false, Report, Ours($"{Guide.Ja}", $"{Guide.En}"));

    /// <summary>A report is finalised and not handed in.</summary>
    public static readonly DutyRule ReportToSubmit = new("REPORT_TO_SUBMIT", Side.CONTRACTOR, Awaited: false, Report, Ours($"{Guide.Ja}", $"{Guide.En}"));

    /// <summary>A report went by mail, post or hand, and nobody wrote down that it was received.</summary>
    public static readonly DutyRule ReceiptToNote = new("RECEIPT_TO_NOTE", Side.CONTRACTOR, Awaited: false, Report, Ours(
        $"提出の{ReceiptDays}営業日後から。", $"from {ReceiptDays} business days after it was handed in."));

    /// <summary>A word was given on a condition (附した条件), and nobody said how it was kept. Its day, where it has one, is the officer's.</summary>
    public static readonly DutyRule ConditionToKeep = new("CONDITION_TO_KEEP", Side.CONTRACTOR, Awaited: true);

    /// <summary>A word holds to a last day that comes before the contract's, and was not asked for anew.</summary>
    public static readonly DutyRule WordExpires = new("WORD_EXPIRES", Side.CONTRACTOR, Awaited: false, Default: Ours(
        $"満了日の{ExpiryDays}日前から。", $"from {ExpiryDays} days before the last day."));

    /// <summary>取り直し: words held on the contract before, which this one names as its predecessor, and were not asked for on this one.</summary>
    public static readonly DutyRule WordsToTakeAnew = new("WORDS_TO_TAKE_ANEW", Side.CONTRACTOR, Awaited: false, Default: Ours(
        $"契約の開始から{TakeAnewDays}日間。", $"for {TakeAnewDays} days from the start of the contract."));

    /// <summary>What is written for the officer (a request, an answer to a 照会, a communication) was not sent, and the officer has no account to read it here.</summary>
    public static readonly DutyRule WordToSend = new("WORD_TO_SEND", Side.CONTRACTOR, Awaited: false, Default: Ours(
        $"開始日の前の営業日まで。", $"by the business day before the start."));

    /// <summary>1): the contract is signed, and no 確認書類 was presented.</summary>
    public static readonly DutyRule DocumentToPresent = new("DOCUMENT_TO_PRESENT", Side.CONTRACTOR, Awaited: true, Report, Ours(
        $"契約締結の{PresentDays}営業日後（条文は「速やかに」）。", $"{PresentDays} business days after signing (the text says “promptly”)."));

    /// <summary>1): a 確認書類 has the officer's word and was not handed in.</summary>
    public static readonly DutyRule DocumentToSubmit = new("DOCUMENT_TO_SUBMIT", Side.CONTRACTOR, Awaited: true, Report, Ours(
        $"了承（同意）の{SubmitDays}営業日後。", $"{SubmitDays} business days after the officer's word."));

    /// <summary>8): the list of what is returned, disposed of, erased or kept is to reach the officer.</summary>
    public static readonly DutyRule ClosingList = new("CLOSING_LIST", Side.CONTRACTOR, Awaited: true, ReturnAndErasure, Ours(
        $"契約終了の{ClosingDays}日前から。3月16日から31日までに終了する契約は3月{ClosingDayOfMarch}日まで（4月の異動の前）、その他は終了の{ClosingListDays}営業日前まで。",
        $"from {ClosingDays} days before the end; by {ClosingDayOfMarch} March where the contract ends from 16 to 31 March (before officers move in April), else {ClosingListDays} business days before the end."));

    /// <summary>8): 「担当職員の確認を必ず受けること」. Before the list is there the officer can do nothing: what the contractor awaits is the request that then waits.</summary>
    public static readonly DutyRule ClosingToConfirm = new("CLOSING_TO_CONFIRM", Side.OFFICER, Awaited: false, ReturnAndErasure, Ours(
        $"契約終了の{ClosingDays}日前から、終了日まで。", $"from {ClosingDays} days before the end, by the end."));

    /// <summary>5): rows of a firm that takes part have no status.</summary>
    public static readonly DutyRule PartToFill = new("PART_TO_FILL", Side.CONTRACTOR, Awaited: true, Subcontracting, Ours($"{NextReportsDay.Ja}", $"{NextReportsDay.En}"));

    /// <summary>1): items have no status, no reason where one is wanted, or words that changed since.</summary>
    public static readonly DutyRule ItemsToRecord = new("ITEMS_TO_RECORD", Side.CONTRACTOR, Awaited: false, Report, Ours($"{NextReportsDay.Ja}", $"{NextReportsDay.En}"));

    /// <summary>1): items stand as they were recorded before work on the report began, and nobody said that they hold for its period (今期もこのとおりですか).</summary>
    public static readonly DutyRule ItemsToReaffirm = new("ITEMS_TO_REAFFIRM", Side.CONTRACTOR, Awaited: false, Report, Ours(
        $"期間の末日の{ReportWorkDays}営業日前から、{NextReportsDay.Ja}", $"from {ReportWorkDays} business days before the period ends, {NextReportsDay.En}"));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DutyRule> All { get; } =
    [
        ReportToDraft, ReportToFinalise, ReportToSubmit, ReceiptToNote, ConditionToKeep, WordExpires, WordsToTakeAnew, WordToSend, DocumentToPresent, DocumentToSubmit,
        ClosingList, ClosingToConfirm, PartToFill, ItemsToRecord, ItemsToReaffirm,
    ];

    private static Message Guide => Both(
        $"期間の末日の{ReportingPeriods.DaysAfterPeriod}営業日後（最後の報告は契約終了の{ReportingPeriods.DaysBeforeEnd}営業日前）を目安日とする。",
        $"the guide date is {ReportingPeriods.DaysAfterPeriod} business days after the period (of the last report, {ReportingPeriods.DaysBeforeEnd} before the contract ends).");

    private static Message NextReportsDay => new("次の報告の提出日又は目安日まで。", "by the day of the next report.");

    private static Message Ours(FormattableString ja, FormattableString en) => Both($"既定値：{ja}", $"Default of this program: {en}");

    private static Message Both(FormattableString ja, FormattableString en) => new(FormattableString.Invariant(ja), FormattableString.Invariant(en));
}
