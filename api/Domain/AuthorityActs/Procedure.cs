namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>One act or communication that an edition asks for.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Act">The act, or null for a communication.</param>
/// <param name="Communication">The communication, or null for an act.</param>
/// <param name="Direction">Which way it goes; an act is asked for by the contractor.</param>
/// <param name="Number">The number of the item in this edition; null where the words stand outside the annex.</param>
/// <param name="RequirementId">The requirement or statement, e.g. <c>17:15.5</c>.</param>
/// <param name="Wording">The word as this edition prints it (了承, 了解 …).</param>
/// <param name="Sentence">The sentence in which it stands, to the character.</param>
/// <param name="Source">Where that is.</param>
/// <param name="Approver">Whose word; null for a communication.</param>
/// <param name="Before">The text wants it beforehand, so that the time of the act is a fact worth showing.</param>
/// <param name="StandingPossible">It may be given for what is to come (包括).</param>
/// <param name="Title">What it is called on screen.</param>
public sealed record Procedure(
    ProcedureSubject Subject,
    ActKind? Act,
    CommunicationKind? Communication,
    Direction Direction,
    int? Number,
    string? RequirementId,
    string Wording,
    string Sentence,
    ProcedureSource Source,
    Approver? Approver,
    bool Before,
    bool StandingPossible,
    Message Title);
