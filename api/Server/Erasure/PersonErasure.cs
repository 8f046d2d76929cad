using System.Text.Json.Serialization;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Erasure;

/// <summary>What goes, or what stays.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ErasureMatter>))]
internal enum ErasureMatter
{
    /// <summary>氏名, 連絡先 and the fields of rosters.</summary>
    PERSONAL_VALUES,

    /// <summary>The account with its sessions, tokens and keys.</summary>
    ACCOUNT,

    /// <summary>Answers kept for repeated requests.</summary>
    KEPT_ANSWERS,

    /// <summary>Files of presented 確認書類.</summary>
    CONFIRMATION_DOCUMENT_FILES,

    /// <summary>代表者氏名, in contracts and in the files of finalised reports.</summary>
    REPRESENTATIVE_NAME,

    /// <summary>Who did what: the person's id in the record, without a name.</summary>
    RECORD,

    /// <summary>Copies of the database made outside of this program.</summary>
    BACKUPS,
}

/// <summary>One matter of an erasure, with how many of it where it can be counted.</summary>
internal sealed record ErasureItem(ErasureMatter What, int? Count, Message Messages);

/// <summary>What was erased and what stays.</summary>
/// <param name="PersonId">Whose data it was.</param>
/// <param name="Version">The version of the record that says so (also the ETag).</param>
/// <param name="Erases">What is gone, or, asked beforehand, what will be.</param>
/// <param name="Stays">What stays, and until when.</param>
internal sealed record ErasureAnswer(Guid PersonId, long Version, IReadOnlyList<ErasureItem> Erases, IReadOnlyList<ErasureItem> Stays);

/// <summary>What is kept of one person.</summary>
/// <param name="Values">The personal values, each with its id.</param>
/// <param name="Contracts">The contracts in which the person stands: on a roster, or as one of the 担当職員.</param>
/// <param name="Versions">How many presented versions of 確認書類 name the person.</param>
internal sealed record KeptOfPerson(Guid PersonId, IReadOnlyDictionary<Guid, string> Values, string? Mail, IReadOnlyList<Guid> Contracts, IReadOnlyList<Guid> Documents, int Versions);

/// <summary>
/// Erases what is personal of someone, wherever it is kept (design: Personal data). Events hold ids of values and never change; the values
/// go, and with them what every reader sees. Who may ask for it is the caller's matter. It reaches
/// <list type="bullet">
/// <item>of someone on a roster: the values of that person's own, and nothing else. The same name elsewhere, on an officers' list or in what the
/// other side said, is not this person's by being spelt alike;</item>
/// <item>of a person with an account: those, and the same name or address where the person's own side wrote it down in the contracts in which
/// the person stands: people named in acts for a contractor's, officers' names, addresses and telephones for the ministry's. What stands there
/// for the other side stays. A representative's name stays, who signs for the firm;</item>
/// <item>of the answers kept for repeated requests: the person's own, any that holds the person's id, and those given to the erasing
/// organisation that hold a value of four characters or more. One that holds a shorter value alone goes with its 24 hours;</item>
/// <item>of whoever has the person's mail address: mails that wait or were sent, and passwords that were asked for (<see cref="IEraser"/>).</item>
/// </list>
/// </summary>
/// <remarks>
/// What PostgreSQL itself keeps is the operator's matter, and the answer says so (<see cref="ErasureMatter.BACKUPS"/>). A deleted row is in the
/// data files until VACUUM, in the write-ahead log until it is recycled, and in every base backup and archived log made before. So: leave
/// autovacuum on; keep backups and archived logs no longer than the organisation has told its people (35 days is a common choice), on
/// encrypted storage, and let nothing else keep copies; after a restore to an earlier moment repeat the erasures that came after it: they
/// are the events <c>person_erased</c> and <c>confirmation_document_person_erased</c> of the log that was not restored, and of the audit events.
/// </remarks>
internal sealed class PersonErasure(EventStore store, Actor actor, IEnumerable<PersonRows> rows, IEnumerable<IEraser> erasers)
{
    private const int ShortestTelling = 4;

    private const string OfRoster = "SELECT v.id, v.value, v.field FROM personal_values v WHERE v.subject_id = $1";

