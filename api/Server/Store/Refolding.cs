using Npgsql;
using SessionOptions = Marten.Services.SessionOptions;

namespace SecurityTracker.Server.Store;

/// <summary>Writes snapshots anew from the events: all of a noun whose fold or columns changed, and of any noun those that are behind their streams.</summary>
internal sealed class Refolding(EventStore store, NpgsqlTransaction transaction)
{
    private const int AtOnce = 100;

    private readonly NpgsqlConnection connection = transaction.Connection!;

    /// <summary>The nouns whose snapshots another fold wrote, or into other columns.</summary>
    public static async Task<IReadOnlyList<Noun>> Outdated(EventStore store, NpgsqlConnection connection, CancellationToken ct)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        if (await Sql.Exists(connection, "noun_folds", ct))
        {
            await Sql.Rows(connection, "SELECT noun, fingerprint FROM noun_folds", row => known.Add(row.GetString(0), row.GetString(1)), ct);
        }

        return [.. store.Nouns.All.Where(noun => known.GetValueOrDefault(noun.Name) != noun.Fingerprint)];
    }

    public async Task<bool> IsNeeded(CancellationToken ct)
    {
        if ((await Outdated(store, connection, ct)).Count > 0)
        {
            return true;
        }

        foreach (var noun in store.Nouns.All)
        {
            if ((await Behind(noun, "LIMIT 1", ct)).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    public async Task Run(CancellationToken ct)
    {
        foreach (var noun in await Outdated(store, connection, ct))
        {
            await Sql.Execute(connection, $"TRUNCATE {noun.TableName}", ct);
            await Sql.Execute(
                connection, "INSERT INTO noun_folds VALUES ($1, $2) ON CONFLICT (noun) DO UPDATE SET fingerprint = EXCLUDED.fingerprint", ct, noun.Name, noun.Fingerprint);
        }

        foreach (var noun in store.Nouns.All)
        {
            foreach (var ids in (await Behind(noun, "", ct)).Chunk(AtOnce))
            {
                await noun.Refold(this, ids, ct);
            }
        }
    }

    public async Task Write<T>(Noun<T> noun, IReadOnlyList<Guid> ids, CancellationToken ct)
        where T : notnull
    {
        await Sql.Execute(connection, $"DELETE FROM {noun.TableName} WHERE id = ANY ($1)", ct, ids.ToArray());
        var options = SessionOptions.ForTransaction(transaction);
        options.Timeout = 0;
        await using var session = store.Documents.LightweightSession(options);
        foreach (var stream in (await Session.Events(session, ids, ct)).GroupBy(e => e.StreamId))
        {
            var snapshot = noun.Fold(stream.Key, stream);
            session.UpdateRevision(snapshot, snapshot.Version);
        }

        await session.SaveChangesAsync(ct);
    }

    private Task<Guid[]> Behind(Noun noun, string limit, CancellationToken ct) => Sql.Scalar<Guid[]>(
        connection,
        $"""
        SELECT coalesce(array_agg(id), ARRAY[]::uuid[]) FROM (
            SELECT s.id FROM stream_scopes c JOIN mt_streams s ON s.id = c.id LEFT JOIN {noun.TableName} d ON d.id = s.id
            WHERE c.noun = '{noun.Name}' AND d.mt_version IS DISTINCT FROM s.version {limit}) behind
        """,
        ct);
}
