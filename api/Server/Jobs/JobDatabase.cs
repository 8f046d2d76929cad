using Hangfire.PostgreSql;
using Npgsql;

namespace SecurityTracker.Server.Jobs;

/// <summary>The few connections of what runs by itself. They are none of those that requests wait for.</summary>
internal sealed record JobDatabase(NpgsqlDataSource Source);

/// <summary>Gives Hangfire a connection for each of its statements.</summary>
internal sealed class PooledConnections(NpgsqlDataSource source) : IConnectionFactory
{
    public NpgsqlConnection GetOrCreateConnection() => source.CreateConnection();
}
