using System.Net.Sockets;
using Npgsql;

namespace SecurityTracker.Server.Postgres;

/// <summary>Tells a database that is not there from a statement that is wrong.</summary>
public static class DatabaseFaults
{
    /// <summary>True when the database cannot be reached, is starting or stopping, or has no room: the same request may succeed later.</summary>
    public static bool IsUnavailable(Exception e) => e switch
    {
        PostgresException p => p.IsTransient || p.SqlState is
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.DiskFull,
        NpgsqlException { InnerException: IOException or SocketException or TimeoutException } => true,
        NpgsqlException { IsTransient: true } => true,
        NpgsqlException { InnerException: null } => true,
        _ => false,
    };
}
