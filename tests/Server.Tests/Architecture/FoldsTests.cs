using System.Reflection;
using System.Text.Json;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Architecture;

/// <summary>What a fold makes of its events: each changes the state, and what is none of them is refused.</summary>
public sealed class FoldsTests
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    private static readonly Nouns Nouns = Server.Services.StoreOptions();

    public static TheoryData<string> Names => [.. Nouns.All.Select(noun => noun.EventType.FullName!)];

    /// <summary>An event that leaves the state as it was is only there for the history: each of these is written down.</summary>
    [Fact]
    public void Every_event_changes_its_state_or_is_known_to_change_none() => Nouns.EventTypes
        .Where(e => !Changes(Nouns.All.Single(noun => noun.EventType.IsAssignableFrom(e.Value)), e.Key, e.Value))
        .Select(e => e.Key)
        .ShouldBeThoseOf("Events that change no state");

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_that_a_fold_does_not_know_is_not_passed_over(string events)
    {
        var noun = Nouns.All.Single(one => one.EventType.FullName == events);
        var stranger = typeof(DispatchProxy).GetMethod(nameof(DispatchProxy.Create), [typeof(Type), typeof(Type)])!.Invoke(obj: null, [noun.EventType, typeof(Stranger)])!;

        var thrown = Record.Exception(() => Fold(noun, Initial(noun), stranger));

        (thrown?.InnerException is ArgumentOutOfRangeException).ShouldBeTrue($"{thrown}");
    }

    // On the first state, and on those after each and after ever more of the noun's other events: what has nothing to work on says so by throwing.
    private static bool Changes(Noun noun, string name, Type type)
    {
        var others = Nouns.EventTypes.Where(e => e.Key != name && noun.EventType.IsAssignableFrom(e.Value)).Select(e => Sample(e.Key, e.Value)).ToList();
        var (states, later) = (new List<object> { Initial(noun) }, Initial(noun));
        foreach (var other in others)
        {
            states.Add(Folded(noun, Initial(noun), other) ?? Initial(noun));
            states.Add(later = Folded(noun, later, other) ?? later);
        }

        return states.Exists(state => Folded(noun, state, Sample(name, type)) is not { } after || Json(after) != Json(state));
    }

    private static object? Folded(Noun noun, object state, object e)
    {
        try
        {
            return Fold(noun, state, e);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }

    private static object Sample(string name, Type type) =>
        JsonSerializer.Deserialize(File.ReadAllText(Repository.At("tests", "Server.Tests", "events", $"{name}.json")), type, Nouns.Json)!;

    private static object Initial(Noun noun) => noun.GetType().GetProperty("Initial", Any)!.GetValue(noun)!;

    private static object Fold(Noun noun, object state, object e) =>
        noun.GetType().GetMethod("Evolve", Any, [state.GetType(), typeof(object)])!.Invoke(noun, Any, binder: null, [state, e], culture: null)!;

    private static string Json(object state) => JsonSerializer.Serialize(state, state.GetType(), Nouns.Json);

    /// <summary>An event of no noun.</summary>
    public class Stranger : DispatchProxy
    {
        /// <inheritdoc/>
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new NotSupportedException();
    }
}
