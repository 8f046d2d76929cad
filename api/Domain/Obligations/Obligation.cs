using System.Text.Json.Serialization;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Domain.Obligations;

/// <summary>Where the status of a requirement comes from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StatusSource>))]
public enum StatusSource
{
    /// <summary>A person recorded it for the whole.</summary>
    DIRECT,

    /// <summary>It follows from the statements.</summary>
    ROLLED_UP,

    /// <summary>A person recorded it against the statements, with a reason.</summary>
    OVERRIDDEN,
}

/// <summary>A status with its reason.</summary>
public sealed record RecordedStatus(ImplementationStatus Status, string? Reason);

/// <summary>A status recorded against the statements.</summary>
public sealed record StatusOverride(ImplementationStatus Status, string? Reason, string OverrideReason);

/// <summary>A ①-level statement with what is recorded for it.</summary>
public sealed record ObligationStatement(string Id, string Label, bool AlwaysExplained, RecordedStatus? Recorded);

/// <summary>One requirement of one contract as its events tell it. No status is the absence of one.</summary>
public sealed record Obligation(
    Guid ContractId,
    string RequirementId,
    int Number,
    EditionRef Edition,
    bool InForce,
    bool Reported,
    IReadOnlyList<ObligationStatement> Statements,
    RecordedStatus? Direct,
    StatusOverride? Override,
    string? Method,
    IReadOnlyList<Guid> Assignees)
{
    /// <summary>Not opened yet.</summary>
    public static Obligation Initial { get; } = new(
        Guid.Empty, RequirementId: "", Number: 0, new EditionRef("", 0), InForce: false, Reported: false, [], Direct: null, Override: null, Method: null, Assignees: []);

    /// <summary>Its words were changed by another edition since a person last recorded it or looked at it.</summary>
    public bool WordsChanged { get; init; }

    /// <summary>The last period for which a person said that what is recorded holds too; null where nobody ever did.</summary>
    public DateSpan? ReaffirmedFor { get; init; }

    /// <summary>Whether something has still to be recorded before a report can say it.</summary>
    [JsonIgnore]
    public bool Incomplete => Status is null || ReasonMissing || LookWanted;

    /// <summary>Whether what is recorded wants a look before it counts: it answers words that are others now.</summary>
    [JsonIgnore]
    public bool LookWanted => WordsChanged && Status is not null;

    /// <summary>Whether the contract's edition ever had it.</summary>
    [JsonIgnore]
    public bool Exists => ContractId != Guid.Empty;

    /// <summary>
    /// Whether the statements speak for the whole: one of them has a status. A statement that is always explained does not count, for
    /// its explanation is wanted beside a status of the whole too.
    /// </summary>
    [JsonIgnore]
    public bool RecordedByStatements => Statements.Any(s => s is { AlwaysExplained: false, Recorded: not null });

    /// <summary>The status in force: overridden, else rolled up from the statements once each has one, else recorded for the whole.</summary>
    [JsonIgnore]
    public ImplementationStatus? Status => Override?.Status ?? RollUp.Of(Statements)?.Status ?? Direct?.Status;

    /// <summary>The reason beside <see cref="Status"/>; of a roll-up the reasons of the statements that are not 実施, each with its label.</summary>
    [JsonIgnore]
    public string? Reason => Override is { } o ? o.Reason : (RollUp.Of(Statements) ?? Direct)?.Reason;

    /// <summary>Where <see cref="Status"/> comes from, or null while there is none.</summary>
    [JsonIgnore]
    public StatusSource? Source => this switch
    {
        { Override: not null } => StatusSource.OVERRIDDEN,
        _ when RollUp.Of(Statements) is not null => StatusSource.ROLLED_UP,
        { Direct: not null } => StatusSource.DIRECT,
        _ => null,
    };

    /// <summary>Whether any statement must always be explained (15)⑩ of ED-C and ED-D).</summary>
    [JsonIgnore]
    public bool ExplanationRequired => Statements.Any(s => s.AlwaysExplained);

    /// <summary>
    /// The explanation of the statement that must always be explained: its own, else the reason why the whole is 該当なし, so that
    /// nobody writes it twice; null while there is none.
    /// </summary>
    [JsonIgnore]
    public string? Explanation =>
        Statements.Where(s => s.AlwaysExplained).Select(s => s.Recorded?.Reason).FirstOrDefault(reason => !Texts.IsBlank(reason))
        ?? (ExplanationRequired && Status == ImplementationStatus.NOT_APPLICABLE ? Reason : null);

    /// <summary>Whether a text that the form will demand is still to be written: a reason, or the explanation of ⑩.</summary>
    [JsonIgnore]
    public bool ReasonMissing => Status is { } status
        && ((status != ImplementationStatus.IMPLEMENTED && Texts.IsBlank(Reason)) || (ExplanationRequired && Explanation is null));
}

/// <summary>
/// How the statements make the status of the whole. The form has no rule of its own; ours, until the officer says otherwise: any
/// applicable statement 未実施 → 未実施; all 該当なし → 該当なし; else 実施. There is a result only when every statement has a status.
/// </summary>
public static class RollUp
{
    /// <summary>The status and the joined reasons of the statements, or null while a statement has none or there are no statements.</summary>
    public static RecordedStatus? Of(IReadOnlyList<ObligationStatement> statements)
    {
        var recorded = statements.Select(s => s.Recorded).OfType<RecordedStatus>().ToList();
        if (recorded.Count == 0 || recorded.Count < statements.Count)
        {
            return null;
        }

        var all = recorded.Select(r => r.Status).ToHashSet();
        var status = all.Contains(ImplementationStatus.NOT_IMPLEMENTED) ? ImplementationStatus.NOT_IMPLEMENTED
            : all.SetEquals([ImplementationStatus.NOT_APPLICABLE]) ? ImplementationStatus.NOT_APPLICABLE
            : ImplementationStatus.IMPLEMENTED;
        return new(status, Reasons(statements));
    }

    private static string? Reasons(IReadOnlyList<ObligationStatement> statements)
    {
        var lines = from statement in statements
                    let recorded = statement.Recorded
                    where recorded is { Status: not ImplementationStatus.IMPLEMENTED }
                    select $"{statement.Label} {recorded.Status.Printed()}　{recorded.Reason}";
        var text = string.Join('\n', lines);
        return text.Length == 0 ? null : text;
    }

    /// <summary>The word of the form: 実施, 未実施 or 該当なし (記載要領 1).</summary>
    public static string Printed(this ImplementationStatus status) => status switch
    {
        ImplementationStatus.IMPLEMENTED => "実施",
        ImplementationStatus.NOT_IMPLEMENTED => "未実施",
        ImplementationStatus.NOT_APPLICABLE => "該当なし",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "not one of the three"),
    };
}
