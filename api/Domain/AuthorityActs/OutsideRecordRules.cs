using static SecurityTracker.Domain.Decision;

namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>What the contractor may write down of what the officer said by mail, telephone, on paper or in a meeting.</summary>
internal static class OutsideRecordRules
{
    public static Decision Record(RecordFromOutside c, AuthorityAct state, ActMoment by)
    {
        var refusal = c.Channel is Channel.SYSTEM or Channel.UNSENT ? AuthorityActRefusals.ChannelUnknown
            : Possible(c, state, by)
                ?? AuthorityActRules.CheckActAt(c.ActAt, by.Now)
                ?? (c.Outcome == ActOutcome.WITHDRAWN && c.ActAt < state.Decision?.ActAt ? AuthorityActRefusals.WithdrawalBeforeGrant : null)
                ?? AuthorityActRules.CheckOutcome(c.Outcome, c.Conditions, c.ExpiresOn, c.Reason, c.ActAt)
                ?? Evidence(c)
                ?? Texts.OptionalLine(c.OfficerName?.Value, AuthorityActRules.MaxLine, "/officerName")
                ?? (c.Note is null ? null : Texts.Paragraphs(c.Note, "/note"));
        return refusal is not null ? Refuse(refusal) : Accept(new AuthorityActRecordedFromOutside(
            state.Records.Count + 1, c.Outcome, c.Channel, c.ActAt, c.OfficerName?.Ref, c.Conditions, c.ExpiresOn,
            c.Outcome == ActOutcome.GRANTED ? null : c.Reason, c.Note, c.Files, c.Mail));
    }

    private static Refusal? Possible(RecordFromOutside c, AuthorityAct state, ActMoment by) => c.Outcome == ActOutcome.WITHDRAWN
        ? state.StateOn(by.Today) switch
        {
            ActState.GRANTED => null,
            ActState.EXPIRED => AuthorityActRefusals.Expired,
            _ => AuthorityActRefusals.NotGranted,
        }
        : state.IsOpen ? null : AuthorityActRefusals.NotOpen;

    private static Refusal? Evidence(RecordFromOutside c) => c switch
    {
        { Channel: Channel.MAIL, Mail: null, Files: [] } or { Channel: Channel.PAPER, Files: [] } => AuthorityActRefusals.FileMissing,
        { Channel: Channel.TELEPHONE or Channel.MEETING, OfficerName: null } => AuthorityActRefusals.OfficerMissing,
        _ => null,
    };
}
