using System.Security.Cryptography;
using Npgsql;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.Server.Reports;

/// <summary>One form as a file.</summary>
internal sealed record FormFile(FormFormat Format, byte[] Content)
{
    /// <summary>What the event keeps of it.</summary>
    public ReportFile Summary() => new(Format, Convert.ToHexStringLower(SHA256.HashData(Content)), Content.LongLength);
}

/// <summary>The files of finalised reports: written once with the event that finalises, never changed.</summary>
internal sealed class ReportFiles(NpgsqlDataSource database)
{
    /// <summary>Keeps one file, in the transaction of the event; the database checks the hash.</summary>
    public static NpgsqlBatchCommand Keep(Guid reportId, Guid contractId, FormFile file) =>
        new("INSERT INTO report_files (report_id, contract_id, format, sha256, content) VALUES ($1, $2, $3, $4, $5)")
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = reportId },
                new NpgsqlParameter<Guid> { TypedValue = contractId },
                new NpgsqlParameter<string> { TypedValue = file.Format.ToString() },
                new NpgsqlParameter<string> { TypedValue = file.Summary().Sha256 },
                new NpgsqlParameter<byte[]> { TypedValue = file.Content },
            },
        };

    /// <summary>Lets the files go, in the transaction of the 廃棄 or 移管; the database refuses without it.</summary>
    public static NpgsqlBatchCommand LetGo(Guid reportId) =>
        new("DELETE FROM report_files WHERE report_id = $1") { Parameters = { new NpgsqlParameter<Guid> { TypedValue = reportId } } };

    /// <summary>The kept bytes, or null. The caller has checked that the report is the actor's to see.</summary>
    public async Task<FormFile?> Load(Guid reportId, FormFormat format, CancellationToken ct)
    {
        await using var command = database.CreateCommand("SELECT content FROM report_files WHERE report_id = $1 AND format = $2");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = reportId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = format.ToString() });
        return await command.ExecuteScalarAsync(ct) is byte[] content ? new FormFile(format, content) : null;
    }
}
