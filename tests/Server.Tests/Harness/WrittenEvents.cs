using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace SecurityTracker.ServerTests;

/// <summary>
/// Sees which act has written which events: each request of a test is remembered by what ties its events together. An event of an act
/// that <c>.github/EVENTS.md</c> does not name is a fault of the page or of the act.
/// </summary>
internal sealed partial class WrittenEvents : IStartupFilter
{
    private static readonly string Page = Repository.At(".github", "EVENTS.md");
    private static readonly Lock Writing = new();
    private readonly ConcurrentDictionary<string, string> acts = new(StringComparer.Ordinal);

    /// <summary>The page: by act the events that it writes.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Named() => Row().Matches(File.ReadAllText(Page))
        .ToDictionary(row => row.Groups["act"].Value, row => (IReadOnlyList<string>)[.. Word().Matches(row.Groups["events"].Value).Select(word => word.Groups["event"].Value)], StringComparer.Ordinal);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            await rest(context);
            if (Activity.Current is { } activity && context.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>() is { } act)
            {
                acts[activity.TraceId.ToHexString()] = act.EndpointName;
            }
        });
        next(app);
    };

    /// <summary>Compares what a server has written with the page; told to update it (<c>UPDATE_SNAPSHOTS</c>), adds to the page.</summary>
    public async Task Compare(NpgsqlDataSource database)
    {
        var seen = new List<(string Act, string Event)>();
        await using (var command = database.CreateCommand("SELECT DISTINCT correlation_id, type FROM mt_events WHERE correlation_id IS NOT NULL"))
        await using (var row = await command.ExecuteReaderAsync())
        {
            while (await row.ReadAsync())
            {
                if (acts.TryGetValue(row.GetString(0), out var act))
                {
                    seen.Add((act, row.GetString(1)));
                }
            }
        }

        lock (Writing)
        {
            var named = Named();
            var missing = seen.Distinct().Where(pair => !(named.TryGetValue(pair.Act, out var events) && events.Contains(pair.Event))).ToList();
            if (missing.Count > 0 && Repository.UpdatesSnapshots)
            {
                Write(named.SelectMany(act => act.Value.Select(@event => (act.Key, @event))).Concat(missing));
                return;
            }

            missing.ShouldBeEmpty(".github/EVENTS.md does not name these; UPDATE_SNAPSHOTS=1 adds them");
        }
    }

    private static void Write(IEnumerable<(string Act, string Event)> pairs)
    {
        var text = File.ReadAllText(Page);
        var head = text[..(text.IndexOf("|---|---|", StringComparison.Ordinal) + "|---|---|\n".Length)];
        File.WriteAllText(Page, head + string.Concat(pairs.GroupBy(pair => pair.Act, StringComparer.Ordinal).OrderBy(act => act.Key, StringComparer.Ordinal)
            .Select(act => $"| `{act.Key}` | {string.Join(", ", act.Select(pair => pair.Event).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(word => $"`{word}`"))} |\n")));
    }

    [GeneratedRegex(@"^\| `(?<act>\w+)` \| (?<events>.*) \|$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<event>[a-z_]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
