using Npgsql;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Store;

/// <summary>A stream that is looked up by its columns and extended, without being read a second time.</summary>
public sealed class FoundStreamTests(AccountDatabase database) : IClassFixture<AccountDatabase>
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly EventStore store = database.Store;

    [Fact]
    public async Task What_was_found_is_extended_and_its_snapshot_with_it()
    {
        var id = await Open("found");
        var session = store.OpenSession();
        var stream = (await Find(session, "found")).ShouldNotBeNull();
        (stream.Id, stream.Version).ShouldBe((id, 1));
        stream.AppendMany([new AmountEntered(3)]);
        stream.AppendMany([new AmountEntered(4), new AmountEntered(5)]);
        await session.SaveChanges(None);

        (stream.Version, stream.Aggregate.Balance).ShouldBe((4, 12));
        var snapshot = (await store.OpenSession().Load<Account>(id, None))!;
        (snapshot.Version, snapshot.Value).ShouldBe((4, stream.Aggregate));
        (await database.Wrong()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_meets_no_condition_is_not_found() => (await Find(store.OpenSession(), "nobody")).ShouldBeNull();

    [Fact]
    public async Task Of_two_who_found_it_one_wins()
    {
        var id = await Open("contested");
        var (one, other) = (store.OpenSession(), store.OpenSession());
        var (first, second) = (await Find(one, "contested"), await Find(other, "contested"));
        first!.AppendMany([new AmountEntered(1)]);
        second!.AppendMany([new AmountEntered(2)]);
        await one.SaveChanges(None);

        await Should.ThrowAsync<ConcurrencyConflictException>(() => other.SaveChanges(None));
        (await store.OpenSession().Load<Account>(id, None))!.Value.Balance.ShouldBe(1);
    }

    [Fact]
    public async Task A_snapshot_behind_its_stream_is_never_written_upon()
    {
        var id = await Open("behind");
        await database.Enter(id, 2);
        await database.Sql("UPDATE mt_doc_account SET mt_version = 1 WHERE id = $1", id);
        await Should.ThrowAsync<SnapshotBehindException>(() => Find(store.OpenSession(), "behind"));
        await database.Store.Migrate(None);
        (await Find(store.OpenSession(), "behind"))!.Aggregate.Balance.ShouldBe(2);
    }

    private static Task<StreamForWriting<Account>?> Find(Session session, string owner) =>
        session.FindForWriting<Account>("d.owner = $1", [new NpgsqlParameter<string> { TypedValue = owner }], None);

    private async Task<Guid> Open(string owner)
    {
        var session = store.OpenSession();
        var id = Guid.NewGuid();
        session.StartStream<Account>(id, StreamScope.None, new AccountOpened(owner));
        await session.SaveChanges(None);
        return id;
    }
}
