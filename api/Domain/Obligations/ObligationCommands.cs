using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Domain.Obligations;

/// <summary>What someone asks of an obligation.</summary>
public interface IObligationCommand;

/// <summary>Begin the record, or read it in another edition when it has begun.</summary>
/// <param name="WordsChanged">Its words are others than in the edition in which it was read.</param>
public sealed record OpenObligation(
    Guid ContractId, string RequirementId, int Number, EditionRef Edition, bool Reported, IReadOnlyList<RequirementStatement> Statements, bool WordsChanged = false)
    : IObligationCommand
{
    /// <summary>One command for each requirement of the edition, in its order.</summary>
    public static IReadOnlyList<OpenObligation> Of(Guid contractId, AnnexEdition edition) =>
        [.. edition.Requirements.Select(r => new OpenObligation(
            contractId, r.Id, r.Number, new(edition.Code, edition.Revision), IsReported(edition, r.Number),
            [.. r.Statements.Select(s => new RequirementStatement(s.Id, s.Label, s.AlwaysExplained))]))];

    /// <summary>The form says which requirements have a row; without a form all but 1), which asks for the report itself.</summary>
    private static bool IsReported(AnnexEdition edition, int number) =>
        edition.Form is { } form ? form.Rows.Any(row => row.Number == number) : number != 1;
}

/// <summary>The contract's edition no longer has it.</summary>
public sealed record SetObligationAside : IObligationCommand;

/// <summary>Keep what is recorded although the words are others since: the look that was wanted was taken.</summary>
public sealed record KeepRecord : IObligationCommand;

/// <summary>Say that what is recorded holds for a reporting period too (今期もこのとおり).</summary>
/// <param name="Period">The period of the report that is worked on.</param>
public sealed record ReaffirmRecord(DateSpan Period) : IObligationCommand;

/// <summary>Record a status for the whole.</summary>
public sealed record SetStatus(ImplementationStatus Status, string? Reason) : IObligationCommand;

/// <summary>Record a status for one statement.</summary>
public sealed record SetStatementStatus(string StatementId, ImplementationStatus Status, string? Reason) : IObligationCommand;

/// <summary>Write down the 遵守の方法; blank takes it back.</summary>
public sealed record SetComplianceMethod(string? Method) : IObligationCommand;

/// <summary>Record a status against the statements.</summary>
public sealed record OverrideStatus(ImplementationStatus Status, string? Reason, string OverrideReason) : IObligationCommand;

/// <summary>Let these of the contractor's staff look after it.</summary>
public sealed record AssignObligation(IReadOnlyList<Guid> PersonIds) : IObligationCommand;

/// <summary>Let the status follow the statements again.</summary>
public sealed record LiftOverride : IObligationCommand;

/// <summary>Take the status of the whole back to unrecorded.</summary>
public sealed record WithdrawStatus : IObligationCommand;

/// <summary>Take the status of one statement back to unrecorded.</summary>
public sealed record WithdrawStatementStatus(string StatementId) : IObligationCommand;
