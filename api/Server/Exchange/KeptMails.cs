using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using SecurityTracker.Domain.Files;
using SecurityTracker.Formats.Protocol;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Exchange;

/// <summary>What was found in a mail when it was read in.</summary>
/// <param name="Smime">What its S/MIME signature says; null where it was read in before that was looked at.</param>
/// <param name="Attachments">The files that were taken out of it.</param>
internal sealed record KeptMail(Guid FileId, Guid ContractId, DkimDetails Dkim, SmimeResult? Smime, IReadOnlyList<Guid> Attachments);

/// <summary>Mails that were read in, inside what the actor sees of their files (<see cref="KeptFiles"/>).</summary>
internal sealed class KeptMails(Session session, EventStore store, KeptFiles files)
{
    /// <summary>What a kept mail proves, for an event; null where the file is not a mail that was read into this contract.</summary>
    public async Task<MailProof?> Proof(Guid contractId, Guid fileId, CancellationToken ct) =>
        await files.Find(fileId, ct) is { Value.ErasedBecause: null } file && await Find(fileId, ct) is { } mail && mail.ContractId == contractId
            ? new(file.Value.File, mail.Dkim.Result, mail.Dkim.Domain, mail.Dkim.Aligned, mail.Smime)
            : null;

    /// <summary>The findings of a mail; the caller has found its file inside the boundary.</summary>
    internal Task<KeptMail?> Find(Guid fileId, CancellationToken ct) => store.Read(new SqlQuery<KeptMail?>(
        "SELECT contract_id, dkim, domain, aligned, uncovered, read_at, attachments, smime FROM mail_readings WHERE file_id = $1",
        [new NpgsqlParameter<Guid> { TypedValue = fileId }],
        async (row, token) => await row.ReadAsync(token)
            ? new(
                fileId,
                row.GetGuid(0),
                new(
                    Enum.Parse<DkimResult>(row.GetString(1)), row.IsDBNull(2) ? null : row.GetString(2), row.GetBoolean(3),
                    row.GetFieldValue<string[]>(4), row.GetFieldValue<DateTimeOffset>(5)),
                row.IsDBNull(7) ? null : Enum.Parse<SmimeResult>(row.GetString(7)),
                row.GetFieldValue<Guid[]>(6))
            : null), ct);

    /// <summary>The acts of a contract that wait for the officer's word, each with the word that it asks for, to find the one that a mail is about.</summary>
    internal Task<IReadOnlyDictionary<Guid, string>> OpenActs(Guid contractId, CancellationToken ct) => store.Read(new SqlQuery<IReadOnlyDictionary<Guid, string>>(
        "SELECT id, wording FROM mt_doc_authority_act WHERE contract_id = $1 AND state IN ('REQUESTED', 'INQUIRED', 'ANSWERED')",
        [new NpgsqlParameter<Guid> { TypedValue = contractId }],
        async (row, token) =>
        {
            var acts = new Dictionary<Guid, string>();
            while (await row.ReadAsync(token))
            {
                acts.Add(row.GetGuid(0), row.GetString(1));
            }

            return acts;
        }), ct);

    /// <summary>What was read in a mail; null where it was read in before that was kept.</summary>
    internal Task<MailAsRead?> Text(Guid fileId, CancellationToken ct) => store.Read(new SqlQuery<MailAsRead?>(
        "SELECT reading::text FROM mail_texts WHERE file_id = $1",
        [new NpgsqlParameter<Guid> { TypedValue = fileId }],
        async (row, token) => await row.ReadAsync(token) ? JsonSerializer.Deserialize<MailAsRead>(row.GetString(0), ReadingJson.Options) : null), ct);

    /// <summary>Keeps what was read when the session saves.</summary>
    internal void Keep(Guid fileId, MailAsRead text) => session.QueueSql(new NpgsqlBatchCommand("INSERT INTO mail_texts (file_id, reading) VALUES ($1, $2::jsonb) ON CONFLICT DO NOTHING")
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = fileId },
            new NpgsqlParameter<string> { TypedValue = JsonSerializer.Serialize(text, ReadingJson.Options) },
        },
    });

    /// <summary>Keeps the findings when the session saves.</summary>
    internal void Keep(KeptMail mail) => session.QueueSql(new NpgsqlBatchCommand(
        "INSERT INTO mail_readings (file_id, contract_id, dkim, domain, aligned, uncovered, read_at, attachments, smime) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = mail.FileId },
            new NpgsqlParameter<Guid> { TypedValue = mail.ContractId },
            new NpgsqlParameter<string> { TypedValue = mail.Dkim.Result.ToString() },
            new NpgsqlParameter { Value = (object?)mail.Dkim.Domain ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
            new NpgsqlParameter<bool> { TypedValue = mail.Dkim.Aligned },
            new NpgsqlParameter<string[]> { TypedValue = [.. mail.Dkim.Uncovered] },
            new NpgsqlParameter<DateTime> { TypedValue = mail.Dkim.At.UtcDateTime },
            new NpgsqlParameter<Guid[]> { TypedValue = [.. mail.Attachments] },
            new NpgsqlParameter { Value = (object?)mail.Smime?.ToString() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
        },
    });
}
