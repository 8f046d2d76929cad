using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Server.SignIn;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Running;

/// <summary>An installation on this machine with a PostgreSQL of its own, as infra/start has one: a data folder, and servers that are started on it.</summary>
internal sealed class Installation : IDisposable
{
    private const string Secret = "the installation's secret, of this test alone";

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("running-");

    /// <summary>What stands behind <c>--data</c>.</summary>
    public string Data => data.FullName;

    /// <summary>Where its PostgreSQL keeps everything.</summary>
    public string Postgres => PostgresHome.Of(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("data", (string?)Data)]).Build()).Folder;

    /// <summary>How its database is reached.</summary>
    public string Database => DatabaseIn(Postgres);

    private static string DatabaseIn(string postgres) => new NpgsqlConnectionStringBuilder { Host = Path.Combine(postgres, "run"), Username = "securitytracker", Database = "securitytracker", Pooling = false }.ConnectionString;

    /// <summary>The number of its PostgreSQL's first process.</summary>
    public int Postmaster => int.Parse(File.ReadLines(Path.Combine(Postgres, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>The program that is tested.</summary>
    public static string Program => typeof(CommandLine).Assembly.Location;

    /// <summary>The words of a start on this data.</summary>
    public IReadOnlyList<string> WordsFor(string url) => [Program, "--urls", url, "--data", Data];

    /// <summary>A port that nobody had just now, for those who must name one.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>What a server is to know beside its words.</summary>
    public static (string Name, string? Value) SecretSetting => ("Keys__Secret", Secret);

    /// <summary>Starts a server on this data and waits until it is ready.</summary>
    public async Task<(ChildProcess Server, Uri Address)> Start()
    {
        var server = ChildProcess.Start("dotnet", WordsFor("http://127.0.0.1:0"), SecretSetting);
        return (server, await Ready(server));
    }

    /// <summary>Waits until a server is ready; answers where it listens.</summary>
    public static async Task<Uri> Ready(ChildProcess server)
    {
        var address = new Uri((await server.Says("Now listening on: ")).Split("Now listening on: ")[1]);
        using var client = new HttpClient { BaseAddress = address };
        await Wait.Until(async () => (await client.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK, "not ready");
        return address;
    }

    /// <summary>Registers people in the database of a server that runs, and signs the contractor's officer in; answers the session's key.</summary>
    /// <param name="postgres">Where its PostgreSQL's folder is seen from here, where that is elsewhere.</param>
    public async Task<string> SignIn(string? postgres = null)
    {
        await using var inside = new Inside(DatabaseIn(postgres ?? Postgres));
        using var people = new TestPeople(inside.Services, new TestClock { Now = TimeProvider.System.GetUtcNow() });
        return await people.KeyOf(TestPeople.IdOf(Role.CONTRACTOR_OFFICER), membershipId: null, CancellationToken.None);
    }

    /// <summary>A client with such a session.</summary>
    public static HttpClient ClientOf(string key) => new()
    {
        Timeout = Wait.Longest,
        DefaultRequestHeaders = { { "Cookie", $"{SessionCookie.PlainName}={key}" }, { "Sec-Fetch-Site", "same-origin" } },
    };

    /// <summary>Makes a contract one that is in force today, whenever that is: a server that runs has no clock of the tests.</summary>
    public static RegisterContractRequest InForceToday(RegisterContractRequest contract)
    {
        var today = Tokyo.Today(TimeProvider.System);
        return contract with { SignedOn = today.AddDays(-30), StartsOn = today.AddDays(-30), EndsOn = today.AddDays(200) };
    }

    /// <summary>Asks the database.</summary>
    /// <param name="sql">A statement that answers texts with numbers.</param>
    /// <param name="postgres">As for <see cref="SignIn"/>.</param>
    public async Task<IReadOnlyList<(string Text, long Number)>> Ask(string sql, string? postgres = null)
    {
        await using var connection = new NpgsqlConnection(DatabaseIn(postgres ?? Postgres));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<(string, long)>();
        while (await rows.ReadAsync())
        {
            found.Add((rows.GetString(0), rows.GetInt64(1)));
        }

        return found;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var postgres = Postgres;
        if (Directory.Exists(postgres))
        {
            Directory.Delete(postgres, recursive: true);
        }

        data.Delete(recursive: true);
    }

    private sealed class Inside(string database) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("urls", "http://127.0.0.1:0");
            builder.UseSetting("ConnectionStrings:Database", database);
            builder.UseSetting("Keys:Secret", Secret);
        }
    }
}
