using System.Net.Sockets;
using Npgsql;

namespace SecurityTracker.EventStore;

/// <summary>Somebody else wrote first: the stream or document is not at the version that was expected. Nothing was written.</summary>
public sealed class ConcurrencyConflictException(Guid id, long expected, long? actual)
    : Exception($"{id} was expected at version {expected} and is at {actual?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "another"}.")
{
    /// <summary>The stream or document.</summary>
    public Guid Id => id;

    /// <summary>The version the writer had read.</summary>
    public long Expected => expected;

    /// <summary>The version it is at, where known.</summary>
    public long? Actual => actual;
}

/// <summary><see cref="Session.StartStream{T}"/> was given the id of a stream that exists. Nothing was written.</summary>
public sealed class StreamExistsException(Guid id) : Exception($"The stream {id} exists already.")
{
    /// <summary>The stream.</summary>
    public Guid Id => id;
}

/// <summary>A UNIQUE, EXCLUDE, CHECK or foreign key rule of an inline table refused the transaction. Nothing was written.</summary>
public sealed class ConstraintViolatedException(string constraintName, Exception inner)
    : Exception($"The constraint {constraintName} was violated.", inner)
{
    /// <summary>The constraint's name in the database.</summary>
    public string ConstraintName => constraintName;
}

/// <summary>A text holds U+0000, which PostgreSQL cannot keep: the sender's mistake (400). Nothing was written.</summary>
public sealed class NulInTextException(Exception inner) : Exception("A text contains the character U+0000, which cannot be stored.", inner);

/// <summary>An event type that <see cref="EventStoreOptions.MapEvent{TEvent}"/> does not name was written or read.</summary>
public sealed class UnmappedEventException(string type)
    : Exception($"The event type '{type}' is not mapped: name it once with EventStoreOptions.MapEvent.")
{
    /// <summary>The .NET type's full name, or the name found in mt_events.type.</summary>
    public string Type => type;
}

/// <summary>Sorts what went wrong in the database.</summary>
internal static class Failures
{
    /// <summary>True for the SQLSTATE that our SQL functions raise when a version is not the expected one.</summary>
    public static bool IsVersionConflict(PostgresException e) => string.Equals(e.SqlState, "ST001", StringComparison.Ordinal);

    /// <summary>True when the connection, not the statement, failed: on a fresh one the same statement may well succeed.</summary>
    public static bool IsConnectionLost(Exception e) => e switch
    {
        PostgresException p => p.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            || p.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException { InnerException: TimeoutException } => false,
        NpgsqlException { InnerException: IOException or SocketException or ObjectDisposedException } => true,
        IOException or SocketException => true,
        _ => false,
    };

    /// <summary>True for a refusal of the database that callers act upon.</summary>
    public static bool HasMeaning(PostgresException e) => IsNul(e) || e.SqlState.StartsWith("23", StringComparison.Ordinal);

    /// <summary>The store's own exception for such a refusal.</summary>
    public static Exception Meaning(PostgresException e) => IsNul(e) ? new NulInTextException(e) : new ConstraintViolatedException(e.ConstraintName ?? e.ColumnName ?? "", e);

    // 22P05: \u0000 inside jsonb; 22021: a zero byte in a text parameter.
    private static bool IsNul(PostgresException e) => e.SqlState is PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.CharacterNotInRepertoire;
}
