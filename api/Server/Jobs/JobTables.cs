using Hangfire.PostgreSql;
using Npgsql;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Jobs;

/// <summary>Hangfire's own tables, in a schema of their own. They are made by <c>migrate</c> and never while serving.</summary>
internal static class JobTables
{
    /// <summary>The schema.</summary>
    public const string Schema = "hangfire";

    /// <summary>For how long a run is shown after its end.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(31);

    private const long Lock = 5_301_880_215;
    private const string Scripts = "Hangfire.PostgreSql.Scripts.Install.v";

    // A job is somebody else's 30 seconds after its server has fallen silent, and stays a living server's however long it takes.
    private static readonly PostgreSqlStorageOptions Options = new()
    {
        SchemaName = Schema,
        PrepareSchemaIfNecessary = false,
        UseSlidingInvisibilityTimeout = true,
        InvisibilityTimeout = TimeSpan.FromSeconds(30),
        QueuePollInterval = TimeSpan.FromSeconds(5),
    };

    // What Hangfire.PostgreSql numbers its scripts by is what it writes into its table of versions.
    private static readonly int Version = typeof(PostgreSqlStorage).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Scripts, StringComparison.Ordinal))
        .Max(name => int.Parse(Path.GetFileNameWithoutExtension(name[Scripts.Length..]), System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Hangfire's storage over these connections.</summary>
    public static PostgreSqlStorage Storage(IConnectionFactory connections) => new(connections, Options) { JobExpirationTimeout = Kept };

    /// <summary>Hangfire's storage over one connection, and so within the transaction that it is in.</summary>
    public static PostgreSqlStorage Storage(NpgsqlConnection connection) =>
        Storage(new Hangfire.PostgreSql.Factories.ExistingNpgsqlConnectionFactory(connection, Options));

    /// <summary>Makes the tables, or brings them forward; safe from several processes at once.</summary>
    public static async Task Install(JobDatabase database, CancellationToken ct)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        if (await AreThere(connection, ct))
        {
            return;
        }

        await Sql.Execute(connection, $"SET client_min_messages = warning; SELECT pg_advisory_lock({Lock})", ct);
        try
        {
            PostgreSqlObjectsInstaller.Install(connection, Schema);
        }
        finally
        {
            await Sql.Execute(connection, $"SELECT pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    /// <summary>Stops a start on a database whose tables of jobs are missing, or behind this release.</summary>
    public static async Task Require(JobDatabase database, CancellationToken ct)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        if (!await AreThere(connection, ct))
        {
            throw new StartRefusedException($"The tables of the jobs (schema {Schema}) are missing or behind: run 'migrate' first.");
        }
    }

    private static async Task<bool> AreThere(NpgsqlConnection connection, CancellationToken ct) =>
        await Sql.Exists(connection, $"{Schema}.schema", ct) && await Sql.Scalar<bool>(connection, $"SELECT coalesce(max(version), 0) >= $1 FROM {Schema}.schema", ct, Version);
}
