using System.Net.Sockets;
using Npgsql;

namespace SecurityTracker.Server.Postgres;

/// <summary>Tells a database that is not there from a statement that is wrong.</summary>
internal static class DatabaseFaults
{
    /// <summary>
    /// True when the database cannot be reached, hangs, is starting or stopping, has no room (disk, quota, memory, connections) or fails
    /// in itself: the same request may succeed later. What wraps such a fault is one: keys, for example, are read from the database by the framework.
    /// </summary>
    public static bool IsUnavailable(Exception e) => e switch
    {
        PostgresException p => p.IsTransient || p.SqlState[..2] is Resources or Intervention or SystemError or InternalError || p.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction,
        NpgsqlException { InnerException: IOException or SocketException or TimeoutException } => true,
        NpgsqlException { IsTransient: true } => true,
        NpgsqlException { InnerException: null } => true,
        _ when IsOutOfStep(e) => true,
        _ => e.InnerException is { } inner && IsUnavailable(inner),
    };

    /// <summary>
    /// True when the driver read an answer that it did not wait for, as it may after a request that was given up (npgsql issue 5803). It has
    /// closed the connection then; whether a write happened is not known. It says so in words alone.
    /// </summary>
    public static bool IsOutOfStep(Exception e) =>
        e.Source == "Npgsql" && e.Message.StartsWith("Received ", StringComparison.Ordinal) && e.Message.Contains("backend message", StringComparison.Ordinal);

    // Classes of SQLSTATE (PostgreSQL, appendix A): no room left; an operator stops or starts the server; the disk
    // fails; PostgreSQL fails in itself, as it says also of a quota that is used up.
    private const string Resources = "53";
    private const string Intervention = "57";
    private const string SystemError = "58";
    private const string InternalError = "XX";
}
