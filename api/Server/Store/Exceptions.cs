namespace SecurityTracker.Server.Store;

/// <summary>Somebody else wrote first: a stream is not at the version that was expected. Nothing was written.</summary>
internal sealed class ConcurrencyConflictException(Exception inner) : Exception("Something was written meanwhile.", inner);

/// <summary><see cref="Session.StartStream{T}"/> was given the id of a stream that exists. Nothing was written.</summary>
internal sealed class StreamExistsException(Guid id, Exception inner) : Exception($"The stream {id} exists already.", inner)
{
    /// <summary>The stream.</summary>
    public Guid Id => id;
}

/// <summary>A UNIQUE, EXCLUDE, CHECK or foreign key rule of a table refused the transaction. Nothing was written.</summary>
internal sealed class ConstraintViolatedException(string constraintName, Exception inner)
    : Exception($"The constraint {constraintName} was violated.", inner)
{
    /// <summary>The constraint's name in the database.</summary>
    public string ConstraintName => constraintName;
}

/// <summary>A text holds U+0000, which PostgreSQL cannot keep: the sender's mistake (400). Nothing was written.</summary>
internal sealed class NulInTextException(Exception inner) : Exception("A text contains the character U+0000, which cannot be stored.", inner);

/// <summary>A snapshot is not at the version of its stream: what is decided on it would be decided on the past. <c>migrate</c> folds it again.</summary>
internal sealed class SnapshotBehindException(Guid id, long snapshot, long stream)
    : Exception($"The snapshot of {id} is at version {snapshot} and its stream at {stream}: run 'migrate'.");

/// <summary>An event was appended that <see cref="Nouns.MapEvent{TEvent}"/> does not name.</summary>
internal sealed class UnmappedEventException(string type) : Exception($"The event '{type}' is not mapped: name it once with MapEvent.")
{
    /// <summary>The .NET type's full name.</summary>
    public string Type => type;
}
