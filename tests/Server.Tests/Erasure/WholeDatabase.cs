using System.IO.Compression;
using System.Text;
using Npgsql;
using SecurityTracker.Server.Reading;

namespace SecurityTracker.ServerTests.Erasure;

/// <summary>
/// Looks for words in all that a database holds: every column of every table but the database's own, as text or as bytes in UTF-8 and
/// UTF-16, inside the parts of zip files (docx, xlsx) that stand in bytes, and in the text of PDF files, whose own bytes are compressed.
/// </summary>
internal static class WholeDatabase
{
    private const string Columns = """
        SELECT c.table_schema, c.table_name, c.column_name, c.data_type FROM information_schema.columns c
        JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.table_schema NOT IN ('pg_catalog', 'information_schema') AND t.table_type = 'BASE TABLE' ORDER BY 1, 2, 3
        """;

    /// <summary>Where each word stands: <c>personal_values.value: 髙﨑</c>, of a PDF <c>files.content (PDF): 髙﨑</c>; and which columns were searched.</summary>
    public static async Task<(IReadOnlyList<string> Found, IReadOnlyList<string> Columns)> Search(NpgsqlDataSource database, IReadOnlyList<string> words, FileReaders? pdf = null)
    {
        var columns = new List<(string Schema, string Table, string Column, bool Bytes)>();
        await using (var command = database.CreateCommand(Columns))
        await using (var row = await command.ExecuteReaderAsync())
        {
            while (await row.ReadAsync())
            {
                columns.Add((row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3) == "bytea"));
            }
        }

        var found = new List<string>();
        foreach (var (schema, table, column, bytes) in columns)
        {
            await using var command = database.CreateCommand($"SELECT \"{column}\"{(bytes ? "" : "::text")} FROM \"{schema}\".\"{table}\" WHERE \"{column}\" IS NOT NULL");
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
            {
                if (bytes && pdf is not null && row.GetFieldValue<byte[]>(0) is [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] document)
                {
                    var text = await TextOf(document, pdf);
                    found.AddRange(words.Where(word => text.Contains(word, StringComparison.Ordinal)).Select(word => $"{table}.{column} (PDF): {word}"));
                }

                found.AddRange(words.Where(word => bytes ? Holds(row.GetFieldValue<byte[]>(0), word) : Holds(row.GetString(0), word)).Select(word => $"{table}.{column}: {word}"));
            }
        }

        return ([.. found.Distinct()], [.. columns.Select(column => $"{column.Table}.{column.Column}")]);
    }

    // Lines end where the page does, not where a word does.
    private static async Task<string> TextOf(byte[] document, FileReaders pdf) =>
        string.Concat((await pdf.Read("a.pdf", document)).Value?.Text.Where(c => !char.IsWhiteSpace(c)) ?? []);

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