    // The same name within a contract is the same person, on the person's own side.
    private const string OfAccount = $"""
        {OfRoster}
           OR (v.field <> 'representativeName'
            AND (v.field LIKE 'officer%' OR v.field = 'sectionMail') = EXISTS (SELECT FROM mt_doc_organisation o WHERE o.id = $3 AND o.kind = 'MINISTRY_OFFICE')
            AND (v.subject_id = ANY ($2) OR v.subject_id IN (SELECT s.id FROM stream_scopes s WHERE s.contract_id = ANY ($2)))
            AND v.value IN (SELECT o.value FROM personal_values o WHERE o.subject_id = $1 AND o.field IN ('name', 'mail')))
           OR v.id::text IN (
               SELECT field.value ->> 'id'
               FROM mt_doc_contract c, jsonb_path_query(c.data, '$.value.officerLists[*].officers[*] ? (@.type() == "object")') officer, jsonb_each(officer) field
               WHERE c.id = ANY ($2) AND officer ->> 'personId' = $1::text AND jsonb_typeof(field.value) = 'object')
        """;

    private const string Places = """
        SELECT d.contract_id, d.id, (SELECT count(*) FROM jsonb_path_query(d.data, '$.value.versions[*]') v WHERE v -> 'content' -> 'people' @> jsonb_build_array(jsonb_build_object('id', $1::text)))::int
        FROM mt_doc_confirmation_document d
        WHERE d.data #> '{value,draft,people}' @> jsonb_build_array(jsonb_build_object('id', $1::text))
           OR EXISTS (SELECT FROM jsonb_path_query(d.data, '$.value.versions[*]') v WHERE v -> 'content' -> 'people' @> jsonb_build_array(jsonb_build_object('id', $1::text)))
        UNION ALL
        SELECT c.id, NULL, 0 FROM mt_doc_contract c
        WHERE EXISTS (SELECT FROM jsonb_path_query(c.data, '$.value.officerLists[*]') l WHERE l -> 'officers' @> jsonb_build_array(jsonb_build_object('personId', $1::text)))
        """;

    /// <summary>What is kept now of a person with an account.</summary>
    public Task<KeptOfPerson> Find(Guid personId, CancellationToken ct) => Find(personId, OfAccount, ct);

    /// <summary>What is kept now of someone who stands on a roster alone.</summary>
    public Task<KeptOfPerson> FindOnRoster(Guid personId, CancellationToken ct) => Find(personId, OfRoster, ct);

    private Task<KeptOfPerson> Find(Guid personId, string sql, CancellationToken ct) => store.Read(
        async (connection, token) =>
        {
            var (contracts, documents, versions) = (new HashSet<Guid>(), new List<Guid>(), 0);
            await using (var places = new NpgsqlCommand(Places, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = personId.ToString("D") } } })
            await using (var row = await places.ExecuteReaderAsync(token))
            {
                while (await row.ReadAsync(token))
                {
                    contracts.Add(row.GetGuid(0));
                    versions += row.GetInt32(2);
                    if (!row.IsDBNull(1))
                    {
                        documents.Add(row.GetGuid(1));
                    }
                }
            }

