namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>What the fields of an act must be. Each check answers the first refusal, or null when all is well.</summary>
internal static class AuthorityActRules
{
    public const int MaxLine = 200;
    private const int MaxConditions = 20;
    private const int MaxScopeEntries = 50;
    private const int Sha256Length = 64;
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Refusal? CheckActAt(DateTimeOffset actAt, DateTimeOffset now) =>
        actAt > now ? AuthorityActRefusals.ActInFuture : actAt < Earliest ? AuthorityActRefusals.ActTooEarly : null;

    public static Refusal? CheckContent(ActRequestContent content, bool standingPossible, IReadOnlyList<string> peopleNames, DateOnly today) =>
        Texts.Line(content.Title, MaxLine, "/title")
        ?? Texts.Paragraphs(content.Text, "/text")
        ?? (content.StartedOn > today ? AuthorityActRefusals.DayInFuture.At("/startedOn") : null)
        ?? CheckDay(content.StartsOn, "/startsOn")
        ?? CheckDay(content.StartedOn, "/startedOn")
        ?? CheckTarget(content.Target)
        ?? content switch
        {
            { Mode: ActMode.INDIVIDUAL, Scope: not null } => ScopeRefusals.ScopeNotWanted,
            { Mode: ActMode.INDIVIDUAL } => null,
            _ when !standingPossible => ScopeRefusals.StandingNotPossible,
            { Scope: null } => ScopeRefusals.ScopeMissing,
            { Scope: { } scope } => CheckScope(scope, peopleNames, today),
        };

    /// <summary>An outcome with what belongs to it.</summary>
    public static Refusal? CheckOutcome(ActOutcome outcome, IReadOnlyList<ActCondition> conditions, DateOnly? expiresOn, string? reason, DateTimeOffset actAt) =>
        outcome switch
        {
            ActOutcome.GRANTED => CheckConditions(conditions, actAt)
                ?? (expiresOn < Moment.DayOf(actAt) ? AuthorityActRefusals.ExpiryBeforeAct : null)
                ?? CheckDay(expiresOn, "/expiresOn"),
            _ when conditions.Count > 0 || expiresOn is not null => AuthorityActRefusals.ConditionsNotWanted,
            _ when Texts.IsBlank(reason) => AuthorityActRefusals.ReasonMissing,
            _ => Texts.Paragraphs(reason, "/reason"),
        };

    public static Refusal? CheckReason(string? reason) =>
        Texts.IsBlank(reason) ? AuthorityActRefusals.ReasonMissing : Texts.Paragraphs(reason, "/reason");

    public static Refusal? CheckDay(DateOnly? day, string pointer) =>
        day is { Year: < 2000 or > 2100 } ? AuthorityActRefusals.ActTooEarly.At(pointer) : null;

    /// <summary>The last day of a condition, given with a word of this instant: it may lie after the end of the word (erase what was copied), not before the word.</summary>
    public static Refusal? CheckDue(DateOnly? dueOn, DateTimeOffset actAt, string pointer) =>
        dueOn < Moment.DayOf(actAt) ? AuthorityActRefusals.ConditionDueBeforeAct.At(pointer) : CheckDay(dueOn, pointer);

    private static Refusal? CheckConditions(IReadOnlyList<ActCondition> conditions, DateTimeOffset actAt) =>
        conditions.Count > MaxConditions ? AuthorityActRefusals.TooManyConditions
        : conditions.Select((c, i) => Texts.Paragraphs(c.Text, $"/conditions/{i}/text") ?? CheckDue(c.DueOn, actAt, $"/conditions/{i}/dueOn")).FirstOrDefault(r => r is not null);

    private static Refusal? CheckTarget(ActTarget? target) =>
        target is null || (target.Version > 0 && (target.Sha256 is null || (target.Sha256.Length == Sha256Length && target.Sha256.All(char.IsAsciiHexDigit))))
            ? null
            : AuthorityActRefusals.TargetInvalid;

    private static Refusal? CheckScope(StandingScope scope, IReadOnlyList<string> peopleNames, DateOnly today) =>
        Texts.Paragraphs(scope.What, "/scope/what")
        ?? Lines(scope.Media, "media") ?? Lines(scope.Purposes, "purposes") ?? Lines(scope.Places, "places") ?? Lines(peopleNames, "people")
        ?? CheckDay(scope.Until, "/scope/until")
        ?? (scope.Until < today ? ScopeRefusals.UntilPast : null);

    private static Refusal? Lines(IReadOnlyList<string> entries, string name) =>
        entries.Count > MaxScopeEntries ? ScopeRefusals.ScopeTooLong.At($"/scope/{name}")
        : entries.Select((entry, i) => Texts.Line(entry, MaxLine, $"/scope/{name}/{i}")).FirstOrDefault(r => r is not null);
}
