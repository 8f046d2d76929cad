using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Domain.Reports;

/// <summary>What happens to a 導入前の記録.</summary>
public interface IPriorReportEvent : IEvent;

/// <summary>The header of a report that was made before this program, as far as it could be read.</summary>
public sealed record PriorHeader(
    DateOnly? ReportedOn,
    string? DocumentNumber,
    string? Addressee,
    string? ContractorAddress,
    string? ContractorName,
    [property: Personal] PersonalRef? RepresentativeName,
    DateOnly? ContractSignedOn,
    string? ContractName);

/// <summary>The file it was read from.</summary>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of its bytes.</param>
public sealed record SourceFile(string Name, string Sha256);

/// <summary>A filled 別紙 from before this program was kept as 導入前の記録: the basis of change marks, never a report of ours.</summary>
public sealed record PriorReportRecorded(
    Guid ContractId,
    DateSpan Period,
    EditionRef Edition,
    PriorHeader Header,
    IReadOnlyList<PreviousAnswer> Rows,
    SourceFile Source) : IPriorReportEvent;

/// <summary>It was kept by mistake (取消し): the record stays, its days are free, and nothing is compared with it any more.</summary>
/// <param name="By">The side that kept it, and takes it back.</param>
public sealed record PriorReportWithdrawn(Side By, string Reason) : IPriorReportEvent;

/// <summary>A 導入前の記録.</summary>
public sealed record PriorReport
{
    /// <summary>Before it is recorded.</summary>
    public static PriorReport Initial { get; } = new();

    public Guid ContractId { get; init; }

    public DateSpan Period { get; init; } = new(DateOnly.MinValue, DateOnly.MinValue);

    public EditionRef Edition { get; init; } = new("", 0);

    public PriorHeader? Header { get; init; }

    public IReadOnlyList<PreviousAnswer> Rows { get; init; } = [];

    public SourceFile? Source { get; init; }

    /// <summary>The side that took it back, or null while it stands.</summary>
    public Side? WithdrawnBy { get; init; }
}

/// <summary>What someone asks of a 導入前の記録.</summary>
public interface IPriorReportCommand;

/// <summary>Keep a filled 別紙 as 導入前の記録.</summary>
/// <param name="Term">The contract's term.</param>
/// <param name="Numbers">The numbers of the edition's rows.</param>
/// <param name="Reported">The days of reports that whoever keeps it knows of; of a draft the ministry knows nothing, and so is not refused for it.</param>
public sealed record RecordPriorReport(DateSpan Term, IReadOnlyList<int> Numbers, IReadOnlyList<DateSpan> Reported, PriorReportRecorded Record) : IPriorReportCommand;

/// <summary>Take back what was kept by mistake.</summary>
/// <param name="Side">Who asks.</param>
/// <param name="RecordedBy">Whose record it is.</param>
public sealed record WithdrawPriorReport(string Reason, Side Side, Side RecordedBy) : IPriorReportCommand;

/// <summary>The rules of a 導入前の記録. It is taken as it was: a missing reason is no ground to refuse it.</summary>
public static class PriorReportDecider
{
    private const int MostOfFileName = 255;

    /// <summary>The one event, or a refusal.</summary>
    public static Decision Decide(IPriorReportCommand command, PriorReport state) => command switch
    {
        RecordPriorReport record => Keep(record, state),
        WithdrawPriorReport withdraw => (NotToWithdraw(state, withdraw.Side, withdraw.RecordedBy) ?? Texts.Paragraphs(withdraw.Reason, "/reason")) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.Accept(new PriorReportWithdrawn(withdraw.Side, withdraw.Reason)),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "unknown command"),
    };

    /// <summary>Why this side cannot take it back, or null: each side takes back what it kept.</summary>
    public static Refusal? NotToWithdraw(PriorReport state, Side side, Side recordedBy) =>
        side != recordedBy ? ReportRefusals.PriorReportNotYours
        : state.WithdrawnBy is not null ? ReportRefusals.PriorReportWithdrawn
        : null;

    private static Decision Keep(RecordPriorReport command, PriorReport state)
    {
        var record = command.Record;
        return record switch
        {
            _ when state.Source is not null => throw new ArgumentException("A prior report is recorded once", nameof(state)),
            _ when record.Period.To < record.Period.From => Decision.Refuse(ReportRefusals.PeriodReversed),
            _ when !command.Term.Contains(record.Period) => Decision.Refuse(ReportRefusals.PeriodOutsideTerm),
            _ when command.Reported.Any(record.Period.Overlaps) => Decision.Refuse(ReportRefusals.PeriodOverlaps),
            _ when record.Rows.Any(row => !command.Numbers.Contains(row.Number)) => Decision.Refuse(ReportRefusals.ReadRowUnknown),
            _ when record.Rows.Select(row => AnswerRules.Length(row.Answer)).FirstOrDefault(refusal => refusal is not null) is { } refusal =>
                Decision.Refuse(refusal),
            _ when Texts.Line(record.Source.Name, MostOfFileName, "/reading/fileName") is { } refusal => Decision.Refuse(refusal),
            _ when Header(record.Header) is { } refusal => Decision.Refuse(refusal),
            _ => Decision.Accept(record),
        };
    }

    private static Refusal? Header(PriorHeader header) =>
        AnswerRules.Line(header.DocumentNumber, "/reading/header/documentNumber")
        ?? AnswerRules.Line(header.Addressee, "/reading/header/addressee")
        ?? AnswerRules.Line(header.ContractorAddress, "/reading/header/contractorAddress")
        ?? AnswerRules.Line(header.ContractorName, "/reading/header/contractorName")
        ?? AnswerRules.Line(header.ContractName, "/reading/header/contractName");

    /// <summary>The state after an event.</summary>
    public static PriorReport Evolve(PriorReport state, IPriorReportEvent e) => e switch
    {
        PriorReportRecorded recorded => new PriorReport
        {
            ContractId = recorded.ContractId,
            Period = recorded.Period,
            Edition = recorded.Edition,
            Header = recorded.Header,
            Rows = recorded.Rows,
            Source = recorded.Source,
        },
        PriorReportWithdrawn withdrawn => state with { WithdrawnBy = withdrawn.By },
        _ => throw new ArgumentOutOfRangeException(nameof(e), e, "unknown event"),
    };
}
