using JasperFx;
using Npgsql;
using Weasel.Core;
using Weasel.Postgresql;

namespace SecurityTracker.Server.Store;

/// <summary>
/// Brings a database forward, in one transaction under an advisory lock: whoever comes second finds it done, and what fails leaves
/// everything as it was.
/// </summary>
internal sealed class Migration(EventStore store, NpgsqlDataSource source)
{
    // Any constant will do; it only has to be the same in every process.
    private const long Lock = 5_301_880_214;

    private static readonly PostgresqlMigrator Schema = new();

    public async Task Run(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Sql.Execute(connection, $"SET LOCAL client_min_messages = warning; SELECT pg_advisory_xact_lock({Lock}); {NumberedSql.OwnTable}", ct);
        await Apply(connection, transaction, ct);
        await transaction.CommitAsync(ct);
    }

    public async Task<IReadOnlyList<string>> Pending(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var pending = new List<string>();
        foreach (var owner in store.Nouns.Numbered)
        {
            pending.AddRange(await owner.Pending(connection, ct));
        }

        pending.AddRange((await Difference(connection, ct)).Deltas.Where(d => d.Difference != SchemaPatchDifference.None).Select(d => d.SchemaObject.Identifier.Name));
        pending.AddRange((await Refolding.Outdated(store, connection, ct)).Select(noun => $"fold {noun.Name}"));
        return pending;
    }

    private async Task Apply(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct)
    {
        var refolding = new Refolding(store, transaction);
        if (await Sql.Exists(connection, "mt_streams", ct) && await refolding.IsNeeded(ct))
        {
            // A snapshot that is folded while somebody extends its stream would be behind, or wrong.
            await Sql.Execute(connection, "LOCK TABLE mt_streams IN SHARE MODE", ct);
        }

        var former = await FormerTables.SetAside(store.Nouns, connection, ct);
        await store.Nouns.Numbered[0].Apply(connection, ct);
        await former.MoveScopes(ct);
        await ApplyMarten(connection, ct);
        foreach (var owner in store.Nouns.Numbered.Skip(1))
        {
            await owner.Apply(connection, ct);
        }

        await refolding.Run(ct);
        await former.CompareAndDrop(ct);
    }

    private async Task ApplyMarten(NpgsqlConnection connection, CancellationToken ct)
    {
        var difference = await Difference(connection, ct);
        if (difference.Difference == SchemaPatchDifference.None)
        {
            return;
        }

        difference.AssertPatchingIsValid(AutoCreate.CreateOrUpdate);
        await using var sql = new StringWriter();
        difference.WriteAllUpdates(sql, Schema, AutoCreate.CreateOrUpdate);
        await Sql.Execute(connection, sql.ToString(), ct);
    }

    private Task<SchemaMigration> Difference(NpgsqlConnection connection, CancellationToken ct) =>
        SchemaMigration.DetermineAsync(connection, Schema, ct, [.. store.Documents.Storage.Database.AllObjects()]);
}
