using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SecurityTracker.Server.Inbox;

namespace SecurityTracker.Benchmarks;

/// <summary>
/// The first screens of who sees 60, 1,000 and 10,000 contracts, all of them in one 課室 and registered as anyone does: medians, the slowest
/// of a hundred, and the largest beside the smallest. Then how long what is to be done takes to be reckoned anew, and one event to be on the
/// first screen.
/// </summary>
internal static class ListFigures
{
    private const int Rounds = 200;
    private const int EventRounds = 50;

    // Of so many contracts one has a request that waits.
    private const int OneOf = 5;

    private static readonly int[] Sizes = [60, 1_000, 10_000];

    public static async Task<string> Measure()
    {
        await using var site = await Site.Start();
        var lists = new (string Name, HttpClient Reader, string Address)[]
        {
            ("要対応一覧, the officer", site.Office, "/api/inbox?scope=section"),
            ("要対応一覧, the contractor", site.Program, "/api/inbox"),
            ("期限 of a week, the officer", site.Office, "/api/deadlines?scope=section"),
            ("the table by items, the officer", site.Office, "/api/portfolio"),
            ("contracts by attention, the officer", site.Office, "/api/contracts?sort=attention&limit=100"),
            ("contracts by attention, the contractor", site.Program, "/api/contracts?sort=attention&limit=100"),
        };
        var times = lists.Select(_ => new List<(double Median, double Slowest)>()).ToArray();
        var (ids, waiting) = (new List<Guid>(), 0);
        foreach (var size in Sizes)
        {
            while (ids.Count < size)
            {
                ids.Add(await HttpFigures.Register(site.Program, ids.Count));
                if (ids.Count % OneOf == 0)
                {
                    await Ask(site.Program, ids[^1]);
                    waiting++;
                }
            }
            await Run(site, "ANALYZE");
            for (var i = 0; i < lists.Length; i++)
            {
                times[i].Add(await Take(Rounds, () => Read(lists[i].Reader, lists[i].Address)));
            }
        }
        var rows = lists.Select((list, i) => string.Create(
            CultureInfo.InvariantCulture, $"| {list.Name} | {string.Join(" | ", times[i].Select(t => $"{t.Median:F1} ({t.Slowest:F1})"))} | **{times[i][^1].Median / times[i][0].Median:F1}** |"));
        return string.Join(
            Environment.NewLine,
            ["| ms, median (slowest of a hundred) | 60 | 1,000 | 10,000 | 10,000 : 60 |", "|---|---:|---:|---:|---:|", .. rows, "", await Anew(site, ids.Count), await Event(site, ids)]);
    }

    private static async Task<string> Anew(Site site, int contracts)
    {
        var keeper = site.Inside.GetRequiredService<InboxKeeper>();
        var times = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            await Run(site, "INSERT INTO inbox_stale (contract_id) SELECT id FROM mt_doc_contract");
            times.Add(await Time(() => keeper.KeepAll(CancellationToken.None)));
        }
        return string.Create(CultureInfo.InvariantCulture, $"what is to be done about {contracts:N0} contracts, reckoned anew: {times.Order().ElementAt(1) / 1000:F1} s (median of three; aim 10 s)");
    }

    // From the stroke of who asks to the list of the officer with it.
    private static async Task<string> Event(Site site, List<Guid> ids)
    {
        var i = 0;
        var (median, slowest) = await Take(EventRounds, async () =>
        {
            await Ask(site.Program, ids[(i++ * OneOf) + 1]);
            await Read(site.Office, "/api/inbox?scope=section");
        });
        return string.Create(CultureInfo.InvariantCulture, $"one request asked and seen on the officer's first screen, with {ids.Count:N0} contracts: {median:F0} ms, slowest {slowest:F0} ms (aim 1 s)");
    }

    private static async Task Ask(HttpClient client, Guid contract)
    {
        using var answer = await client.PostAsJsonAsync($"/api/contracts/{contract}/authority-acts", new { subject = "BRING_IN", title = "ノートＰＣの持込み", text = "打合せで使用します。", startsOn = "2026-12-24" });
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        }
    }

    private static async Task Read(HttpClient client, string address) => await client.GetByteArrayAsync(address);

    /// <summary>Milliseconds; the first tenth is not counted.</summary>
    private static async Task<(double Median, double Slowest)> Take(int rounds, Func<Task> operation)
    {
        var times = new List<double>();
        for (var i = 0; i < rounds + (rounds / 10); i++)
        {
            times.Add(await Time(operation));
        }
        times = [.. times.Skip(rounds / 10).Order()];
        return (times[rounds / 2], times[rounds * 99 / 100]);
    }

    private static async Task<double> Time(Func<Task> operation)
    {
        var began = TimeProvider.System.GetTimestamp();
        await operation();
        return TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
    }

    private static async Task Run(Site site, string sql)
    {
        await using var command = site.Inside.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }
}
