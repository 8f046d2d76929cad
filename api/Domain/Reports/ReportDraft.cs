using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Obligations;

namespace SecurityTracker.Domain.Reports;

/// <summary>What the contract's record of a requirement says at a version.</summary>
public sealed record RecordedAnswer(int Number, RowAnswer Answer, long Version, bool LookWanted = false)
{
    /// <summary>The record as a row would answer it; of 15) with the explanation and status of ⑩.</summary>
    public static RecordedAnswer Of(Obligation obligation, long version) => new(
        obligation.Number,
        new RowAnswer(
            obligation.Status,
            obligation.Reason,
            obligation.Explanation,
            obligation.Statements.FirstOrDefault(statement => statement.AlwaysExplained)?.Recorded?.Status),
        version,
        obligation.LookWanted);
}

/// <summary>The report or 導入前の記録 before this one, in the numbers of the new report's edition.</summary>
public sealed record PreviousReport(Guid Id, IReadOnlyList<PreviousAnswer> Answers)
{
    /// <summary>
    /// The same answers in the numbers of another edition, where a 変更契約 changed the annex between two reports. A requirement
    /// that was split, merged or dropped has no answer to carry.
    /// </summary>
    public PreviousReport In(AnnexEdition edition, AnnexEdition before) => this with
    {
        Answers = [.. from answer in Answers
                      let number = CorrespondingNumbers.Same(before, edition, answer.Number)
                      where number is not null
                      select answer with { Number = number.Value }],
    };
}

/// <summary>Fills a new report from the records and from the report before it.</summary>
public static class ReportDraft
{
    /// <summary>
    /// Each row is copied from its record with the record's version. Where nothing is recorded, the answer of the report before
    /// stands in and is marked so; where there is none either, the row is open.
    /// </summary>
    public static ReportDrafted Of(
        Guid contractId,
        DateSpan period,
        AnnexEdition edition,
        ReportHeader header,
        IReadOnlyList<ExtraRow> extraRows,
        IReadOnlyList<RecordedAnswer> records,
        PreviousReport? previous)
    {
        var recorded = records.Where(record => record.Answer.Status is not null).ToDictionary(record => record.Number);
        var before = previous?.Answers.ToDictionary(answer => answer.Number) ?? [];
        var numbers = ReportRows.Of(edition).Select(row => row.Number).Concat(extraRows.Select(row => row.Number));
        return new ReportDrafted(
            contractId,
            period,
            new EditionRef(edition.Code, edition.Revision),
            header,
            [.. numbers.Select(number => Row(number, recorded.GetValueOrDefault(number), before.GetValueOrDefault(number)?.Answer))],
            extraRows,
            previous?.Id,
            previous?.Answers ?? []);
    }

    private static ReportRow Row(int number, RecordedAnswer? recorded, RowAnswer? before) => (recorded, before) switch
    {
        ({ } record, _) => new ReportRow(number, record.Answer, RowOrigin.RECORD, record.Version),
        (null, { Status: not null }) => new ReportRow(number, before, RowOrigin.LAST_REPORT, ObligationVersion: 0),
        _ => new ReportRow(number, RowAnswer.Open, RowOrigin.REPORT, ObligationVersion: 0),
    };
}
