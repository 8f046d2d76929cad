using SecurityTracker.Domain.Files;

namespace SecurityTracker.Domain.Reports.Review;

/// <summary>What is asked of a report on its way between the two sides.</summary>
public interface IFinalisedReportCommand;

/// <summary>Hand the report in.</summary>
/// <param name="On">Null says today.</param>
/// <param name="FinalisedOn">The day on which its bytes were frozen.</param>
/// <param name="ByLead">The actor is of the 幹事法人, which alone sends.</param>
/// <param name="Replaced">The report that this one replaces, as it stands now.</param>
/// <param name="SectionIsHere">Somebody of the 担当課室 is here, so that the program itself can hand it in.</param>
public sealed record SubmitReport(
    SubmissionWay Via, DateOnly? On, IReadOnlyList<FileRef> Files, DateOnly FinalisedOn, bool ByLead, Report? Replaced, bool SectionIsHere = true) : IFinalisedReportCommand;

/// <summary>訂正: the report was handed in in another way than was written down.</summary>
public sealed record CorrectSubmissionWay(SubmissionWay Via, string Reason, Side Side, bool SectionIsHere) : IFinalisedReportCommand;

/// <summary>取消し: the report was not handed in after all, and nothing was said of it since.</summary>
public sealed record WithdrawSubmission(string Reason, Side Side, bool SectionIsHere) : IFinalisedReportCommand;

/// <summary>Note the 受領.</summary>
public sealed record RecordReceipt(DateOnly On, string? Number, FileRef? File, Side RecordedBy) : IFinalisedReportCommand;

/// <summary>Confirm, as an officer, the 受領 that the contractor noted.</summary>
/// <param name="SamePerson">The officer acted for the contractor on this report.</param>
public sealed record ConfirmReceipt(bool SamePerson) : IFinalisedReportCommand;

/// <summary>Make what was said of rows visible.</summary>
/// <param name="SamePerson">The officer acted for the contractor on this report.</param>
public sealed record SendReview(IReadOnlyList<VerdictGiven> Rows, bool SamePerson) : IFinalisedReportCommand;

/// <summary>Write down what an officer without an account said.</summary>
public sealed record RecordOutsideReview(
    DateOnly On, OutsideChannel Channel, PersonalRef OfficerName, [property: Personal] string OfficerNameText,
    IReadOnlyList<FileRef> Files, IReadOnlyList<VerdictGiven> Rows) : IFinalisedReportCommand;

/// <summary>Confirm, as an officer, what the contractor wrote down.</summary>
/// <param name="SamePerson">The officer acted for the contractor on this report.</param>
public sealed record ConfirmOutsideReview(bool SamePerson) : IFinalisedReportCommand;

/// <summary>Answer a query.</summary>
public sealed record AnswerQuery(int Number, string Text) : IFinalisedReportCommand;

/// <summary>Say how and when the answers were sent that nobody had sent so far.</summary>
public sealed record RecordAnswersSent(SubmissionWay Via, DateOnly On) : IFinalisedReportCommand;

/// <summary>Say that the answers were not sent after all.</summary>
public sealed record TakeAnswersSentBack : IFinalisedReportCommand;

/// <summary>Record that a 協議 found a row insufficient.</summary>
public sealed record FindRowInsufficient(int Number, ReviewConsultation Consultation, bool SamePerson) : IFinalisedReportCommand;

/// <summary>Show 省内確認中 to the contractor, or take it away.</summary>
public sealed record ShowInternalCheck(bool UnderWay) : IFinalisedReportCommand;

/// <summary>Draft a replacement.</summary>
/// <param name="Reason">Wanted where the report was never submitted.</param>
public sealed record StartReplacement(Guid ReplacementId, string? Reason) : IFinalisedReportCommand;

/// <summary>Give the report back its place: the draft of its replacement is put away.</summary>
public sealed record AbandonReplacement : IFinalisedReportCommand;

/// <summary>Let the replacement stand in its place.</summary>
public sealed record MarkReplaced(Guid ReplacementId) : IFinalisedReportCommand;

/// <summary>Reopen rows of a draft replacement.</summary>
public sealed record ReopenRows(IReadOnlyList<int> Rows) : IFinalisedReportCommand;

/// <summary>Record 廃棄 or 移管.</summary>
/// <param name="RetentionYears">The 課室's 保存期間 in years after the fiscal year, or null for the 既定値.</param>
public sealed record DisposeReport(DisposalKind Kind, DateOnly On, string Number, int? RetentionYears = null) : IFinalisedReportCommand;

/// <summary>訂正: mend a date that one's own side wrote down.</summary>
/// <param name="Side">Who mends it.</param>
/// <param name="FinalisedOn">The day on which the report's bytes were frozen.</param>
public sealed record CorrectReportDate(ReportDate Date, DateOnly On, string Reason, Side Side, DateOnly FinalisedOn) : IFinalisedReportCommand;
