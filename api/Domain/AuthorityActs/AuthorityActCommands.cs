using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Files;

namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>What someone asks of an act of authority.</summary>
public interface IAuthorityActCommand;

/// <summary>Who asks and when. Nothing of it enters an event; the store keeps who and when beside each.</summary>
/// <param name="Side">For which side.</param>
/// <param name="PersonId">The person; null for the program itself.</param>
/// <param name="OtherSide">The people who acted in this matter for the other side.</param>
/// <param name="Opened">Whether this person has opened the thing at its present version.</param>
/// <param name="Now">The instant of entry.</param>
public sealed record ActMoment(Side Side, Guid? PersonId, IReadOnlySet<Guid> OtherSide, bool Opened, DateTimeOffset Now) : Moment(Now)
{
    /// <summary>The same person on both sides.</summary>
    public bool OnBothSides => PersonId is { } id && OtherSide.Contains(id);
}

/// <summary>Ask for the officer's word.</summary>
/// <param name="Procedure">What the contract's edition says of it; null where it has no such thing.</param>
/// <param name="PeopleNames">The names of the scope's people, beside their ids.</param>
public sealed record RequestAct(Guid ContractId, EditionRef Edition, Procedure? Procedure, ActRequestContent Content, IReadOnlyList<string> PeopleNames) : IAuthorityActCommand;

/// <summary>Change an open request.</summary>
public sealed record ChangeActRequest(ActRequestContent Content, bool StandingPossible, IReadOnlyList<string> PeopleNames) : IAuthorityActCommand;

/// <summary>Ask back (照会).</summary>
public sealed record InquireAct(string Text) : IAuthorityActCommand;

/// <summary>Answer a 照会.</summary>
public sealed record AnswerAct(string Text, IReadOnlyList<FileRef> Files) : IAuthorityActCommand;

/// <summary>Give the word, or 不可とする.</summary>
public sealed record DecideAct(ActOutcome Outcome, IReadOnlyList<ActCondition> Conditions, DateOnly? ExpiresOn, string? Reason, DateTimeOffset ActAt) : IAuthorityActCommand;

/// <summary>Take the word back.</summary>
public sealed record WithdrawAct(string Reason, DateTimeOffset ActAt) : IAuthorityActCommand;

/// <summary>No longer ask.</summary>
public sealed record CancelAct(string Reason) : IAuthorityActCommand;

/// <summary>Write down what the officer said outside of the program.</summary>
public sealed record RecordFromOutside(
    ActOutcome Outcome,
    Channel Channel,
    DateTimeOffset ActAt,
    PersonalNote? OfficerName,
    IReadOnlyList<ActCondition> Conditions,
    DateOnly? ExpiresOn,
    string? Reason,
    string? Note,
    IReadOnlyList<FileRef> Files,
    MailProof? Mail) : IAuthorityActCommand;

/// <summary>A personal value as it came, with the id under which it is kept.</summary>
public sealed record PersonalNote([property: Personal] string Value, PersonalRef Ref);

/// <summary>Confirm the latest record that nobody confirmed (担当職員確認済).</summary>
public sealed record ConfirmRecord : IAuthorityActCommand;

/// <summary>Say that the latest record that nobody confirmed is not so.</summary>
public sealed record ObjectToRecord(string Reason) : IAuthorityActCommand;

/// <summary>Mend a slip (訂正).</summary>
/// <param name="Value">As text; null empties the field.</param>
/// <param name="Name">The new name, for a name.</param>
/// <param name="Condition">Which of the conditions, from 0, for a condition.</param>
public sealed record CorrectAct(CorrectedField Field, string? Value, PersonalNote? Name, string Reason, int? Condition = null) : IAuthorityActCommand;

/// <summary>Record an assessment.</summary>
public sealed record AssessAct(string Text) : IAuthorityActCommand;

/// <summary>Say when what was asked for began.</summary>
public sealed record StartUnderAct(DateOnly On) : IAuthorityActCommand;

/// <summary>Say that what the act was given for changed materially.</summary>
public sealed record ChangeActTarget(int Version, string Summary) : IAuthorityActCommand;

/// <summary>Record what was done under a 包括 act.</summary>
public sealed record UseAct(ActUse Use, string? Note) : IAuthorityActCommand;

/// <summary>Record how a condition was kept.</summary>
public sealed record KeepCondition(int Condition, DateOnly On, string Text, IReadOnlyList<FileRef> Files) : IAuthorityActCommand;

/// <summary>Say how and when what was last written was sent to the officer; UNSENT says that it was not.</summary>
public sealed record DeliverAct(Channel Channel, DateTimeOffset ActAt) : IAuthorityActCommand;
