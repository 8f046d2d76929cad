using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.Domain.Obligations;

/// <summary>What happened to one requirement of one contract.</summary>
public interface IObligationEvent : IEvent;

/// <summary>A ①-level statement of the requirement, which has its own status.</summary>
/// <param name="Id">e.g. <c>17:15.10</c>.</param>
/// <param name="Label">As printed: ⑩.</param>
/// <param name="AlwaysExplained">The text demands an explanation whatever the status (15)⑩).</param>
public sealed record RequirementStatement(string Id, string Label, bool AlwaysExplained);

/// <summary>The contract's edition has this requirement: its record begins.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="RequirementId">e.g. <c>17:15</c>, or <c>extra:1</c> for an added item.</param>
/// <param name="Number">15.</param>
/// <param name="Edition">The edition it is read in.</param>
/// <param name="Reported">Whether the 別紙 has a row for it; 1) has none.</param>
/// <param name="Parts">Its ①-level statements, or empty; the word is older than the one that the program speaks now.</param>
public sealed record ObligationOpened(
    Guid ContractId, string RequirementId, int Number, EditionRef Edition, bool Reported, IReadOnlyList<RequirementStatement> Parts) : IObligationEvent;

/// <summary>A changed contract reads the requirement in another edition; what was recorded stays, except for statements that are gone.</summary>
/// <param name="WordsChanged">Its words are others there: what was recorded wants a look before it counts. False in events before it was kept.</param>
public sealed record ObligationMovedToEdition(
    EditionRef Edition, int Number, bool Reported, IReadOnlyList<RequirementStatement> Parts, bool WordsChanged = false) : IObligationEvent;

/// <summary>A person looked at the changed words and keeps what was recorded.</summary>
public sealed record ObligationRecordKept(EditionRef Edition) : IObligationEvent;

/// <summary>A person says that what is recorded holds for a reporting period too.</summary>
/// <param name="From">The first day of the period.</param>
/// <param name="To">Its last day.</param>
public sealed record ObligationRecordReaffirmed(DateOnly From, DateOnly To) : IObligationEvent;

/// <summary>The contract's edition no longer has the requirement; its record is kept and no longer counted.</summary>
public sealed record ObligationSetAside : IObligationEvent;

/// <summary>The status of the whole requirement, as recorded by a person.</summary>
public sealed record ObligationStatusSet(ImplementationStatus Status, string? Reason) : IObligationEvent;

/// <summary>The status of one statement; for a statement that is always explained the reason is that explanation.</summary>
public sealed record ObligationStatementStatusSet(string StatementId, ImplementationStatus Status, string? Reason) : IObligationEvent;

/// <summary>遵守の方法, or null when it is taken back.</summary>
public sealed record ComplianceMethodSet(string? Method) : IObligationEvent;

/// <summary>A person sets another status than the statements roll up to, and says why.</summary>
public sealed record ObligationStatusOverridden(ImplementationStatus Status, string? Reason, string OverrideReason) : IObligationEvent;

/// <summary>The status follows the statements again.</summary>
public sealed record ObligationOverrideLifted : IObligationEvent;

/// <summary>Who of the contractor's staff looks after it from now on; nobody where the list is empty.</summary>
public sealed record ObligationAssigned(IReadOnlyList<Guid> PersonIds) : IObligationEvent;

/// <summary>The status of the whole is taken back to unrecorded: it was a slip. What it was stays in the history.</summary>
public sealed record ObligationStatusWithdrawn : IObligationEvent;

/// <summary>The status of one statement is taken back to unrecorded.</summary>
public sealed record ObligationStatementStatusWithdrawn(string StatementId) : IObligationEvent;
