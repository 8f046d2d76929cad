using static SecurityTracker.Domain.Decision;

namespace SecurityTracker.Domain.Obligations;

/// <summary>What may happen to an obligation, and what it then is.</summary>
public static class ObligationDecider
{
    private const int MostAssignees = 20;

    /// <summary>The events that follow from a command, or why it is refused; nothing where nothing would change.</summary>
    public static Decision Decide(IObligationCommand command, Obligation state) => (command, state) switch
    {
        (OpenObligation c, { Exists: false }) =>
            Accept(new ObligationOpened(c.ContractId, c.RequirementId, c.Number, c.Edition, c.Reported, c.Statements)),
        (_, { Exists: false }) => Refuse(ObligationRefusals.RequirementUnknown),
        (OpenObligation c, { InForce: true }) when c.Edition == state.Edition => Nothing,
        (OpenObligation c, _) => Accept(new ObligationMovedToEdition(c.Edition, c.Number, c.Reported, c.Statements, c.WordsChanged)),
        (SetObligationAside, _) => state.InForce ? Accept(new ObligationSetAside()) : Nothing,
        (_, { InForce: false }) => Refuse(ObligationRefusals.NotInForce),
        (SetStatus c, _) => Set(c with { Reason = NullIfBlank(c.Reason) }, state),
        (SetStatementStatus c, _) => Set(c with { Reason = NullIfBlank(c.Reason) }, state),
        (SetComplianceMethod c, _) => Set(NullIfBlank(c.Method), state),
        (OverrideStatus c, _) => Override(c with { Reason = NullIfBlank(c.Reason) }, state),
        (WithdrawStatus, { Direct: not null }) => Accept(new ObligationStatusWithdrawn()),
        (WithdrawStatus, _) => state.Status is null ? Nothing : Refuse(ObligationRefusals.OverrideNeeded),
        (WithdrawStatementStatus c, _) => Withdraw(c, state),
        (KeepRecord, _) => state.LookWanted ? Accept(new ObligationRecordKept(state.Edition)) : Nothing,
        (ReaffirmRecord c, _) => state.Incomplete ? Refuse(ObligationRefusals.NothingToReaffirm)
            : state.ReaffirmedFor == c.Period ? Nothing
            : Accept(new ObligationRecordReaffirmed(c.Period.From, c.Period.To)),
        (AssignObligation c, _) => Assign([.. c.PersonIds.Distinct()], state),
        (LiftOverride, _) => state.Override is null ? Nothing : Accept(new ObligationOverrideLifted()),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "unknown command"),
    };

    /// <summary>The obligation after one more event.</summary>
    public static Obligation Evolve(Obligation state, IObligationEvent e) => e switch
    {
        ObligationOpened o => Obligation.Initial with
        {
            ContractId = o.ContractId, RequirementId = o.RequirementId, Number = o.Number, Edition = o.Edition,
            InForce = true, Reported = o.Reported, Statements = Read(o.Parts, []),
        },
        ObligationMovedToEdition m => state with
        {
            Edition = m.Edition, Number = m.Number, InForce = true, Reported = m.Reported, Statements = Read(m.Parts, state.Statements),
            WordsChanged = state.WordsChanged || m.WordsChanged,
        },
        ObligationRecordKept => state with { WordsChanged = false },
        ObligationRecordReaffirmed r => state with { ReaffirmedFor = new(r.From, r.To) },
        ObligationSetAside => state with { InForce = false },
        ObligationStatusSet s => state with { Direct = new(s.Status, s.Reason), WordsChanged = false },
        ObligationStatementStatusSet s => state with
        {
            Statements = [.. state.Statements.Select(x => x.Id == s.StatementId ? x with { Recorded = new(s.Status, s.Reason) } : x)],
        },
        ComplianceMethodSet m => state with { Method = m.Method },
        ObligationStatusOverridden o => state with { Override = new(o.Status, o.Reason, o.OverrideReason), WordsChanged = false },
        ObligationOverrideLifted => state with { Override = null },
        ObligationAssigned a => state with { Assignees = a.PersonIds },
        ObligationStatusWithdrawn => state with { Direct = null },
        ObligationStatementStatusWithdrawn w => state with
        {
            Statements = [.. state.Statements.Select(x => x.Id == w.StatementId ? x with { Recorded = null } : x)],
        },
        _ => throw new ArgumentOutOfRangeException(nameof(e), e, "unknown event"),
    };

    private static Decision Set(SetStatus c, Obligation state) =>
        CheckStatus(c.Status, c.Reason) is { } refusal ? Refuse(refusal)
        : state.RecordedByStatements || state.Override is not null ? Refuse(ObligationRefusals.OverrideNeeded)
        : state.Direct == new RecordedStatus(c.Status, c.Reason) && !state.WordsChanged ? Nothing
        : Accept(new ObligationStatusSet(c.Status, c.Reason));

    private static Decision Set(SetStatementStatus c, Obligation state) => state.Statements.FirstOrDefault(s => s.Id == c.StatementId) switch
    {
        null => Refuse(ObligationRefusals.StatementUnknown),
        _ when CheckStatus(c.Status, c.Reason) is { } refusal => Refuse(refusal),
        { Recorded: { } before } when before == new RecordedStatus(c.Status, c.Reason) => Nothing,
        _ => Accept(new ObligationStatementStatusSet(c.StatementId, c.Status, c.Reason)),
    };

    // With the last statement that has a status goes what was recorded against the statements.
    private static Decision Withdraw(WithdrawStatementStatus c, Obligation state)
    {
        var withdrawn = new ObligationStatementStatusWithdrawn(c.StatementId);
        return state.Statements.FirstOrDefault(s => s.Id == c.StatementId) switch
        {
            null => Refuse(ObligationRefusals.StatementUnknown),
            { Recorded: null } => Nothing,
            _ when state.Override is not null && !Evolve(state, withdrawn).RecordedByStatements => Accept(withdrawn, new ObligationOverrideLifted()),
            _ => Accept(withdrawn),
        };
    }

    private static Decision Set(string? method, Obligation state) =>
        method == state.Method ? Nothing
        : method is not null && Texts.Paragraphs(method, "/method") is { } refusal ? Refuse(refusal)
        : Accept(new ComplianceMethodSet(method));

    private static Decision Assign(Guid[] people, Obligation state) =>
        people.Length > MostAssignees ? Refuse(ObligationRefusals.AssigneesTooMany)
        : people.ToHashSet().SetEquals(state.Assignees) ? Nothing
        : Accept(new ObligationAssigned(people));

    private static Decision Override(OverrideStatus c, Obligation state) =>
        (CheckStatus(c.Status, c.Reason) ?? CheckOverrideReason(c.OverrideReason)) is { } refusal ? Refuse(refusal)
        : !state.RecordedByStatements ? Refuse(ObligationRefusals.OverrideNotNeeded)
        : state.Override == new StatusOverride(c.Status, c.Reason, c.OverrideReason) && !state.WordsChanged ? Nothing
        : Accept(new ObligationStatusOverridden(c.Status, c.Reason, c.OverrideReason));

    /// <summary>The rules for any status with its reason, of a record as of a report's row: one of the three, and a reason unless 実施.</summary>
    /// <returns>The refusal, pointing at <c>/status</c> or <c>/reason</c>, or null.</returns>
    public static Refusal? CheckStatus(ImplementationStatus status, string? reason) => status switch
    {
        _ when !Enum.IsDefined(status) => ObligationRefusals.StatusUnknown,
        not ImplementationStatus.IMPLEMENTED when Texts.IsBlank(reason) => ObligationRefusals.ReasonMissing,
        _ when reason is null => null,
        _ when Texts.Length(reason) > Texts.MaxParagraphs => ObligationRefusals.ReasonTooLong,
        _ => Texts.Paragraphs(reason, "/reason"),
    };

    private static Refusal? CheckOverrideReason(string reason) =>
        Texts.IsBlank(reason) ? ObligationRefusals.OverrideReasonMissing : Texts.Paragraphs(reason, "/overrideReason");

    private static string? NullIfBlank(string? text) => Texts.IsBlank(text) ? null : text;

    private static IReadOnlyList<ObligationStatement> Read(IReadOnlyList<RequirementStatement> statements, IReadOnlyList<ObligationStatement> before) =>
        [.. statements.Select(s => new ObligationStatement(s.Id, s.Label, s.AlwaysExplained, before.FirstOrDefault(b => b.Id == s.Id)?.Recorded))];
}
