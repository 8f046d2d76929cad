using System.IO.Compression;
using System.Text;
using Npgsql;

namespace SecurityTracker.ServerTests.Erasure;

/// <summary>
/// Looks for words in all that a database holds: every column of every table but the database's own, as text or as bytes in UTF-8 and
/// UTF-16, and inside the parts of zip files (docx, xlsx) that stand in bytes.
/// </summary>
internal static class WholeDatabase
{
    private const string Columns = """
        SELECT c.table_name, c.column_name, c.data_type FROM information_schema.columns c
        JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.table_schema NOT IN ('pg_catalog', 'information_schema') AND t.table_type = 'BASE TABLE' ORDER BY 1, 2
        """;

    /// <summary>Where each word stands: <c>personal_values.value: 髙﨑</c>; and how many columns were searched.</summary>
    public static async Task<(IReadOnlyList<string> Found, int Columns)> Search(NpgsqlDataSource database, IReadOnlyList<string> words)
    {
        var columns = new List<(string Table, string Column, bool Bytes)>();
        await using (var command = database.CreateCommand(Columns))
        await using (var row = await command.ExecuteReaderAsync())
        {
            while (await row.ReadAsync())
            {
                columns.Add((row.GetString(0), row.GetString(1), row.GetString(2) == "bytea"));
            }
        }

        var found = new List<string>();
        foreach (var (table, column, bytes) in columns)
        {
            await using var command = database.CreateCommand($"SELECT \"{column}\"{(bytes ? "" : "::text")} FROM \"{table}\" WHERE \"{column}\" IS NOT NULL");
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
            {
                found.AddRange(words.Where(word => bytes ? Holds(row.GetFieldValue<byte[]>(0), word) : Holds(row.GetString(0), word)).Select(word => $"{table}.{column}: {word}"));
            }
        }

        return ([.. found.Distinct()], columns.Count);
    }

    // jsonb is shown with its text as it is, json as it was written: with or without escapes.
    private static bool Holds(string text, string word) =>
        text.Contains(word, StringComparison.Ordinal)
        || text.Contains(string.Concat(word.Select(c => c < 128 ? $"{c}" : $"\\u{(int)c:x4}")), StringComparison.OrdinalIgnoreCase);

    private static bool Holds(byte[] bytes, string word)
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            if (bytes.AsSpan().IndexOf(encoding.GetBytes(word)) >= 0)
            {
                return true;
            }
        }

        return bytes is [(byte)'P', (byte)'K', 3, 4, ..] && Parts(bytes).Any(part => Holds(part, word));
    }

    private static IEnumerable<byte[]> Parts(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            var content = new MemoryStream();
            part.CopyTo(content);
            yield return content.ToArray();
        }
    }
}
