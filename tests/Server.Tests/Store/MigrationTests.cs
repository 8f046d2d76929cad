using Npgsql;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Store;

public sealed class MigrationTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.Create("empty", _ => Task.CompletedTask);

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Several_processes_may_migrate_an_empty_database_at_once()
    {
        using var store = Store();
        var pending = await store.PendingMigrations(None);
        new[] { "store 0001-scopes", "mt_streams", "mt_doc_account", "fold account" }.ShouldBeSubsetOf(pending);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var one = Store();
            await one.Migrate(None);
        }));

        (await store.PendingMigrations(None)).ShouldBeEmpty();
        var session = store.OpenSession();
        session.StartStream<Account>(Guid.NewGuid(), StreamScope.None, new AccountOpened("A"));
        (await session.SaveChanges(None)).ShouldBe(1);
        await store.Migrate(None);
    }

    [Fact]
    public async Task A_migration_that_was_changed_after_it_was_applied_is_refused()
    {
        using var store = Store();
        await store.Migrate(None);
        await using var command = database.Source.CreateCommand("UPDATE mt_migrations SET sha256 = 'other'");
        await command.ExecuteNonQueryAsync();
        (await Should.ThrowAsync<InvalidOperationException>(() => store.Migrate(None))).Message.ShouldContain("0001-scopes");
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_nothing_behind()
    {
        using var store = new EventStore(database.Source, AccountDatabase.Nouns().Migrate("tests", typeof(MigrationTests).Assembly, "Broken/"), TimeProvider.System);
        await Should.ThrowAsync<PostgresException>(() => store.Migrate(None));
        await using var command = database.Source.CreateCommand("SELECT to_regclass('mt_streams') IS NULL AND to_regclass('half_done') IS NULL");
        (await command.ExecuteScalarAsync()).ShouldBe(true);
    }

    private EventStore Store() => new(database.Source, AccountDatabase.Nouns(), TimeProvider.System);
}
