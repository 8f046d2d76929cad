using System.Text.Json;
using SecurityTracker.Domain;

namespace SecurityTracker.DomainTests;

/// <summary>
/// One decider under test, so that its tests read <c>Decider.Given(events).When(command).Then(events)</c>:
/// <code>
/// private static readonly Specification&lt;Obligation, IObligationEvent, IObligationCommand&gt; Decider =
///     new(Obligation.Initial, ObligationDecider.Evolve, ObligationDecider.Decide);
/// </code>
/// Where the day counts, the decider is given the one on which its tests are told; <c>On</c> tells one of another day.
/// </summary>
/// <param name="initial">The state before the first event.</param>
/// <param name="evolve">The fold.</param>
/// <param name="decide">The decision.</param>
/// <param name="today">The day in Tokyo on which it is decided.</param>
public sealed class Specification<TState, TEvent, TCommand>(
    TState initial,
    Func<TState, TEvent, TState> evolve,
    Func<TCommand, TState, Moment, Decision> decide,
    DateOnly today)
    where TEvent : IEvent
{
    /// <summary>A decider for which no day counts.</summary>
    public Specification(TState initial, Func<TState, TEvent, TState> evolve, Func<TCommand, TState, Decision> decide)
        : this(initial, evolve, (command, state, _) => decide(command, state), new DateOnly(2026, 11, 20))
    {
    }

    /// <summary>What has happened so far; nothing, when no event is given.</summary>
    public History Given(params IReadOnlyList<TEvent> events) => new(this, events.Aggregate(initial, evolve), today);

    /// <summary>The state that past events have led to.</summary>
    public sealed class History(Specification<TState, TEvent, TCommand> specification, TState state, DateOnly today)
    {
        /// <summary>The same on another day.</summary>
        public History On(DateOnly day) => new(specification, state, day);

        /// <summary>The command under test.</summary>
        public Outcome When(TCommand command) => new(specification, state, specification.Decide(command, state, NoonOf(today)));

        /// <summary>Looks at the folded state itself.</summary>
        public void ThenState(Action<TState> look) => look(state);
    }

    /// <summary>What came of the command.</summary>
    public sealed class Outcome(Specification<TState, TEvent, TCommand> specification, TState before, Decision decision)
    {
        /// <summary>Exactly these events, in this order (compared by type and by their JSON, so lists are compared by content).</summary>
        public Outcome Then(params IReadOnlyList<TEvent> expected)
        {
            decision.Refusal.ShouldBeNull();
            decision.Events.Select(Show).ShouldBe(expected.Select(e => Show(e)));
            return this;
        }

        /// <summary>Accepted, and nothing to record.</summary>
        public void ThenNothing() => Then();

        /// <summary>Refused with this code, whatever field it points at.</summary>
        public void Then(Refusal expected)
        {
            decision.Events.ShouldBeEmpty();
            decision.Refusal.ShouldNotBeNull().Code.ShouldBe(expected.Code);
        }

        /// <summary>The state after the command's events.</summary>
        public void ThenState(Action<TState> look)
        {
            decision.Refusal.ShouldBeNull();
            look(decision.Events.Cast<TEvent>().Aggregate(before, specification.Evolve));
        }

        private static string Show(IEvent e) => e.GetType().Name + " " + JsonSerializer.Serialize(e, e.GetType());
    }

    private static Moment NoonOf(DateOnly day) => new(new DateTimeOffset(day, new TimeOnly(3, 0), TimeSpan.Zero));

    private Decision Decide(TCommand command, TState state, Moment moment) => decide(command, state, moment);

    private TState Evolve(TState state, TEvent e) => evolve(state, e);
}
