using Npgsql;

namespace SecurityTracker.Server.Store;

/// <summary>A statement together with how its answer is read. <see cref="EventStore"/> sends one, or several in one round trip.</summary>
internal abstract class SqlQuery
{
    private readonly string sql;
    private readonly IReadOnlyList<NpgsqlParameter> parameters;

    private protected SqlQuery(string sql, IReadOnlyList<NpgsqlParameter> parameters) => (this.sql, this.parameters) = (sql, parameters);

    /// <summary>The statement, with parameters of its own, so that it may be sent again.</summary>
    internal NpgsqlBatchCommand Command()
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter.Clone());
        }

        return command;
    }

    /// <summary>Reads the rows while the connection is held.</summary>
    internal abstract Task Take(NpgsqlDataReader rows, CancellationToken ct);
}

/// <summary>A statement whose answer is read as <typeparamref name="T"/>.</summary>
/// <param name="sql">The statement; it must only read, as it may run twice.</param>
/// <param name="parameters">The values of $1, $2, …, unnamed.</param>
/// <param name="take">Reads the rows; not more than them.</param>
internal sealed class SqlQuery<T>(string sql, IReadOnlyList<NpgsqlParameter> parameters, Func<NpgsqlDataReader, CancellationToken, Task<T>> take)
    : SqlQuery(sql, parameters)
{
    /// <summary>What was read, once it was.</summary>
    public T Taken { get; private set; } = default!;

    internal override async Task Take(NpgsqlDataReader rows, CancellationToken ct) => Taken = await take(rows, ct);
}
