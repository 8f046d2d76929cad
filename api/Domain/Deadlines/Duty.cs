using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.Deadlines;

/// <summary>What the day of a duty is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DueKind>))]
public enum DueKind
{
    /// <summary>期限: the text or the officer set the day; after it the duty is late.</summary>
    DEADLINE,

    /// <summary>目安日: this program proposes the day and no officer confirmed it; it is never called late, but its age is shown.</summary>
    GUIDE,

    /// <summary>The last business day before something begins or ends that wants this beforehand (事前に).</summary>
    BEFORE,
}

/// <summary>
/// One thing that a party has to do about a contract, out of what is recorded. No clock is in it: whether it is shown, and whether its
/// day has passed, is asked on the day on which it is read (Asia/Tokyo).
/// </summary>
public sealed record Duty
{
    /// <summary>By which rule it is one.</summary>
    public required DutyRule Rule { get; init; }

    /// <summary>What <see cref="ThingId"/> is the id of: CONTRACT, ACT, COMMUNICATION, REPORT, CONFIRMATION_DOCUMENT, PART.</summary>
    public required string Noun { get; init; }

    /// <summary>The thing that it is done on.</summary>
    public required Guid ThingId { get; init; }

    /// <summary>Tells apart what one rule asks of one thing more than once, as the first day of a period or the number of a condition; else empty.</summary>
    public string Key { get; init; } = "";

    /// <summary>What it is about, in the words of the record: a condition, a title; or null.</summary>
    public string? Title { get; init; }

    /// <summary>The period that it is about, or null.</summary>
    public DateSpan? Period { get; init; }

    /// <summary>From this day on it is shown; null for always.</summary>
    public DateOnly? ShownFrom { get; init; }

    /// <summary>
    /// The last day on which it is shown; null for until it is done. Of a word that runs out, nothing in the record says afterwards whether
    /// what it was given for goes on: what was not renewed by then is no duty any more, and never late.
    /// </summary>
    public DateOnly? ShownUntil { get; init; }

    /// <summary>Since when it waits, where the state of the thing says so; null where only <see cref="ShownFrom"/> or the contract does.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The day by which it is to be done, or null where nothing sets one.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>What that day is; null without one.</summary>
    public DueKind? DueIs { get; init; }

    /// <summary>The subcontractor whose it is, where <see cref="DutyRule.Party"/> is the contractor's side but one firm of it; else null.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The people whose it is; empty where it is everybody's of the party.</summary>
    public IReadOnlyList<Guid> PersonIds { get; init; } = [];
}

/// <summary>A rule that makes duties: one place for what it is called, where it comes from, and which of its numbers are ours.</summary>
/// <param name="Type">Stable, UPPER_SNAKE, e.g. <c>REPORT_TO_DRAFT</c>.</param>
/// <param name="Party">Who has to do it.</param>
/// <param name="Awaited">Whether the other side sees that it waits (相手待ち).</param>
/// <param name="Requirement">The item of the annex that it comes from, in the numbering of the 17 items; null where it comes from none.</param>
/// <param name="Default">The number in it that is this program's own (既定値), as a person reads it; null where none is.</param>
public sealed record DutyRule(string Type, Side Party, bool Awaited, int? Requirement = null, Message? Default = null);
