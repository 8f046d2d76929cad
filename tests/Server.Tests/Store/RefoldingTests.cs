using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Store;

public sealed class RefoldingTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly AccountDatabase database = new();

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Another_fold_and_a_new_column_are_pending_and_migrating_folds_every_stream_again()
    {
        var id = await database.Open();
        await database.Enter(id, 2);
        using var next = new EventStore(database.Source, AccountDatabase.NextRelease(), database.Clock);
        (await next.PendingMigrations(None)).ShouldBe(["mt_doc_account", "fold account"]);

        await next.Migrate(None);

        (await next.PendingMigrations(None)).ShouldBeEmpty();
        (await database.Scalar<string>("SELECT balance || ' ' || entries FROM mt_doc_account WHERE id = $1", id)).ShouldBe("200 1");
        await database.Enter(id, 1, next);
        (await next.OpenSession().Load<Account>(id, None))!.ShouldSatisfyAllConditions(a => a.Version.ShouldBe(3), a => a.Value.Balance.ShouldBe(300));
    }

    [Fact]
    public async Task Snapshots_that_are_missing_are_made_from_the_events_there_are()
    {
        var id = await database.Open();
        await database.Enter(id, 2);
        var before = await database.Store.OpenSession().Load<Account>(id, None);
        await database.Sql("TRUNCATE mt_doc_account");

        await database.Store.Migrate(None);

        (await database.Store.OpenSession().Load<Account>(id, None)).ShouldBe(before);
    }

    [Fact]
    public async Task While_writers_write_no_snapshot_is_left_behind_or_wrong()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 8; i++)
        {
            ids.Add(await database.Open());
        }

        var writing = Task.WhenAll(ids.SelectMany(id => new[] { database.EnterTimes(id, 20), database.EnterTimes(id, 20) }));
        var refolded = 0;
        while (!writing.IsCompleted || refolded == 0)
        {
            await database.Sql("DELETE FROM noun_folds");
            await database.Store.Migrate(None);
            refolded++;
        }

        await writing;
        refolded.ShouldBeGreaterThan(1);
        (await database.Wrong()).ShouldBeEmpty();
        foreach (var id in ids)
        {
            (await database.Store.OpenSession().Load<Account>(id, None))!.ShouldSatisfyAllConditions(a => a.Version.ShouldBe(41), a => a.Value.Balance.ShouldBe(40));
        }
    }
}
