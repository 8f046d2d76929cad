namespace SecurityTracker.Domain;

/// <summary>What happened, in the past tense. Who and when are metadata of the store, never in the body.</summary>
public interface IEvent;

/// <summary>What a fold says of a history that no decider wrote.</summary>
internal static class History
{
    /// <summary>The event cannot follow on what happened before it.</summary>
    public static InvalidOperationException OutOfOrder(IEvent e) => new($"{e.GetType().Name} cannot follow on what happened before it");
}

/// <summary>The outcome of a command: the events that follow from it, or the one reason it is refused.</summary>
public sealed record Decision
{
    private Decision(IReadOnlyList<IEvent> events, Refusal? refusal) => (Events, Refusal) = (events, refusal);

    /// <summary>Events to append, in order; empty when the command changes nothing or is refused.</summary>
    public IReadOnlyList<IEvent> Events { get; }

    /// <summary>Why the command is refused, or null when it is accepted.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Accepted, and there is nothing to record.</summary>
    public static Decision Nothing { get; } = new([], refusal: null);

    /// <summary>Accepted: these events are to be recorded, all or none.</summary>
    public static Decision Accept(params IReadOnlyList<IEvent> events) => new(events, refusal: null);

    /// <summary>Refused: nothing is recorded.</summary>
    public static Decision Refuse(Refusal refusal) => new([], refusal);
}
