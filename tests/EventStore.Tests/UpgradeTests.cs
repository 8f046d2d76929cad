using SecurityTracker.EventStore;

namespace SecurityTracker.EventStoreTests;

public sealed class UpgradeTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly AccountDatabase database = new();

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Migrating_folds_older_snapshots_again_and_fills_new_columns()
    {
        var id = await database.Open();
        await database.Enter(id, 2);
        var session = database.Store.OpenSession();
        var card = new Card(Guid.NewGuid(), "kept", 7);
        session.Store(card);
        await session.SaveChanges(None);

        await new Store(database.Source, SnapshotTests.NextRelease(), database.Clock).Migrate(None);

        (await database.Scalar<long>("SELECT balance FROM mt_doc_account WHERE id = $1", id)).ShouldBe(200);
        (await database.Scalar<int>("SELECT entries FROM mt_doc_account WHERE id = $1", id)).ShouldBe(1);
        (await database.Scalar<string>("SELECT upper_title FROM mt_doc_card WHERE id = $1", card.Id)).ShouldBe("KEPT");
        (await database.Store.OpenSession().Load<Card>(card.Id, None))!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_fold_that_is_new_gets_its_snapshots_from_the_events_there_are()
    {
        var id = await database.Open();
        await database.Enter(id, 2);
        await database.Sql("TRUNCATE mt_doc_account");

        await database.Store.Migrate(None);

        (await database.Scalar<long>("SELECT balance FROM mt_doc_account WHERE id = $1", id)).ShouldBe(2);
    }
}
