using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Files;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Files;

/// <summary>A file with its bytes.</summary>
internal sealed record KeptFile(FileRef File, string MediaType, byte[] Content);

/// <summary>
/// Files of contracts, inside what the actor sees: officers and the ministry what their side put to the contract, and of the other side's
/// what the record that they read refers to; a contractor's staff what they put there themselves, a subcontractor what its organisation put to its part.
/// </summary>
internal sealed class KeptFiles(Session session, EventStore store, Writer writer, Actor actor, TimeProvider time)
{
    // The streams that both sides read. Of the 確認書類 it is the presented versions; drafts of either side stand in streams of their own.
    private const string ReadByBoth = "'contract', 'obligation', 'part', 'authority_act', 'communication', 'report', 'row_thread'";

    // A file that is named as one; an entry of a register outside has an id that anyone can write.
    private const string Named = """'$.** ? (@.fileId == $f || (@.id == $f && !(@.kind == "REGISTER_ENTRY")))', jsonb_build_object('f', named.id)""";

    /// <summary>Keeps a file, together with what else the session saves; the caller has checked that the contract or part is the actor's to add to.</summary>
    /// <returns>The stream of the new file, with its events gathered.</returns>
    public async Task<StreamForWriting<StoredFile>> Keep(Guid contractId, Guid? partId, FileUpload upload, CancellationToken ct)
    {
        var id = writer.NewId();
        var organisation = actor.OrganisationId ?? throw new InvalidOperationException("A file comes from one of the sides");
        var kept = new FileKept(contractId, partId, organisation, new FileRef(id, upload.Sha256, upload.Name, upload.Content.LongLength), upload.MediaType);
        var stream = await session.FetchForWriting<StoredFile>(id, ct);
        Writer.Record(stream, state => StoredFileDecider.Decide(new KeepFile(kept), state, writer.Moment), new StreamScope(contractId, organisation));
        session.QueueSql(new NpgsqlBatchCommand("INSERT INTO files (id, contract_id, sha256, content, kept_at, kept_by) VALUES ($1, $2, $3, $4, $5, $6)")
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = id },
                new NpgsqlParameter<Guid> { TypedValue = contractId },
                new NpgsqlParameter<string> { TypedValue = upload.Sha256 },
                new NpgsqlParameter<byte[]> { TypedValue = upload.Content },
                new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime },
                new NpgsqlParameter { Value = (object?)actor.PersonId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
            },
        });
        return stream;
    }

    /// <summary>A file, or null where the actor sees none of this id.</summary>
    public async Task<Versioned<StoredFile>?> Find(Guid id, CancellationToken ct) => await Visible([id], ct) is [var file] ? file : null;

    /// <summary>What was put to a part and the actor sees, in the order in which it was.</summary>
    public Task<IReadOnlyList<Versioned<StoredFile>>> OfPart(Guid partId, CancellationToken ct) =>
        Visible("d.part_id = $1", new NpgsqlParameter<Guid> { TypedValue = partId }, ct);

    /// <summary>The files that a request names, in its order; refused as a whole where one is not this contract's, not the actor's to see, or erased.</summary>
    /// <param name="contractId">The contract.</param>
    /// <param name="ids">As the request names them; none for null.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="pointer">Where the request names them.</param>
    public async Task<IReadOnlyList<FileRef>> Resolve(Guid contractId, IReadOnlyList<Guid>? ids, CancellationToken ct, string pointer = "/fileIds")
    {
        if (ids is not { Count: > 0 })
        {
            return [];
        }

        var found = (await Visible([.. ids.Distinct()], ct)).Where(file => file.Value.ContractId == contractId && file.Value.ErasedBecause is null).ToDictionary(file => file.Id);
        FileRefusals.Missing.At(pointer).ThrowIf(!ids.All(found.ContainsKey));
        return [.. ids.Distinct().Select(id => found[id].Value.File)];
    }

    /// <summary>A file with its bytes; null where the actor sees none of this id, or it was erased.</summary>
    public async Task<KeptFile?> Content(Guid id, CancellationToken ct)
    {
        if (await Find(id, ct) is not { Value: { ErasedBecause: null } file })
        {
            return null;
        }

        var content = await store.Read(new SqlQuery<byte[]?>(
            "SELECT content FROM files WHERE id = $1",
            [new NpgsqlParameter<Guid> { TypedValue = id }],
            async (row, token) => await row.ReadAsync(token) && !row.IsDBNull(0) ? row.GetFieldValue<byte[]>(0) : null), ct);
        return content is null ? null : new(file.File, file.MediaType, content);
    }

    /// <summary>Until when a file is kept because an event of its contract refers to it; null where none does.</summary>
    public async Task<DateOnly?> RetainedUntil(Guid id, StoredFile file, CancellationToken ct)
    {
        var used = await store.Read(new SqlQuery<bool>(
            """
            SELECT EXISTS (
                SELECT FROM mt_events e JOIN stream_scopes s ON s.id = e.stream_id
                WHERE s.contract_id = $1 AND s.id <> $2 AND position($2::text IN e.data::text) > 0)
            """,
            [new NpgsqlParameter<Guid> { TypedValue = file.ContractId }, new NpgsqlParameter<Guid> { TypedValue = id }],
            async (row, token) => await row.ReadAsync(token) && row.GetBoolean(0)), ct);
        return used && await session.Load<Contract>(file.ContractId, ct) is { } contract
            ? StoredFileDecider.RetainedUntil(contract.Value.Term.To)
            : null;
    }

    /// <summary>Takes the bytes away when the session saves.</summary>
    public void Erase(Guid id) => session.QueueSql(new NpgsqlBatchCommand("UPDATE files SET content = NULL, erased_at = $2 WHERE id = $1")
    {
        Parameters = { new NpgsqlParameter<Guid> { TypedValue = id }, new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime } },
    });

    private Task<IReadOnlyList<Versioned<StoredFile>>> Visible(IReadOnlyList<Guid> ids, CancellationToken ct) =>
        Visible("d.id = ANY ($1)", new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] }, ct);

    private Task<IReadOnlyList<Versioned<StoredFile>>> Visible(string which, NpgsqlParameter first, CancellationToken ct)
    {
        var parameters = new List<NpgsqlParameter> { first };
        return session.Query<StoredFile>($"WHERE {which} AND {InSight(actor, parameters)} ORDER BY d.id", parameters, ct);
    }

    /// <summary>Which files an actor sees, as SQL over <c>mt_doc_file d</c>.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="parameters">The query's parameters so far; those of the predicate are added behind them.</param>
    public static string InSight(Actor actor, IList<NpgsqlParameter> parameters)
    {
        string Add(Guid? value)
        {
            parameters.Add(new NpgsqlParameter<Guid> { TypedValue = value ?? Guid.Empty });
            return string.Create(CultureInfo.InvariantCulture, $"${parameters.Count}");
        }

        return actor.Role switch
        {
            Role.SUBCONTRACTOR_OFFICER => $"d.part_id IS NOT NULL AND d.organisation_id = {Add(actor.OrganisationId)}",
            Role.CONTRACTOR_STAFF => $"{OfTheContract(actor, parameters)} AND EXISTS (SELECT FROM files f WHERE f.id = d.id AND f.kept_by = {Add(actor.PersonId)})",
            _ => $"{OfTheContract(actor, parameters)} AND {OfOwnSideOrShown(actor)}",
        };
    }

    // What one side put there is its own until what the other reads names it, or names the mail that it was taken out of.
    private static string OfOwnSideOrShown(Actor actor) => actor.Kind == ActorKind.SYSTEM ? "true" : $"""
        (EXISTS (SELECT FROM mt_doc_organisation o WHERE o.id = d.organisation_id AND o.kind = 'MINISTRY_OFFICE') = {(Access.Visible.SeesUnsent(actor) ? "false" : "true")}
         OR EXISTS (
            SELECT FROM (SELECT d.id UNION ALL SELECT m.file_id FROM mail_readings m WHERE m.contract_id = d.contract_id AND d.id = ANY (m.attachments)) named (id)
            WHERE EXISTS (
                SELECT FROM stream_scopes s JOIN mt_events e ON e.stream_id = s.id
                WHERE s.contract_id = d.contract_id AND s.noun IN ({ReadByBoth}) AND jsonb_path_exists(e.data, {Named})
                  AND (s.noun <> 'report' OR EXISTS (SELECT FROM mt_doc_report r WHERE r.id = s.id AND {Access.Visible.Reports(actor, "r")})))
               OR EXISTS (SELECT FROM mt_doc_confirmation_document k WHERE k.contract_id = d.contract_id AND jsonb_path_exists(k.data -> 'value' -> 'versions', {Named}))))
        """;

    private static string OfTheContract(Actor actor, IList<NpgsqlParameter> parameters) =>
        $"EXISTS (SELECT FROM mt_doc_contract c WHERE c.id = d.contract_id AND {Access.Visible.To(actor, parameters)})";
}
