using System.Security.Cryptography;
using Npgsql;
using SecurityTracker.Domain.ConfirmationDocuments;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>One document as a file.</summary>
internal sealed record PrintedFile(DocumentFileFormat Format, byte[] Content)
{
    /// <summary>What the event keeps of it.</summary>
    public DocumentFile Summary() => new(Format, Convert.ToHexStringLower(SHA256.HashData(Content)), Content.LongLength);
}

/// <summary>The files of presented versions: written once with the event that presents them, never changed.</summary>
internal sealed class DocumentFiles(NpgsqlDataSource database)
{
    /// <summary>Keeps one file, in the transaction of the event; the database checks the hash.</summary>
    public static NpgsqlBatchCommand Keep(Guid documentId, Guid contractId, int version, PrintedFile file) => new("INSERT INTO confirmation_document_files (document_id, contract_id, version, format, sha256, content) VALUES ($1, $2, $3, $4, $5, $6)")
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = documentId },
            new NpgsqlParameter<Guid> { TypedValue = contractId },
            new NpgsqlParameter<int> { TypedValue = version },
            new NpgsqlParameter<string> { TypedValue = file.Format.ToString() },
            new NpgsqlParameter<string> { TypedValue = file.Summary().Sha256 },
            new NpgsqlParameter<byte[]> { TypedValue = file.Content },
        },
    };

    /// <summary>The kept bytes, or null. The caller has checked that the document is the actor's to see, and every field of it.</summary>
    public async Task<PrintedFile?> Load(Guid documentId, int version, DocumentFileFormat format, CancellationToken ct)
    {
        await using var command = database.CreateCommand("SELECT content FROM confirmation_document_files WHERE document_id = $1 AND version = $2 AND format = $3");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = documentId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = version });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = format.ToString() });
        return await command.ExecuteScalarAsync(ct) is byte[] content ? new PrintedFile(format, content) : null;
    }
}
