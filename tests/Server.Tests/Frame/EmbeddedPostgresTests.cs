using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Npgsql;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Frame;

/// <summary>The embedded PostgreSQL itself (infra/runtime must be installed, as infra/test does).</summary>
public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("embedded");

    private PostgresHome Home => PostgresHome.Of(With());

    [Fact]
    public async Task What_was_written_is_there_after_a_stop_and_after_a_kill()
    {
        await using (var server = await EmbeddedPostgres.Start(Home, CancellationToken.None))
        {
            await Run(server, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)");
        }

        File.Exists(PidFile).ShouldBeFalse("a clean stop leaves no pid file");

        await using (var server = await EmbeddedPostgres.Start(Home, CancellationToken.None))
        {
            await Run(server, "INSERT INTO kept VALUES (2)");
            using (var postmaster = Process.GetProcessById(Postmaster()))
            {
                postmaster.Kill();
            }

            (await Eventually(server, "SELECT count(*) FROM kept")).ShouldBe(2L);
        }
    }

    [Fact]
    public async Task A_pid_file_that_speaks_of_another_process_does_not_keep_it_from_starting()
    {
        await using (await EmbeddedPostgres.Start(Home, CancellationToken.None))
        {
        }

        await File.WriteAllTextAsync(PidFile, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}\n{Home.Folder}/data\n"));
        await using var server = await EmbeddedPostgres.Start(Home, CancellationToken.None);

        (await Run(server, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task It_is_never_root_and_listens_to_no_network()
    {
        await using var server = await EmbeddedPostgres.Start(Home, CancellationToken.None);

        (await Run(server, "SHOW listen_addresses")).ShouldBe("");
        (await Run(server, "SHOW server_encoding")).ShouldBe("UTF8");
        (await Run(server, "SHOW timezone")).ShouldBe("UTC");
        var status = await File.ReadAllLinesAsync(string.Create(CultureInfo.InvariantCulture, $"/proc/{Postmaster()}/status"));
        status.Single(l => l.StartsWith("Uid:", StringComparison.Ordinal)).ShouldNotContain("\t0");
    }

    [Fact]
    public async Task Its_log_holds_nothing_of_anybody()
    {
        await using var server = await EmbeddedPostgres.Start(Home, CancellationToken.None);
        await Run(server, "CREATE TABLE people (mail text UNIQUE); INSERT INTO people VALUES ('himitsu@example.jp')");
        foreach (var wrong in (string[])["INSERT INTO people VALUES ('himitsu@example.jp')", "SELECT 'himitsu@example.jp'::uuid", "SELECT himitsu FROM nowhere"])
        {
            await Should.ThrowAsync<PostgresException>(() => Run(server, wrong));
        }

        var log = await ReadShared(Path.Combine(Home.Folder, "postgresql.log"));
        log.ShouldContain("ready to accept connections");
        log.ShouldNotContain("himitsu");
        log.ShouldNotContain("connection received");
    }

    [Fact]
    public void A_full_disk_takes_lines_of_the_log_and_nothing_else()
    {
        using var disk = new FullDisk();
        using var log = new PostgresLog(disk);

        log.Note("lost");
        disk.HasRoom = true;
        log.Note("kept");

        System.Text.Encoding.UTF8.GetString(disk.ToArray()).ShouldBe("kept\n");
    }

    [Fact]
    public async Task Two_servers_never_share_a_folder()
    {
        await using var first = await EmbeddedPostgres.Start(Home, CancellationToken.None);

        var refusal = await Should.ThrowAsync<StartRefusedException>(() => EmbeddedPostgres.Start(Home, CancellationToken.None));

        refusal.Message.ShouldContain("--data");
        (await Run(first, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Fresh_begins_anew()
    {
        await using (var server = await EmbeddedPostgres.Start(Home, CancellationToken.None))
        {
            await Run(server, "CREATE TABLE old (n int)");
        }

        await using var anew = await EmbeddedPostgres.Start(Home with { Fresh = true }, CancellationToken.None);

        (await Run(anew, "SELECT to_regclass('old') IS NULL")).ShouldBe(true);
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        if (Directory.Exists(Home.Folder))
        {
            Directory.Delete(Home.Folder, recursive: true);
        }

        data.Delete(recursive: true);
    }

    private string PidFile => Path.Combine(Home.Folder, "data", "postmaster.pid");

    private int Postmaster() => int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);

    private IConfiguration With() => new ConfigurationBuilder()
        .AddEnvironmentVariables()
        .AddInMemoryCollection([KeyValuePair.Create("data", (string?)data.FullName)])
        .Build();

    private static async Task<string> ReadShared(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private sealed class FullDisk : MemoryStream
    {
        public bool HasRoom { get; set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (!HasRoom)
            {
                throw new IOException("No space left on device");
            }

            base.Write(buffer);
        }
    }

    private static async Task<object?> Run(EmbeddedPostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static async Task<object?> Eventually(EmbeddedPostgres server, string sql)
    {
        for (var patience = Stopwatch.StartNew(); ;)
        {
            try
            {
                return await Run(server, sql);
            }
            catch (NpgsqlException) when (patience.Elapsed < Wait.Longest)
            {
                await Task.Delay(50);
            }
        }
    }
}
