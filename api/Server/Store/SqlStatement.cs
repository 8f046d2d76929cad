using Npgsql;

namespace SecurityTracker.Server.Store;

/// <summary>Statements of our own beside Marten, and the rows that they answer. Enums go as their words, instants as UTC.</summary>
internal static class SqlStatement
{
    /// <summary>A statement with the values of $1, $2, ….</summary>
    public static NpgsqlBatchCommand Of(string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(Parameter(value));
        }

        return command;
    }

    /// <summary>
    /// A statement that takes rows away or marks them, in the transaction of what they are taken for. Where it finds none, the whole
    /// transaction is refused with <paramref name="rule"/>, a constraint that <c>RefuseOn</c> has a refusal for.
    /// </summary>
    public static NpgsqlBatchCommand Taking(string rule, string sql, params object?[] values) =>
        Of($"WITH taken AS ({sql} RETURNING 1) SELECT require_some((SELECT count(*) FROM taken), '{rule}')", values);

    /// <summary>A value as a parameter.</summary>
    public static NpgsqlParameter Parameter(object? value) => new()
    {
        Value = value switch
        {
            null => DBNull.Value,
            Enum word => word.ToString(),
            DateTimeOffset instant => instant.UtcDateTime,
            _ => value,
        },
    };

    /// <summary>Writes.</summary>
    /// <returns>How many rows it touched.</returns>
    public static async Task<int> Run(this NpgsqlDataSource database, NpgsqlBatchCommand statement, CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(statement);
        return await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Writes, and reads what the statement returns (<c>RETURNING</c>): its first row, or null.</summary>
    public static async Task<T?> First<T>(this NpgsqlDataSource database, NpgsqlBatchCommand statement, Func<NpgsqlDataReader, T> read, CancellationToken ct)
        where T : class
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(statement);
        await using var row = await batch.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? read(row) : null;
    }

    /// <summary>A word of the database as an enum.</summary>
    public static T Word<T>(this NpgsqlDataReader row, int column)
        where T : struct, Enum
        => Enum.Parse<T>(row.GetString(column));

    /// <summary>All rows, in their order.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="read">Reads the one at hand.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<T>> All<T>(this NpgsqlDataReader rows, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        var all = new List<T>();
        while (await rows.ReadAsync(ct))
        {
            all.Add(read(rows));
        }

        return all;
    }

    /// <summary>A column, or null.</summary>
    public static T? OrNull<T>(this NpgsqlDataReader row, int column)
        where T : struct
        => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);
}
