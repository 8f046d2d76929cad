using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Obligations;
using static SecurityTracker.Domain.Reports.RowChecks;

namespace SecurityTracker.Domain.Reports;

/// <summary>
/// What a row can say against what else is known of the contract: every code with its sentence, and no other place has one. They are facts
/// side by side, for the contractor before finalising and for the officer in the review; whether one of them is wrong is for a person to say.
/// </summary>
public static class Contradictions
{
    private const string NotApplicable = "contradicts-answers";
    private const string Subcontractors = "contradicts-subcontractors";
    private const string AnsweredNo = "subcontractors-answered-no";
    private const string NoneRegistered = "subcontractors-not-registered";
    private const string BeforeEnd = "closure-before-end";
    private const string AfterEnd = "closure-after-end";
    private const string DespiteAct = "contradicts-act";
    private const string ActAsked = "act-not-given-yet";
    private const string ActMissing = "act-not-recorded";
    private const string PartOpen = "part-not-filled";
    private const string PartNotImplemented = "part-not-implemented";
    private const string PartDiffers = "part-contradicts";

    /// <summary>All codes.</summary>
    public static IReadOnlySet<string> Codes { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        NotApplicable, Subcontractors, AnsweredNo, NoneRegistered, BeforeEnd, AfterEnd, DespiteAct, ActAsked, ActMissing, PartOpen, PartNotImplemented, PartDiffers,
    };

    /// <summary>記録なし: whether a check finds no contradiction, only that nothing is recorded of an officer's word.</summary>
    public static bool IsUnrecorded(ReportCheck check) => check.Code == ActMissing;

    /// <summary>The rows that a check finds in contradiction with something, or without its record.</summary>
    public static IReadOnlySet<int> Rows(IEnumerable<ReportCheck> checks) =>
        checks.Where(check => Codes.Contains(check.Code)).Select(check => check.Number).OfType<int>().ToHashSet();

    internal static ReportCheck NotApplicableAgainstYes(int number, string questionJa, string questionEn) => Notice(NotApplicable, number, new(
        $"{Name(number)}は「該当なし」ですが、契約の質問には「{questionJa}：はい」と回答されています。どちらが正しいかご確認ください。",
        $"{number}) is not applicable, yet the answer on {questionEn} is “yes”. Check which is right."));

    internal static ReportCheck NotApplicableBesideSubcontractors(int number, int firms) => Notice(Subcontractors, number, new(
        $"{Name(number)}は「該当なし」ですが、報告期間中の再委託先が{firms}者登録されています。どちらが正しいかご確認ください。",
        $"{number}) is not applicable, yet {firms} subcontractors are registered for the period. Check which is right."));

    internal static ReportCheck SubcontractorsAgainstNo(int number, int firms) => Notice(AnsweredNo, number, new(
        $"契約の質問には「再委託・外注：いいえ」と回答されていますが、報告期間中の再委託先が{firms}者登録されています。どちらが正しいかご確認ください。",
        $"The answer on subcontracting is “no”, yet {firms} subcontractors are registered for the period. Check which is right."));

    internal static ReportCheck NoSubcontractorAgainstYes(int number) => Notice(NoneRegistered, number, new(
        $"{Name(number)}は「実施」で、契約の質問には「再委託・外注：はい」と回答されていますが、報告期間中の再委託先が登録されていません。登録をご確認ください。",
        $"{number}) is implemented and the answer on subcontracting is “yes”, yet no subcontractor is registered for the period. Check the register."));

    internal static ReportCheck ClosureBeforeEnd(int number) => Notice(BeforeEnd, number, new(
        $"{Name(number)}（業務終了後の返却・消去等）は「実施」ですが、報告期間は契約の終了前です。担当職員と取り決めた記載かご確認ください。",
        $"{number}) is about the end of the work, yet the period ends before the contract does. Check what was agreed with the officer."));

    internal static ReportCheck ClosureAfterEnd(int number, ImplementationStatus said) => Notice(AfterEnd, number, new(
        $"{Name(number)}（業務終了後の返却・消去等）は「{said.Printed()}」ですが、契約は終了（解除を含む。）しています。「契約期間中のため」は終了後の理由になりません。返却・消去等の状況をご確認ください。",
        $"{number}) is about the end of the work, and the contract has ended or was terminated. “During the term” is no reason any more. Check what was returned and erased."));

    internal static ReportCheck NotApplicableDespite(int number, Procedure act, string row, bool given) => Notice(DespiteAct, number, new(
        $"{row}は「該当なし」ですが、報告期間に係る「{act.Title.Ja}」の{act.Wording}{(given ? "" : "の依頼")}が記録されています。どちらが正しいかご確認ください。",
        $"{row} is not applicable, yet “{act.Title.En}” ({act.Wording}) is {(given ? "recorded" : "asked for")} in the period. Check which is right."));

    internal static ReportCheck NotGivenYet(int number, Procedure act, string row) => Notice(ActAsked, number, new(
        $"{row}は「実施」ですが、「{act.Title.Ja}」の{act.Wording}は依頼中で、まだ得られた記録がありません。ご確認ください。",
        $"{row} is implemented, yet “{act.Title.En}” ({act.Wording}) is asked for and not recorded as given. Check it."));

    internal static ReportCheck NotRecorded(int number, Procedure act, string row) => Notice(ActMissing, number, new(
        $"{row}は「実施」ですが、報告期間に係る「{act.Title.Ja}」の{act.Wording}の記録がありません（要確認）。",
        $"{row} is implemented, yet nothing is recorded of “{act.Title.En}” ({act.Wording}) for the period. Check it."));

    internal static ReportCheck PartNotFilled(int number, IEnumerable<string> firms) => Notice(PartOpen, number, new(
        $"{Name(number)}は「実施」ですが、再委託先（{string.Join('、', firms)}）の分担に未記入のものがあります。ご確認ください。",
        $"{number}) is implemented, yet the part of {string.Join(", ", firms)} is not filled in. Check it."));

    internal static ReportCheck PartSaysNotImplemented(int number, IEnumerable<string> firms) => Notice(PartNotImplemented, number, new(
        $"{Name(number)}は「実施」ですが、再委託先（{string.Join('、', firms)}）の分担では「未実施」とされています。どちらが正しいかご確認ください。",
        $"{number}) is implemented, yet {string.Join(", ", firms)} says “not implemented”. Check which is right."));

    internal static ReportCheck PartSaysOtherwise(int number, IEnumerable<string> firms) => Notice(PartDiffers, number, new(
        $"{Name(number)}は「該当なし」ですが、再委託先（{string.Join('、', firms)}）の分担では該当するものとされています。どちらが正しいかご確認ください。",
        $"{number}) is not applicable, yet it is to {string.Join(", ", firms)}. Check which is right."));
}
