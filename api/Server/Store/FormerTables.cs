using Npgsql;

namespace SecurityTracker.Server.Store;

/// <summary>
/// Takes over, in place, the tables of the store that came before Marten: events and streams stay where they are, scopes move beside them,
/// snapshots are folded anew and compared with what was there. Whatever differs stops the migration, which then leaves all as it was.
/// </summary>
internal sealed class FormerTables
{
    private const string State = """
        SELECT (SELECT count(*) FROM mt_streams) || ' streams up to ' || (SELECT coalesce(sum(version), 0) FROM mt_streams) || ', '
            || (SELECT count(*) || ' events up to ' || coalesce(max(seq_id), 0) || ', versions ' || coalesce(sum(version), 0) || ', content '
                || coalesce(sum(hashtextextended(concat_ws('/', seq_id, id, stream_id, version, type, data, headers, timestamp, user_name, correlation_id), 0)::numeric), 0) FROM mt_events)
        """;

    private readonly Nouns nouns;
    private readonly NpgsqlConnection connection;
    private string? before;

    private FormerTables(Nouns nouns, NpgsqlConnection connection) => (this.nouns, this.connection) = (nouns, connection);

    /// <summary>Renames the former snapshots, where there are any, so that Marten's can take their names.</summary>
    public static async Task<FormerTables> SetAside(Nouns nouns, NpgsqlConnection connection, CancellationToken ct)
    {
        var former = new FormerTables(nouns, connection);
        if (await Sql.Exists(connection, "mt_event_progression", ct) && await Sql.Scalar<bool>(connection, "SELECT to_regproc('mt_append') IS NOT NULL", ct))
        {
            await Sql.Execute(connection, "LOCK TABLE mt_streams, mt_events IN ACCESS EXCLUSIVE MODE", ct);
            former.before = await Sql.Scalar<string>(connection, State, ct);
            foreach (var noun in nouns.All)
            {
                await Sql.Execute(connection, $"ALTER TABLE IF EXISTS {noun.TableName} RENAME TO {Former(noun)}", ct);
            }
        }

        return former;
    }

    /// <summary>Moves what Marten's tables have no place for, and drops what stands in its way.</summary>
    public async Task MoveScopes(CancellationToken ct)
    {
        if (before is not null)
        {
            await Sql.Execute(
                connection,
                """
                INSERT INTO stream_scopes (id, noun, contract_id, organisation_id) SELECT id, type, contract_id, organisation_id FROM mt_streams;
                ALTER TABLE mt_events DROP CONSTRAINT mt_events_stream_and_version;
                DROP FUNCTION mt_append, mt_require_version;
                DROP TABLE mt_event_progression;
                DELETE FROM mt_migrations WHERE owner = 'event-store';
                """,
                ct);
        }
    }

    /// <summary>Compares streams, events, last versions and every snapshot, and only then drops the former snapshots.</summary>
    public async Task CompareAndDrop(CancellationToken ct)
    {
        if (before is null)
        {
            return;
        }

        var after = await Sql.Scalar<string>(connection, State, ct);
        Require(before == after, $"There were {before}, and now there are {after}.");
        Require(
            await Sql.Scalar<bool>(
                connection,
                """
                SELECT NOT EXISTS (SELECT FROM mt_streams s FULL JOIN stream_scopes c ON c.id = s.id WHERE s.id IS NULL OR c.id IS NULL)
                   AND NOT EXISTS (SELECT FROM mt_streams s WHERE s.version <> (SELECT coalesce(max(e.version), 0) FROM mt_events e WHERE e.stream_id = s.id))
                """,
                ct),
            "A stream lacks its scope, or is not at the version of its last event.");
        foreach (var noun in nouns.All)
        {
            if (await Sql.Exists(connection, Former(noun), ct))
            {
                await Compare(noun, ct);
                await Sql.Execute(connection, $"DROP TABLE {Former(noun)}", ct);
            }
        }
    }

    // What an earlier fold wrote cannot be compared: it is compared by its version alone.
    private async Task Compare(Noun noun, CancellationToken ct)
    {
        var differing = new List<Guid>();
        await Sql.Rows(
            connection,
            $"""
            SELECT f.id, f.mt_version = d.mt_version, f.mt_fold_version = $1, f.data, d.data -> 'value' FROM {Former(noun)} f LEFT JOIN {noun.TableName} d ON d.id = f.id
            WHERE d.id IS NULL OR f.mt_version <> d.mt_version OR f.data <> d.data -> 'value'
            """,
            row =>
            {
                if (row.IsDBNull(1) || !row.GetBoolean(1) || (row.GetBoolean(2) && !noun.IsSame(row.GetFieldValue<byte[]>(3), row.GetFieldValue<byte[]>(4), nouns)))
                {
                    differing.Add(row.GetGuid(0));
                }
            },
            ct,
            noun.FoldVersion);
        Require(differing.Count == 0, $"Of {noun.Name}, {differing.Count} snapshots came out otherwise than they were: {string.Join(", ", differing.Take(5))}.");
    }

    private static string Former(Noun noun) => $"former_{noun.Name}";

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"The database was left as it was. {otherwise}");
        }
    }
}
