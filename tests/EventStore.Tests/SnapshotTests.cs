using SecurityTracker.EventStore;

namespace SecurityTracker.EventStoreTests;

public sealed class SnapshotTests(AccountDatabase database) : IClassFixture<AccountDatabase>
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly Store store = database.Store;

    [Fact]
    public async Task A_snapshot_never_loses_an_update_however_many_write_at_once()
    {
        var id = await database.Open();
        await Task.WhenAll(Enumerable.Range(1, 8).Select(_ => EnterUntilItSucceeds(id, 5)));

        var snapshot = await store.OpenSession().Load<Account>(id, None);
        snapshot!.Value.Balance.ShouldBe(40);
        snapshot.Version.ShouldBe(41);
        snapshot.Value.ShouldBe((await store.OpenSession().AggregateStream<Account>(id))!.Value);
    }

    [Fact]
    public async Task A_plain_append_extends_the_snapshot_of_the_version_it_names()
    {
        var id = await database.Open();
        var late = store.OpenSession();
        late.Append<Account>(id, 1, new AmountEntered(100));
        await database.Enter(id, 1);

        (await Should.ThrowAsync<ConcurrencyConflictException>(() => late.SaveChanges(None))).Actual.ShouldBe(2);
        (await store.OpenSession().Load<Account>(id, None))!.Value.Balance.ShouldBe(1);
    }

    [Fact]
    public async Task A_snapshot_that_lags_behind_its_stream_is_folded_again_before_it_is_extended()
    {
        var id = await database.Open();
        await database.Enter(id, 2);
        await database.Sql("UPDATE mt_doc_account SET mt_version = 1, data = '{\"owner\":\"A\",\"balance\":0,\"entries\":0}' WHERE id = $1", id);

        await database.Enter(id, 3);

        (await store.OpenSession().Load<Account>(id, None))!.Value.Balance.ShouldBe(5);
    }

    [Fact]
    public async Task Another_folds_snapshot_is_not_believed()
    {
        var id = await database.Open();
        await database.Enter(id, 2);
        var next = new Store(database.Source, NextRelease(), database.Clock);

        (await next.OpenSession().Load<Account>(id, None))!.Value.Balance.ShouldBe(200);
        (await next.OpenSession().FetchForWriting<Account>(id, None)).Aggregate.Balance.ShouldBe(200);
        (await next.OpenSession().Query<Account>("WHERE d.id = $1", [new() { Value = id }], None)).Single().Value.Balance.ShouldBe(200);
    }

    [Fact]
    public async Task A_live_fold_keeps_no_snapshot_and_reads_the_same()
    {
        var options = new EventStoreOptions().MapEvent<AccountOpened>("account_opened").MapEvent<AmountEntered>("amount_entered");
        options.Fold<Account, IAccountEvent>("account_live", Account.Initial, Account.Evolve).Live();
        var live = new Store(database.Source, options, database.Clock);
        var id = await database.Open(live);
        await database.Enter(id, 2, live);

        (await live.OpenSession().Load<Account>(id, None))!.ShouldSatisfyAllConditions(a => a.Version.ShouldBe(2), a => a.Value.Balance.ShouldBe(2));
        (await live.OpenSession().Load<Account>(Guid.NewGuid(), None)).ShouldBeNull();
        (await live.OpenSession().FetchForWriting<Account>(Guid.NewGuid(), None)).Version.ShouldBe(0);
        (await database.Store.OpenSession().Load<Account>(id, None)).ShouldBeNull();
    }

    internal static EventStoreOptions NextRelease()
    {
        var options = new EventStoreOptions().MapEvent<AccountOpened>("account_opened").MapEvent<AmountEntered>("amount_entered");
        options.Fold<Account, IAccountEvent>("account", Account.Initial, (state, e) =>
                e is AmountEntered entered ? Account.Evolve(state, entered with { Amount = entered.Amount * 100 }) : Account.Evolve(state, e), version: 2)
            .Promote("owner", "varchar(200)", a => a.Owner, index: true)
            .Promote("balance", "bigint", a => a.Balance)
            .Promote("entries", "integer", a => a.Entries, index: true);
        options.Document<Card>("card", c => c.Id).Promote("upper_title", "text", c => c.Title.ToUpperInvariant());
        return options;
    }

    private async Task EnterUntilItSucceeds(Guid id, int times)
    {
        for (var done = 0; done < times;)
        {
            try
            {
                await database.Enter(id, 1);
                done++;
            }
            catch (ConcurrencyConflictException)
            {
                // Somebody else was first: read again, as a user would.
            }
        }
    }
}
