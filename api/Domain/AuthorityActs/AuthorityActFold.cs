namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>What an act of authority is after each of its events.</summary>
public static class AuthorityActFold
{
    /// <summary>The act after one more event.</summary>
    public static AuthorityAct Evolve(AuthorityAct before, IAuthorityActEvent e)
    {
        ArgumentNullException.ThrowIfNull(before);
        var state = before with { Version = before.Version + 1 };
        return e switch
        {
            AuthorityActRequested r => Waiting(state, ActState.REQUESTED) with
            {
                ContractId = r.ContractId, Subject = r.Subject, Kind = r.Kind, Approver = r.Approver, Edition = r.Edition, Number = r.Number,
                RequirementId = r.RequirementId, Wording = r.Wording, Before = r.Before, Content = r.Content,
            },
            AuthorityActRequestChanged c => Waiting(state, state.State == ActState.INQUIRED ? ActState.INQUIRED : state.State) with { Content = c.Content },
            AuthorityActInquired => Waiting(state, ActState.INQUIRED),
            AuthorityActAnswered => Waiting(state, ActState.ANSWERED),
            AuthorityActGranted g => Decided(state, ActState.GRANTED, new(ActOutcome.GRANTED, g.ActAt, g.Conditions, g.ExpiresOn, Reason: null, Record: null)),
            AuthorityActDeclined d => Decided(state, ActState.DECLINED, new(ActOutcome.DECLINED, d.ActAt, [], ExpiresOn: null, d.Reason, Record: null)),
            AuthorityActWithdrawn w => state with { State = ActState.WITHDRAWN, Withdrawal = new(w.Reason, w.ActAt, Record: null), DecidedVersion = state.Version },
            AuthorityActCancelled => state with { State = ActState.CANCELLED },
            AuthorityActRecordedFromOutside o => Recorded(state, o),
            AuthorityActRecordConfirmed c => With(state, c.Number, r => r with { Status = RecordStatus.CONFIRMED }),
            AuthorityActRecordObjected o => Objected(state, o),
            AuthorityActCorrected c => ActCorrection.Apply(state, c) with
            {
                CorrectedFor = c.EnteredBy == Side.CONTRACTOR ? Side.OFFICER : Side.CONTRACTOR, CorrectedVersion = state.Version,
            },
            AuthorityActStarted s => state with { Content = state.Content with { StartedOn = s.On } },
            AuthorityActTargetChanged t => state with { TargetVersionNow = t.Version },
            AuthorityActDelivered d => state with { Delivery = d.Channel == Channel.UNSENT ? null : new(d.Channel, d.ActAt) },
            AuthorityActUsed u => state with { Uses = u.Number },
            AuthorityActConditionKept k => state with { ConditionsKept = [.. state.ConditionsKept.Append(k.Condition).Distinct().Order()] },
            AuthorityActAssessed => state,
            _ => throw new ArgumentOutOfRangeException(nameof(e), e, "unknown event"),
        };
    }

    private static AuthorityAct Waiting(AuthorityAct state, ActState where) => state with { State = where, WaitingVersion = state.Version, Delivery = null };

    private static AuthorityAct Decided(AuthorityAct state, ActState where, ActDecision decision) =>
        state with { State = where, Decision = decision, DecidedVersion = state.Version };

    private static AuthorityAct Recorded(AuthorityAct state, AuthorityActRecordedFromOutside o)
    {
        var recorded = state with { Records = [.. state.Records, new(o, RecordStatus.UNCONFIRMED, Objection: null, state.State)], WaitingVersion = state.Version };
        return o.Outcome switch
        {
            ActOutcome.GRANTED => recorded with { State = ActState.GRANTED, Decision = new(o.Outcome, o.ActAt, o.Conditions, o.ExpiresOn, Reason: null, o.Number) },
            ActOutcome.DECLINED => recorded with { State = ActState.DECLINED, Decision = new(o.Outcome, o.ActAt, [], ExpiresOn: null, o.Reason, o.Number) },
            ActOutcome.INQUIRED => recorded with { State = ActState.INQUIRED },
            _ => recorded with { State = ActState.WITHDRAWN, Withdrawal = new(o.Reason ?? "", o.ActAt, o.Number) },
        };
    }

    // An objected record stays visible; what rested on it is as it was before.
    private static AuthorityAct Objected(AuthorityAct state, AuthorityActRecordObjected o)
    {
        var objected = With(state, o.Number, r => r with { Status = RecordStatus.OBJECTED, Objection = o.Reason }) with { ObjectedVersion = state.Version };
        var (entry, back) = state.Records.Where(r => r.Entry.Number == o.Number).Select(r => (r.Entry, r.Before)).First();
        return (state.Withdrawal?.Record == o.Number, state.Decision?.Record == o.Number) switch
        {
            (true, _) => Waiting(objected, back) with { Withdrawal = null },
            (_, true) when state.Withdrawal is null => Waiting(objected, back) with { Decision = null, ConditionsKept = [] },
            _ when entry.Outcome == ActOutcome.INQUIRED && state.State == ActState.INQUIRED => Waiting(objected, back),
            _ => objected,
        };
    }

    private static AuthorityAct With(AuthorityAct state, int number, Func<OutsideRecord, OutsideRecord> change) =>
        state with { Records = [.. state.Records.Select(r => r.Entry.Number == number ? change(r) : r)] };
}
