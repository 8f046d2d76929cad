using System.Net.Sockets;
using JasperFx;
using Marten.Exceptions;
using Npgsql;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.Server.Store;

/// <summary>Sorts what Marten and PostgreSQL throw.</summary>
internal static class Faults
{
    // What require_version of our own SQL raises.
    private const string VersionConflict = "ST001";

    /// <summary>What a fault means to callers, or null where it is one of the database or a defect of ours.</summary>
    public static Exception? Meaning(Exception e) => e switch
    {
        ConcurrencyException => new ConcurrencyConflictException(e),
        ExistingStreamIdCollisionException { Id: Guid id } => new StreamExistsException(id, e),
        PostgresException { SqlState: VersionConflict } => new ConcurrencyConflictException(e),
        // 22P05: \u0000 inside jsonb; 22021: a zero byte in a text parameter.
        PostgresException { SqlState: PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.CharacterNotInRepertoire } => new NulInTextException(e),
        PostgresException p when p.SqlState.StartsWith("23", StringComparison.Ordinal) => new ConstraintViolatedException(p.ConstraintName ?? p.ColumnName ?? "", p),
        _ => e.InnerException is { } inner ? Meaning(inner) : null,
    };

    /// <summary>Whether a fault means something to callers.</summary>
    public static bool HasMeaning(Exception e) => Meaning(e) is not null;

    /// <summary>
    /// True when the connection, not the statement, failed: on a fresh one the same statement may well succeed. A cancel is sent to a
    /// connection and not to a statement: one of a request that was given up may come late, and end what the next one asks.
    /// </summary>
    public static bool IsConnectionLost(Exception e) => e switch
    {
        PostgresException p => p.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.QueryCanceled
            || p.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException { InnerException: TimeoutException } => false,
        NpgsqlException { InnerException: IOException or SocketException or ObjectDisposedException } => true,
        MartenCommandException { InnerException: { } inner } => IsConnectionLost(inner),
        IOException or SocketException => true,
        _ => DatabaseFaults.IsOutOfStep(e),
    };
}
