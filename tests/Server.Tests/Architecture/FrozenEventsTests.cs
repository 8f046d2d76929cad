using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;

namespace SecurityTracker.ServerTests.Architecture;

/// <summary>
/// Events are for ever. The folder events holds one sample of the JSON of every type and version ever shipped, as it was when it
/// was new; a sample is never edited. Where a type has come to look otherwise since, a second one stands beside it (name.2.json).
/// </summary>
public sealed class FrozenEventsTests
{
    private static readonly Server.Store.Nouns Options = Server.Services.StoreOptions();
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    private static readonly JsonSerializerOptions Indented = new(Options.Json) { WriteIndented = true };

    public static TheoryData<string> Names => [.. Options.EventTypes.Select(e => e.Key).Union(Samples).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Todays_code_reads_the_sample_without_losing_a_word(string name)
    {
        var type = Options.EventTypes.Single(e => e.Key == TypeOf(name)).Value;
        var sample = JsonNode.Parse(File.ReadAllText(SampleOf(name, type)))!;

        var read = sample.Deserialize(type, Options.Json);

        var again = JsonSerializer.SerializeToNode(read, type, Options.Json);
        Lost(sample, again, name).ShouldBeEmpty();
    }

    [Fact]
    public void Every_event_of_the_domain_is_mapped_and_folded_by_one_noun()
    {
        var events = typeof(IEvent).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IEvent))).ToList();

        events.Except(Options.EventTypes.Select(e => e.Value)).ShouldBeEmpty("Marten would store it under a name of its own making");
        events.Where(type => Options.All.Count(noun => noun.EventType.IsAssignableFrom(type)) != 1).ShouldBeEmpty("Its stream would have another noun's snapshot, or none");
    }

    /// <summary>No fold ends in "everything else changes nothing": an event that a new state forgets would be lost in silence.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_fold_of_its_noun_knows_it(string name)
    {
        var type = Options.EventTypes.Single(e => e.Key == TypeOf(name)).Value;
        var noun = Options.All.Single(n => n.EventType.IsAssignableFrom(type));
        var e = JsonSerializer.Deserialize(File.ReadAllText(SampleOf(name, type)), type, Options.Json)!;
        var initial = noun.GetType().GetProperty("Initial", Any)!.GetValue(noun)!;
        var evolve = noun.GetType().GetMethod("Evolve", Any, [initial.GetType(), typeof(object)])!;

        var thrown = Record.Exception(() => evolve.Invoke(noun, Any, binder: null, [initial, e], culture: null));

        // On the initial state some events have nothing to work on; that is no matter here.
        (thrown?.InnerException is ArgumentOutOfRangeException).ShouldBeFalse($"{thrown?.InnerException}");
    }

    [Fact]
    public void Every_sample_is_of_an_event_that_is_still_read() => Samples
        .Select(TypeOf)
        .Except(Options.EventTypes.Select(e => e.Key))
        .ShouldBeEmpty("An event that was ever stored must stay mapped");

    private static IEnumerable<string> Samples => Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!);

    private static string TypeOf(string sample) => sample.Split('.')[0];

    private static string Folder => Repository.At("tests", "Server.Tests", "events");

    private static string SampleOf(string name, Type type)
    {
        var file = Path.Combine(Folder, $"{name}.json");
        if (!File.Exists(file) && Repository.UpdatesSnapshots)
        {
            File.WriteAllText(file, JsonSerializer.Serialize(Sample.Of(type), type, Indented) + "\n");
        }

        File.Exists(file).ShouldBeTrue($"The event {name} has no sample: run the tests with UPDATE_SNAPSHOTS=1 and commit events/{name}.json");
        return file;
    }

    /// <summary>Fields may have been added since; none of the sample's may be gone or read as something else.</summary>
    private static IEnumerable<string> Lost(JsonNode? sample, JsonNode? read, string path) => (sample, read) switch
    {
        (JsonObject s, JsonObject r) => s.SelectMany(field => Lost(field.Value, r[field.Key], $"{path}/{field.Key}")),
        (JsonArray s, JsonArray r) when s.Count == r.Count => s.SelectMany((item, i) => Lost(item, r[i], $"{path}/{i}")),
        _ => JsonNode.DeepEquals(sample, read) ? [] : [path],
    };
}
