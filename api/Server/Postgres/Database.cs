using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace SecurityTracker.Server.Postgres;

/// <summary>
/// The one PostgreSQL that the program works on: the one named by <c>ConnectionStrings__Database</c>, or else an embedded one of
/// its own, which ends with the program.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    /// <summary>The oldest PostgreSQL that is served.</summary>
    public const int OldestMajor = 15;

    /// <summary>How long a connection may take.</summary>
    public static readonly TimeSpan ConnectDeadline = TimeSpan.FromSeconds(3);

    /// <summary>How long a statement of a request may take; migrations take as long as they take.</summary>
    public static readonly TimeSpan CommandDeadline = TimeSpan.FromSeconds(5);

    /// <summary>How many connections what runs by itself has at most: six workers, the relay, and Hangfire's own upkeep.</summary>
    public const int MostJobConnections = 14;

    // A machine that has just started is busy: its database answers, only late.
    private const int TriesAtStart = 5;

    private static readonly TimeSpan CancelDeadline = TimeSpan.FromMilliseconds(500);

    private readonly EmbeddedPostgres? embedded;

    private Database(NpgsqlDataSource source, NpgsqlDataSource jobs, EmbeddedPostgres? embedded) => (Source, Jobs, this.embedded) = (source, jobs, embedded);

    /// <summary>Where connections come from.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Where the connections of what runs by itself come from: few, so that requests never wait for them.</summary>
    public NpgsqlDataSource Jobs { get; }

    /// <summary>Names it and, where it is the embedded one, begins to start it: what the program does before <see cref="Ready"/> does not wait for that.</summary>
    public static Database Begin(IConfiguration configuration)
    {
        var own = configuration.GetConnectionString("Database") is { Length: > 0 } ? null : EmbeddedPostgres.Begin(PostgresHome.Of(configuration));
        var connectionString = own?.ConnectionString ?? configuration.GetConnectionString("Database")!;
        return new Database(SourceOf(connectionString, ForRequests), SourceOf(connectionString, ForJobs), own);
    }

    /// <summary>Waits until it answers, and sees whether it will do. Throws <see cref="StartRefusedException"/> with one line.</summary>
    public async Task Ready(CancellationToken ct)
    {
        await (embedded?.Ready(ct) ?? Task.CompletedTask);
        await Check(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await Jobs.DisposeAsync();
        await Source.DisposeAsync();
        if (embedded is not null)
        {
            await embedded.DisposeAsync();
        }
    }

    private static NpgsqlDataSource SourceOf(string connectionString, Action<NpgsqlConnectionStringBuilder> set)
    {
        try
        {
            var builder = new NpgsqlDataSourceBuilder(connectionString);
            builder.ConnectionStringBuilder.ApplicationName ??= "SecurityTracker";
            builder.ConnectionStringBuilder.Timezone ??= "UTC";
            set(builder.ConnectionStringBuilder);
            SetDeadlines(builder.ConnectionStringBuilder, new DbConnectionStringBuilder { ConnectionString = connectionString });

            // Every statement here takes milliseconds at most; compiling one takes tens of them.
            builder.ConnectionStringBuilder.Options ??= "-c jit=off";

            return builder.Build();
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new StartRefusedException($"ConnectionStrings__Database cannot be read: {OneLine(e)}", e);
        }
    }

    private static void ForRequests(NpgsqlConnectionStringBuilder connections)
    {
        if (connections.MaxAutoPrepare == 0)
        {
            // The store sends the same few statements again and again: planned once a connection, they take half the time.
            (connections.MaxAutoPrepare, connections.AutoPrepareMinUsages) = (250, 2);
        }

        // Nothing here changes a connection's settings: putting them back would cost a fifth of each request.
        connections.NoResetOnClose = true;
    }

    private static void ForJobs(NpgsqlConnectionStringBuilder connections) => (connections.ApplicationName, connections.MaxPoolSize) = ("SecurityTracker jobs", MostJobConnections);

    // A database that hangs is away: whoever asks is told so within seconds. What the connection string itself says stands.
    private static void SetDeadlines(NpgsqlConnectionStringBuilder deadlines, DbConnectionStringBuilder said)
    {
        deadlines.Timeout = said.ContainsKey("Timeout") ? deadlines.Timeout : (int)ConnectDeadline.TotalSeconds;
        deadlines.CommandTimeout = said.ContainsKey("Command Timeout") || said.ContainsKey("CommandTimeout") ? deadlines.CommandTimeout : (int)CommandDeadline.TotalSeconds;
        deadlines.CancellationTimeout = (int)CancelDeadline.TotalMilliseconds;
    }

    private async Task Check(CancellationToken ct)
    {
        try
        {
            await using var connection = await Open(TriesAtStart, ct);
            if (connection.PostgreSqlVersion.Major < OldestMajor)
            {
                throw new StartRefusedException(string.Create(
                    CultureInfo.InvariantCulture, $"PostgreSQL {connection.PostgreSqlVersion} is too old: {OldestMajor} or later is needed (ConnectionStrings__Database)."));
            }

            await using var command = new NpgsqlCommand("SHOW server_encoding", connection);
            if (await command.ExecuteScalarAsync(ct) is not "UTF8")
            {
                throw new StartRefusedException("The database is not in UTF8: create it with ENCODING 'UTF8' (ConnectionStrings__Database).");
            }
        }
        catch (Exception e) when (e is NpgsqlException or IOException or System.Net.Sockets.SocketException or TimeoutException)
        {
            throw new StartRefusedException($"The database cannot be reached (ConnectionStrings__Database): {OneLine(e)}", e);
        }
    }

    private async Task<NpgsqlConnection> Open(int tries, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return await Source.OpenConnectionAsync(ct);
            }
            catch (Exception e) when (e is TimeoutException or NpgsqlException { InnerException: TimeoutException } && --tries > 0)
            {
                // Asked again: it took longer than a request would wait.
            }
        }
    }

    private static string OneLine(Exception e) => (e is PostgresException p ? p.MessageText : e.InnerException?.Message ?? e.Message).ReplaceLineEndings(" ");
}
