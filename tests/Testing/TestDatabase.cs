using System.Collections.Concurrent;
using Npgsql;

namespace SecurityTracker.Testing;

/// <summary>
/// A database for one test class, cloned from a template that is migrated once a run. The server comes from the environment
/// variable TEST_DATABASE (an administrator's connection string; infra/test sets it).
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new(StringComparer.Ordinal);
    private static readonly SemaphoreSlim Cloning = new(1);

    private readonly string database;

    private TestDatabase(string name)
    {
        database = name;
        ConnectionString = For(name, pooling: true);
        Source = new NpgsqlDataSourceBuilder(ConnectionString).Build();
    }

    /// <summary>The clone's connection string.</summary>
    public string ConnectionString { get; }

    /// <summary>Connections to the clone.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>A new database with what <paramref name="migrate"/> makes.</summary>
    /// <param name="template">A name for the template: one for each set of tables.</param>
    /// <param name="migrate">Run once for each template in a test run.</param>
    public static async Task<TestDatabase> Create(string template, Func<NpgsqlDataSource, Task> migrate)
    {
        var from = await Templates.GetOrAdd(template, key => new Lazy<Task<string>>(() => CreateTemplate(key, migrate))).Value;
        var name = $"{from}_{Guid.NewGuid():N}";
        // A template cannot be copied twice at the same time.
        await Cloning.WaitAsync();
        try
        {
            await Administer($"CREATE DATABASE {name} TEMPLATE {from} STRATEGY = file_copy");
        }
        finally
        {
            Cloning.Release();
        }
        return new TestDatabase(name);
    }

    /// <summary>How a template is reached while it is made.</summary>
    public static string ConnectionStringOf(NpgsqlDataSource template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return For(new NpgsqlConnectionStringBuilder(template.ConnectionString).Database, pooling: true);
    }

    /// <summary>Removes the database.</summary>
    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await Administer($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
    }

    private static async Task<string> CreateTemplate(string key, Func<NpgsqlDataSource, Task> migrate)
    {
        var name = $"test_{key}_{Environment.ProcessId}";
        await Administer($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        await Administer($"CREATE DATABASE {name}");
        await using (var source = new NpgsqlDataSourceBuilder(For(name, pooling: false)).Build())
        {
            await migrate(source);
        }

        // Nobody may be in what is copied: whoever has not left yet is sent away.
        await Administer($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await Administer($"SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity WHERE datname = '{name}'");
        return name;
    }

    private static async Task Administer(string sql)
    {
        await using var connection = new NpgsqlConnection(For(name: null, pooling: false));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string For(string? name, bool pooling)
    {
        var admin = Environment.GetEnvironmentVariable("TEST_DATABASE");
        if (string.IsNullOrWhiteSpace(admin))
        {
            throw new InvalidOperationException("TEST_DATABASE is not set: run infra/test, which starts a PostgreSQL for the tests and sets it.");
        }
        var builder = new NpgsqlConnectionStringBuilder(admin) { Pooling = pooling };
        builder.Database = name ?? builder.Database;
        return builder.ConnectionString;
    }
}
