using Npgsql;

namespace SecurityTracker.Server.Store;

/// <summary>One statement on one connection, of the work that goes on beside requests: it takes as long as it takes.</summary>
internal static class Sql
{
    public static async Task<int> Execute(NpgsqlConnection connection, string sql, CancellationToken ct, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task<T> Scalar<T>(NpgsqlConnection connection, string sql, CancellationToken ct, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        return (T)(await command.ExecuteScalarAsync(ct))!;
    }

    public static async Task Rows(NpgsqlConnection connection, string sql, Action<NpgsqlDataReader> take, CancellationToken ct, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            take(row);
        }
    }

    public static Task<bool> Exists(NpgsqlConnection connection, string table, CancellationToken ct) =>
        Scalar<bool>(connection, "SELECT to_regclass($1) IS NOT NULL", ct, table);

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.Parameters.AddRange(Array.ConvertAll(values, value => new NpgsqlParameter { Value = value }));
        return command;
    }
}