            var (values, mail) = (new Dictionary<Guid, string>(), (string?)null);
            await using var command = new NpgsqlCommand(sql, connection)
            {
                Parameters = { new NpgsqlParameter<Guid> { TypedValue = personId } },
            };
            if (sql == OfAccount)
            {
                command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. contracts] });
                command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = actor.OrganisationId ?? Guid.Empty });
            }

            await using var value = await command.ExecuteReaderAsync(token);
            while (await value.ReadAsync(token))
            {
                values[value.GetGuid(0)] = value.GetString(1);
                mail = value.GetString(2) == "mail" ? value.GetString(1) : mail;
            }

            return new KeptOfPerson(personId, values, mail, [.. contracts], documents, versions);
        },
        ct);

    /// <summary>Gathers the deletions in a session; they go with the events that say so, or not at all.</summary>
    public void Erase(Session session, KeptOfPerson kept)
    {
        session.QueueSql(new NpgsqlBatchCommand("DELETE FROM personal_values WHERE id = ANY ($1)") { Parameters = { new NpgsqlParameter<Guid[]> { TypedValue = [.. kept.Values.Keys] } } });
        foreach (var own in rows)
        {
            if (!own.ByMail)
            {
                session.QueueSql(new NpgsqlBatchCommand($"DELETE FROM {own.Table} WHERE {own.Column} = $1") { Parameters = { new NpgsqlParameter<Guid> { TypedValue = kept.PersonId } } });
            }
            else if (kept.Mail is { } mail)
            {
                session.QueueSql(new NpgsqlBatchCommand($"DELETE FROM {own.Table} WHERE lower({own.Column}) = lower($1)") { Parameters = { new NpgsqlParameter<string> { TypedValue = mail } } });
            }
        }

        if (kept.Mail is { } address)
        {
            session.QueueSql(erasers.Select(eraser => eraser.Erasing(address)));
        }

        // An answer that was kept for a repeated request: the person's own, and whichever speaks of the person, as words stand inside a JSON text.
        session.QueueSql(new NpgsqlBatchCommand("""
            WITH answers AS (SELECT a.actor_id, a.key, coalesce(text_of_kept_answer(a.body), '') || coalesce(a.location, '') AS text FROM idempotent_answers a)
            DELETE FROM idempotent_answers k USING answers a
            WHERE k.actor_id = a.actor_id AND k.key = a.key
              AND (a.actor_id = $1 OR strpos(a.text, $1::text) > 0
                OR (EXISTS (SELECT FROM unnest($2) w(word), to_jsonb(w.word) inside WHERE strpos(a.text, substr(inside::text, 2, length(inside::text) - 2)) > 0)
                    AND (EXISTS (SELECT FROM mt_doc_person p WHERE p.id = a.actor_id AND p.organisation_ids @> ARRAY[$3])
                      OR EXISTS (SELECT FROM service_accounts s WHERE s.id = a.actor_id AND s.organisation_id = $3))))
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = kept.PersonId },
                new NpgsqlParameter<string[]> { TypedValue = [.. kept.Values.Values.Where(value => value.Length >= ShortestTelling)] },
                new NpgsqlParameter<Guid> { TypedValue = actor.OrganisationId ?? Guid.Empty },
            },
        });
    }

    /// <summary>What an erasure takes.</summary>
    public static IReadOnlyList<ErasureItem> Erases(KeptOfPerson kept, bool account)
    {
        return
        [
            new(ErasureMatter.PERSONAL_VALUES, kept.Values.Count, new(
                "氏名、連絡先、名簿の各項目を消去します。過去の記録でも「消去済み」と表示されます。",
                "Name, contact and roster fields are erased. Past records show 「消去済み」 in their place.")),
            .. account
                ? [new ErasureItem(ErasureMatter.ACCOUNT, null, new(
                    "利用者の登録、サインイン中の端末、トークン、パスキーを消去し、所属を終了します。",
                    "The account, its sessions, tokens and passkeys go, and its memberships end."))]
                : Array.Empty<ErasureItem>(),
            new(ErasureMatter.KEPT_ANSWERS, null, new(
                "再送に備えて保持している応答（24時間）から消去します。", "Answers kept for repeated requests (24 hours) go too.")),
        ];
    }

    /// <summary>What stays after an erasure, and until when.</summary>
    public static IReadOnlyList<ErasureItem> Stays(KeptOfPerson kept)
    {
        return
        [
            .. kept.Versions > 0
                ? [new ErasureItem(ErasureMatter.CONFIRMATION_DOCUMENT_FILES, kept.Versions, new(
                    "提示した確認書類のファイル（docx、PDF）に印字された内容は、保存期間が終わるまで残ります。",
                    "What is printed in the files of presented 確認書類 stays for their retention."))]
                : Array.Empty<ErasureItem>(),
            new(ErasureMatter.REPRESENTATIVE_NAME, null, new(
                "代表者氏名として記載されたものは、契約の記録と、確定した報告書及び提示した確認書類のファイルに、保存期間が終わるまで残ります。",
                "A name given as representative stays in the contract's record and in the files of finalised reports and presented documents for their retention.")),
            new(ErasureMatter.RECORD, null, new(
                "操作の記録には、氏名のない識別番号だけが残ります。理由等の文章や添付ファイルに書かれた氏名は、その記録として残ります。",
                "The record keeps an id without a name. A name that someone wrote into a reason or a file stays as part of that record.")),
            new(ErasureMatter.BACKUPS, null, new(
                "データベースのバックアップと更新ログには、それぞれの保持期間が終わるまで残ります。",
                "Backups of the database and its write-ahead log keep it until they are dropped.")),
        ];
    }
}
