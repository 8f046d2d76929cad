using System.Net;
using System.Text.Json.Nodes;
using Npgsql;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Organisations;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Files;
using Xunit.Abstractions;

namespace SecurityTracker.ServerTests.Running;

/// <summary>Disks that are really full: the one of the database, the one of uploads that are read, and the one that logs go to. The server stays, says 503, and works again once there is room.</summary>
public sealed class FullDiskTests(ITestOutputHelper output)
{
    private const int Megabyte = 1024 * 1024;

    [OwnDiskFact]
    public async Task A_full_disk_of_the_database_ends_nothing()
    {
        using var installation = new Installation();
        await using var server = OwnDisk.Start(installation.Postgres, "144m", "exec dotnet \"$@\"", installation.WordsFor("http://127.0.0.1:0"), Installation.SecretSetting);
        var address = await Installation.Ready(server);
        var disk = OwnDisk.SeenBy(server, installation.Postgres);
        var session = await installation.SignIn(disk);
        using var client = Installation.ClientOf(session);
        client.BaseAddress = address;
        var contract = await client.Register(Installation.InForceToday);

        var filler = Path.Combine(disk, "filler");
        Fill(filler);
        var refused = new Dictionary<string, int>(StringComparer.Ordinal);
        var kept = new List<string>();
        for (var n = 0; n < 40 && (refused.Count == 0 || n < 12); n++)
        {
            using var upload = await client.Upload($"/api/contracts/{contract.Id}/files", [.. Uploads.Pdf, .. Noise(Megabyte, n)], "大きい.pdf");
            await Note(upload, refused);
            using var small = await client.When(Post("/api/organisations", new { kind = "CONTRACTOR", name = $"満杯 {n}" }).Under($"full {n}"));
            if (await Note(small, refused))
            {
                kept.Add($"満杯 {n}");
            }

            using var live = await client.GetAsync("/health/live");
            live.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        output.WriteLine($"{kept.Count} small writes found room; refused: {string.Join(", ", refused.Select(r => $"{r.Key} × {r.Value}"))}");
        refused.ShouldNotBeEmpty();
        await Should.ThrowAsync<NpgsqlException>(() => FillItsLog(installation, disk), "PostgreSQL itself finds no room for its own log, and ends");
        using (var without = await client.When(Post("/api/organisations", new { kind = "CONTRACTOR", name = "満杯" }).Under("without")))
        {
            (await Note(without, refused)).ShouldBeFalse();
        }

        server.HasEnded.ShouldBeFalse();

        File.Delete(filler);
        await Wait.Until(async () => (await client.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK, "it does not come back");
        await client.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "空きができた")).Written(HttpStatusCode.Created);
        var names = (await client.GetAsync("/api/organisations").Json()).AsArray().Select(o => o!["name"]!.GetValue<string>()).ToList();
        kept.ShouldBeSubsetOf(names);
        names.ShouldBeUnique();
        (await server.End()).ShouldBe(0);
    }

    [OwnDiskFact]
    public async Task Full_disks_of_logs_and_of_what_is_read_end_nothing()
    {
        using var installation = new Installation();
        Directory.CreateDirectory(installation.Postgres);
        File.CreateSymbolicLink(Path.Combine(installation.Postgres, "postgresql.log"), "/dev/full");
        var temporary = Directory.CreateDirectory(Path.Combine(installation.Data, "temporary")).FullName;
        var url = $"http://127.0.0.1:{Installation.FreePort()}";
        // Every line of its console fails, every line of PostgreSQL's, and each byte of an upload that does not fit into memory.
        await using var server = OwnDisk.Start(
            temporary, "64k", "exec dotnet \"$@\" >/dev/full 2>&1", installation.WordsFor(url), Installation.SecretSetting, ("ASPNETCORE_TEMP", temporary));
        using var asking = new HttpClient { BaseAddress = new Uri(url) };
        await Wait.Until(async () => await Answers(asking), "it does not start");
        using var client = Installation.ClientOf(await installation.SignIn());
        client.BaseAddress = asking.BaseAddress;
        var contract = await client.Register(Installation.InForceToday);

        await client.Upload($"/api/contracts/{contract.Id}/files", [.. Uploads.Pdf, .. Noise(Megabyte, 1)], "大きい.pdf").Refuses(503, "no-room");
        await client.When(Post($"/api/contracts/{contract.Id}/incidents", new { text = new string('事', 100_000) }).Under("large")).Refuses(503, "no-room");
        ChildProcess.KillTree(installation.Postmaster);
        await Wait.Until(async () => await Answers(asking), "PostgreSQL does not come back");
        await client.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "小さい")).Written(HttpStatusCode.Created);
        server.HasEnded.ShouldBeFalse();
        (await server.End()).ShouldBe(0);
    }

    private static async Task<bool> Note(HttpResponseMessage answer, Dictionary<string, int> refused)
    {
        if (answer.StatusCode == HttpStatusCode.Created)
        {
            return true;
        }

        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, text);
        var code = JsonNode.Parse(text)!["code"]!.GetValue<string>();
        refused[code] = refused.GetValueOrDefault(code) + 1;
        return false;
    }

    // Segment after segment, until the next one finds no room.
    private static async Task FillItsLog(Installation installation, string disk)
    {
        for (var segment = 0; segment < 12; segment++)
        {
            await installation.Ask("SELECT pg_create_restore_point('full')::text || pg_switch_wal()::text, 1::bigint", disk);
        }
    }

    private static byte[] Noise(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static void Fill(string file)
    {
        var block = new byte[64 * 1024];
        using var filler = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        try
        {
            while (true)
            {
                filler.Write(block);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static async Task<bool> Answers(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
