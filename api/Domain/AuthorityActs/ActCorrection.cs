using static SecurityTracker.Domain.Decision;

namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>訂正: who entered a value may mend it, with a reason; the old value stays visible, and the other side is told.</summary>
public static class ActCorrection
{
    /// <summary>What a side may mend of an act as it stands.</summary>
    public static IReadOnlyList<CorrectedField> Correctable(AuthorityAct state, Side side) =>
        [.. Enum.GetValues<CorrectedField>().Where(field => Refusal(field, side, state) is null)];

    /// <summary>The correction, or why it cannot be.</summary>
    internal static Decision Decide(CorrectAct c, AuthorityAct state, ActMoment by) =>
        (Refusal(c.Field, by.Side, state) ?? AuthorityActRules.CheckReason(c.Reason) ?? CheckCondition(c, state) ?? CheckValue(c, state, by)) is { } refusal
            ? Refuse(refusal)
            : Correct(c, state, by);

    /// <summary>The act with the value mended.</summary>
    internal static AuthorityAct Apply(AuthorityAct state, AuthorityActCorrected e) => e.Field switch
    {
        CorrectedField.TITLE => state with { Content = state.Content with { Title = WrittenValue.Kept(e.NewValue) } },
        CorrectedField.STARTS_ON => state with { Content = state.Content with { StartsOn = WrittenValue.Day(e.NewValue) } },
        CorrectedField.STARTED_ON => state with { Content = state.Content with { StartedOn = WrittenValue.Day(e.NewValue) } },
        CorrectedField.ACT_AT => Mended(
            state, WrittenValue.Kept(WrittenValue.Instant(e.NewValue)), (decision, at) => decision with { ActAt = at }, (entry, at) => entry with { ActAt = at }),
        CorrectedField.EXPIRES_ON => Mended(
            state, WrittenValue.Day(e.NewValue), (decision, day) => decision with { ExpiresOn = day }, (entry, day) => entry with { ExpiresOn = day }),
        CorrectedField.REASON => Mended(state, e.NewValue, (decision, reason) => decision with { Reason = reason }, (entry, reason) => entry with { Reason = reason }),
        CorrectedField.CHANNEL => Entry(state, x => x with { Channel = WrittenValue.Kept(WrittenValue.Channel(e.NewValue)) }),
        CorrectedField.NOTE => Entry(state, x => x with { Note = e.NewValue }),
        CorrectedField.OFFICER_NAME => Entry(state, x => x with { OfficerName = e.NewName }),
        CorrectedField.CONDITION => Condition(state, e.Condition, c => c with { Text = WrittenValue.Kept(e.NewValue) }),
        CorrectedField.CONDITION_DUE_ON => Condition(state, e.Condition, c => c with { DueOn = WrittenValue.Day(e.NewValue) }),
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.Field, "A field without a rule"),
    };

    private static Refusal? Refusal(CorrectedField field, Side side, AuthorityAct state) => OwnerOf(field, state) switch
    {
        null => AuthorityActRefusals.NothingToCorrect,
        _ when field is CorrectedField.OFFICER_NAME or CorrectedField.CHANNEL or CorrectedField.NOTE && state.DecidedBy is null => AuthorityActRefusals.NothingToCorrect,
        { } owner => owner == side ? null : AuthorityActRefusals.CorrectionNotYours,
    };

    // The side that entered it; null where there is nothing.
    private static Side? OwnerOf(CorrectedField field, AuthorityAct state) => field switch
    {
        // The title of a version of the 確認書類 is the program's own: it says which version.
        CorrectedField.TITLE => state.Content.Target?.Kind == TargetKind.CONFIRMATION_DOCUMENT ? null : Side.CONTRACTOR,
        CorrectedField.STARTS_ON => Side.CONTRACTOR,
        CorrectedField.STARTED_ON => state.Content.StartedOn is null ? null : Side.CONTRACTOR,
        _ when state.Decision is null => null,
        CorrectedField.EXPIRES_ON when state.Decision.Outcome != ActOutcome.GRANTED => null,
        CorrectedField.CONDITION or CorrectedField.CONDITION_DUE_ON when state.Decision.Conditions.Count == 0 => null,
        CorrectedField.REASON when state.Decision.Outcome == ActOutcome.GRANTED => null,
        _ => state.Decision.Record is null ? Side.OFFICER : Side.CONTRACTOR,
    };

    private static Refusal? CheckValue(CorrectAct c, AuthorityAct state, ActMoment by) => (c.Field, state.Decision) switch
    {
        (CorrectedField.STARTS_ON or CorrectedField.STARTED_ON or CorrectedField.EXPIRES_ON or CorrectedField.CONDITION_DUE_ON, _)
            when c.Value is not null && WrittenValue.Day(c.Value) is null => AuthorityActRefusals.CorrectionInvalid,
        (CorrectedField.STARTED_ON, _) when WrittenValue.Day(c.Value) > by.Today => AuthorityActRefusals.DayInFuture.At("/value"),
        (CorrectedField.EXPIRES_ON, { } decision) when WrittenValue.Day(c.Value) < Moment.DayOf(decision.ActAt) => AuthorityActRefusals.ExpiryBeforeAct.At("/value"),
        (CorrectedField.ACT_AT, { } decision) => WrittenValue.Instant(c.Value) is { } at ? CheckActAt(at, decision, state, by) : AuthorityActRefusals.CorrectionInvalid,
        (CorrectedField.TITLE, _) => Texts.Line(c.Value, AuthorityActRules.MaxLine, "/value"),
        (CorrectedField.REASON or CorrectedField.CONDITION, _) => Texts.Paragraphs(c.Value, "/value"),
        (CorrectedField.CONDITION_DUE_ON, { } decision) => AuthorityActRules.CheckDue(WrittenValue.Day(c.Value), decision.ActAt, "/value"),
        (CorrectedField.NOTE, _) => c.Value is null ? null : Texts.Paragraphs(c.Value, "/value"),
        (CorrectedField.CHANNEL, _) => WrittenValue.Channel(c.Value) is null or Channel.SYSTEM ? AuthorityActRefusals.CorrectionInvalid : null,
        (CorrectedField.OFFICER_NAME, _) => Texts.Line(c.Name?.Value, AuthorityActRules.MaxLine, "/value"),
        _ => null,
    };

    private static Refusal? CheckActAt(DateTimeOffset at, ActDecision decision, AuthorityAct state, ActMoment by) =>
        AuthorityActRules.CheckActAt(at, by.Now)?.At("/value")
        ?? (state.Withdrawal?.ActAt < at ? AuthorityActRefusals.WithdrawalBeforeGrant.At("/value") : null)
        ?? (decision.ExpiresOn < Moment.DayOf(at) ? AuthorityActRefusals.ExpiryBeforeAct.At("/value") : null)
        ?? decision.Conditions.Select(condition => AuthorityActRules.CheckDue(condition.DueOn, at, "/value")).FirstOrDefault(r => r is not null);

    private static Decision Correct(CorrectAct c, AuthorityAct state, ActMoment by)
    {
        if (c is { Field: CorrectedField.OFFICER_NAME, Name: { } name })
        {
            var before = state.DecidedBy?.Entry.OfficerName;
            return name.Ref == before ? Nothing : Accept(new AuthorityActCorrected(c.Field, OldValue: null, NewValue: null, before, name.Ref, by.Side, c.Reason));
        }

        var old = Current(c, state);
        var value = c.Field == CorrectedField.ACT_AT && WrittenValue.Instant(c.Value) is { } at ? WrittenValue.Of(at) : c.Value;
        return old == value ? Nothing : Accept(new AuthorityActCorrected(c.Field, old, value, OldName: null, NewName: null, by.Side, c.Reason, c.Condition));
    }

    private static string? Current(CorrectAct c, AuthorityAct state) => (c.Field, state.Decision) switch
    {
        (CorrectedField.TITLE, _) => state.Content.Title,
        (CorrectedField.STARTS_ON, _) => WrittenValue.Of(state.Content.StartsOn),
        (CorrectedField.STARTED_ON, _) => WrittenValue.Of(state.Content.StartedOn),
        (CorrectedField.ACT_AT, { } decision) => WrittenValue.Of(decision.ActAt),
        (CorrectedField.EXPIRES_ON, { } decision) => WrittenValue.Of(decision.ExpiresOn),
        (CorrectedField.REASON, { } decision) => decision.Reason,
        (CorrectedField.CHANNEL, _) => state.DecidedBy?.Entry.Channel.ToString(),
        (CorrectedField.NOTE, _) => state.DecidedBy?.Entry.Note,
        (CorrectedField.CONDITION, { } decision) when c.Condition is { } place => decision.Conditions[place].Text,
        (CorrectedField.CONDITION_DUE_ON, { } decision) when c.Condition is { } place => WrittenValue.Of(decision.Conditions[place].DueOn),
        _ => null,
    };

    // A condition is named by its place, and nothing else is.
    private static Refusal? CheckCondition(CorrectAct c, AuthorityAct state) =>
        (c.Field is CorrectedField.CONDITION or CorrectedField.CONDITION_DUE_ON, c.Condition) switch
        {
            (true, { } place) when place >= 0 && place < state.Decision?.Conditions.Count => null,
            (false, null) => null,
            _ => AuthorityActRefusals.ConditionUnknown,
        };

    private static AuthorityAct Condition(AuthorityAct state, int? place, Func<ActCondition, ActCondition> change)
    {
        IReadOnlyList<ActCondition> mended = [.. state.Decision?.Conditions.Select((condition, i) => i == place ? change(condition) : condition) ?? []];
        return Mended(state, mended, (decision, conditions) => decision with { Conditions = conditions }, (entry, conditions) => entry with { Conditions = conditions });
    }

    // A decision that rests on a record stands in both.
    private static AuthorityAct Mended<T>(
        AuthorityAct state, T value, Func<ActDecision, T, ActDecision> decided, Func<AuthorityActRecordedFromOutside, T, AuthorityActRecordedFromOutside> recorded) =>
        state.Decision is { } decision
            ? Entry(state, entry => recorded(entry, value)) with { Decision = decided(decision, value) }
            : throw new ArgumentException("Nothing is decided that could be mended", nameof(state));

    // What the officer confirmed was the value before: a mended record waits for confirmation again.
    private static AuthorityAct Entry(AuthorityAct state, Func<AuthorityActRecordedFromOutside, AuthorityActRecordedFromOutside> change) => state with
    {
        Records = [.. state.Records.Select(r => r.Entry.Number == state.Decision?.Record
            ? r with { Entry = change(r.Entry), Status = RecordStatus.UNCONFIRMED }
            : r)],
    };
}
