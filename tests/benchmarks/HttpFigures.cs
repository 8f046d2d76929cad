using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Benchmarks;

/// <summary>The program's answers beside those of bare endpoints, over HTTP on the loopback.</summary>
internal static class HttpFigures
{
    public const string Edition = "ED-C";

    private const int Contracts = 60;

    private const int Registrations = 200;

    /// <summary>The table, and a line on what no bare endpoint does.</summary>
    public static async Task<string> Measure()
    {
        await using var site = await Site.Start();
        var (program, bare) = (site.Program, site.Bare);
        var ids = new List<Guid>();
        for (var i = 0; i < Contracts; i++)
        {
            ids.Add(await Register(program, i));
            await NameOfficer(site.Office, ids[i]);
        }
        await RequireSameBytes(program, bare, $"/api/contracts/{ids[0]}");
        await RequireSameBytes(program, bare, "/api/contracts?limit=60");
        // Each writes to contracts of its own; the versions are those that each was answered.
        var (ours, least) = (new Writer(program, [.. ids.Take(Contracts / 2)]), new Writer(bare, [.. ids.Skip(Contracts / 2)]));
        Figure[] figures =
        [
            await new Comparison("read a contract with its 17 items", 0.8, 800, i => Read(bare, $"/api/contracts/{ids[i % Contracts]}"), i => Read(program, $"/api/contracts/{ids[i % Contracts]}")).Measure(),
            await new Comparison("list 60 contracts", 0.85, 200, _ => Read(bare, "/api/contracts?limit=60"), _ => Read(program, "/api/contracts?limit=60")).Measure(),
            await new Comparison("set a status", 0.5, 400, least.Write, ours.Write).Measure(),
        ];
        return $"{Figure.Table(figures)}{Environment.NewLine}{await Registering(program)}";
    }

    /// <summary>A contract with its items in one transaction: 18 streams, as many events and snapshots. The first half is not counted.</summary>
    private static async Task<string> Registering(HttpClient program)
    {
        var times = new List<double>();
        for (var i = 0; i < 2 * Registrations; i++)
        {
            var began = TimeProvider.System.GetTimestamp();
            await Register(program, i);
            times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }
        times = [.. times.Skip(Registrations).Order()];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"register a contract with its 17 items: {times[Registrations / 2]:F1} ms, slowest tenth {times[Registrations * 9 / 10]:F1} ms (median of {Registrations}; aim 12 ms)");
    }

    private static async Task RequireSameBytes(HttpClient program, HttpClient bare, string address)
    {
        var (ours, least) = (await program.GetByteArrayAsync(address), await bare.GetByteArrayAsync(address));
        if (!ours.AsSpan().SequenceEqual(least))
        {
            var same = Math.Max(0, ours.AsSpan().CommonPrefixLength(least) - 40);
            throw new InvalidOperationException(
                $"{address}: the bare endpoint answers other bytes: {Encoding.UTF8.GetString(ours.AsSpan(same))[..120]} / {Encoding.UTF8.GetString(least.AsSpan(same))[..120]}");
        }
    }

    private static async Task Read(HttpClient client, string address) => await client.GetByteArrayAsync(address);

    /// <summary>Registers a contract.</summary>
    public static async Task<Guid> Register(HttpClient client, int i)
    {
        using var answer = await client.PostAsJsonAsync("/api/contracts", new JsonObject
        {
            ["name"] = $"令和8年度　動向調査その{i}",
            ["signedOn"] = "2026-07-10",
            ["startsOn"] = "2026-07-10",
            ["endsOn"] = $"2027-0{(i % 3) + 1}-{(i % 28) + 1:00}",
            ["editionCode"] = Edition,
            ["contractor"] = new JsonObject
            {
                ["name"] = "株式会社調査", ["address"] = "東京都千代田区霞が関一丁目3番1号", ["representativeTitle"] = "代表取締役", ["representativeName"] = "髙﨑　𠮷乃",
            },
            ["officeId"] = FirstOrganisations.OfficeId,
            ["officeName"] = "経済産業省",
            ["sectionId"] = FirstOrganisations.SectionId,
            ["sectionName"] = "担当課室",
            ["addressee"] = "経済産業省文化創造産業課長 殿",
            ["namedNorm"] = "令和5年度版",
        });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<Guid>();
    }

    private static async Task NameOfficer(HttpClient office, Guid contract)
    {
        using var read = await office.GetAsync($"/api/contracts/{contract}");
        read.EnsureSuccessStatusCode();
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/contracts/{contract}/officers")
        {
            Content = JsonContent.Create(new { officers = new[] { new { post = "PRIMARY", name = "経済　一郎", personId = Site.SupervisingOfficer.PersonId } }, from = "2026-07-10" }),
        };
        request.Headers.TryAddWithoutValidation("If-Match", read.Headers.ETag!.Tag);
        using var answer = await office.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        }
    }

    /// <summary>Writes statuses, with the version that it was answered last.</summary>
    private sealed class Writer(HttpClient client, IReadOnlyList<Guid> contracts)
    {
        private readonly Dictionary<string, string> versions = new(StringComparer.Ordinal);
        private int written;

        public async Task Write(int _)
        {
            var i = written++;
            var address = $"/api/contracts/{contracts[i % contracts.Count]}/obligations/{2 + (i / contracts.Count % 13)}/status";
            using var request = new HttpRequestMessage(HttpMethod.Put, address)
            {
                Content = JsonContent.Create(new { status = "NOT_APPLICABLE", reason = $"契約期間中のため。業務終了後速やかに返却・消去し、担当職員の確認を受けます。（{i}）" }),
            };
            request.Headers.TryAddWithoutValidation("If-Match", versions.GetValueOrDefault(address, "\"1\""));
            using var answer = await client.SendAsync(request);
            if (!answer.IsSuccessStatusCode)
            {
                throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
            }
            versions[address] = answer.Headers.ETag!.Tag;
        }
    }
}
