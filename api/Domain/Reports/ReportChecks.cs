using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Parts;

namespace SecurityTracker.Domain.Reports;

/// <summary>One finding on a report.</summary>
/// <param name="Code">A stable kebab-case word.</param>
/// <param name="Number">The row, or null where it is about the header or the whole.</param>
/// <param name="Messages">What to do.</param>
/// <param name="Pointer">The place in the answer of <c>GET /api/reports/{id}</c>, an RFC 6901 pointer.</param>
public sealed record ReportCheck(string Code, CheckSeverity Severity, int? Number, Message Messages, string? Pointer = null);

/// <summary>A character or variant that no font of ours has.</summary>
/// <param name="Place">Where it stands, in the form's words.</param>
/// <param name="Text">The character itself, with its variation selector.</param>
/// <param name="CodePoints">e.g. <c>U+845B U+E0105</c>.</param>
public sealed record UnprintableText(string Place, string Text, string CodePoints);

/// <summary>What a report is checked against: all that is known at the moment of the check.</summary>
/// <param name="RepresentativeName">代表者氏名 itself; the report holds only its id.</param>
/// <param name="Records">What is recorded now.</param>
/// <param name="Unprintable">What the forms could not print.</param>
public sealed record ReportFacts(
    AnnexEdition Edition,
    Contract Contract,
    string? RepresentativeName,
    IReadOnlyList<RecordedAnswer> Records,
    IReadOnlyList<UnprintableText> Unprintable)
{
    /// <summary>The officer's words and the communications of the contract.</summary>
    public IReadOnlyList<OfficerWord> Words { get; init; } = [];

    /// <summary>The parts of those who take part.</summary>
    public IReadOnlyList<Part> Parts { get; init; } = [];

    /// <summary>The days of 導入前の記録. Of the contractor's own none is a report's; the ministry's may be, for it knows of no draft.</summary>
    public IReadOnlyList<DateSpan> PriorDays { get; init; } = [];
}

/// <summary>All checks of a report. They look and say; they change nothing and do not judge.</summary>
public static class ReportChecks
{
    /// <summary>The findings in the order of the form: header, rows, the rest.</summary>
    public static IReadOnlyList<ReportCheck> Run(Report report, ReportFacts facts) =>
    [
        .. HeaderChecks.Run(report.Header, facts),
        .. report.Rows.SelectMany(row => RowChecks.Run(report, row, facts)),
        .. ContradictionChecks.Run(report, facts),
        .. EditionChecks.Run(report, facts.Contract),
        .. facts.PriorDays.Where(days => report.State == ReportState.DRAFT && days.Overlaps(report.Period)).Select(KeptBefore),
        .. facts.Unprintable.Select(text => new ReportCheck("glyph-missing", CheckSeverity.BLOCKING, Number: null, new(
            $"{text.Place}の「{text.Text}」（{text.CodePoints}）は、印刷に使う書体にありません。別の字体に改めてください。",
            $"No font has “{text.Text}” ({text.CodePoints}) in {text.Place}. Replace it by another character."))),
    ];

    private static ReportCheck KeptBefore(DateSpan days) => new("prior-report-overlaps", CheckSeverity.NOTICE, Number: null, new(
        $"担当課室が、{Wareki.Format(days.From)}から{Wareki.Format(days.To)}までの報告を導入前の記録として登録しています。提出済みの同じ報告であれば、この下書きを破棄してください。別の報告であれば、このまま確定して提出できます。",
        $"The ministry's section kept a report on {days.From:yyyy-MM-dd} to {days.To:yyyy-MM-dd} as an earlier record. If this draft is that report, discard it; if it is another, finalise and hand it in as it is."));

    /// <summary>The record's answer where it says something else than the row, else null. A record without a status says nothing.</summary>
    public static RecordedAnswer? DiffersFromRecord(ReportRow row, IReadOnlyList<RecordedAnswer> records) =>
        records.FirstOrDefault(record => record.Number == row.Number) is { Answer.Status: not null } record && record.Answer != row.Answer
            ? record
            : null;
}
