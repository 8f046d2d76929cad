using Npgsql;
using SecurityTracker.EventStore;

namespace SecurityTracker.EventStoreTests;

public sealed class Streams(AccountDatabase database) : IClassFixture<AccountDatabase>
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly Store store = database.Store;

    [Fact]
    public async Task A_started_stream_is_loaded_with_its_state_and_version()
    {
        var id = Guid.NewGuid();
        var session = store.OpenSession();
        session.StartStream<Account>(id, new StreamScope(Guid.NewGuid(), null), new AccountOpened("髙﨑 𠮷"), new AmountEntered(5));
        var sequence = await session.SaveChanges(None);

        sequence.ShouldBeGreaterThan(0);
        var account = await store.OpenSession().Load<Account>(id, None);
        account.ShouldNotBeNull().Value.ShouldBe(new Account("髙﨑 𠮷", 5, 1));
        account.Version.ShouldBe(2);
        (await store.OpenSession().FetchStream(id))[^1].Sequence.ShouldBe(sequence);
    }

    [Fact]
    public async Task What_was_fetched_for_writing_is_extended()
    {
        var id = await Open();
        var session = store.OpenSession();
        var stream = await session.FetchForWriting<Account>(id, None);
        stream.AppendMany([new AmountEntered(3), new AmountEntered(4)]);
        await session.SaveChanges(None);

        stream.Version.ShouldBe(3);
        (await store.OpenSession().Load<Account>(id, None))!.Value.Balance.ShouldBe(7);
        (await store.OpenSession().AggregateStream<Account>(id))!.Value.ShouldBe(stream.Aggregate);
    }

    [Fact]
    public async Task Of_many_writers_exactly_one_wins_and_the_others_get_a_conflict()
    {
        var id = await Open();
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 12).Select(async amount =>
        {
            var session = store.OpenSession();
            session.Append<Account>(id, 1, new AmountEntered(amount));
            return await Record.ExceptionAsync(() => session.SaveChanges(None));
        }));

        outcomes.Count(e => e is null).ShouldBe(1);
        outcomes.Where(e => e is not null).ShouldAllBe(e => e is ConcurrencyConflictException);
        (await store.OpenSession().FetchStream(id)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Starting_a_stream_that_exists_is_refused()
    {
        var id = await Open();
        var session = store.OpenSession();
        session.StartStream<Account>(id, StreamScope.None, new AccountOpened("again"));
        (await Should.ThrowAsync<StreamExistsException>(() => session.SaveChanges(None))).Id.ShouldBe(id);
    }

    [Fact]
    public async Task Documents_are_queried_over_their_columns()
    {
        var session = store.OpenSession();
        var cards = Enumerable.Range(1, 5).Select(i => new Card(Guid.NewGuid(), "query", i)).ToList();
        cards.ForEach(c => session.Store(c));
        await session.SaveChanges(None);

        var found = await store.OpenSession().Query<Card>("WHERE d.title = $1 AND d.rank > $2 ORDER BY d.rank DESC", [new() { Value = "query" }, new() { Value = 2 }], None);
        found.Select(c => c.Value).ShouldBe([cards[4], cards[3], cards[2]]);
    }

    private async Task<Guid> Open()
    {
        var id = Guid.NewGuid();
        var session = store.OpenSession();
        session.StartStream<Account>(id, StreamScope.None, new AccountOpened("A"));
        await session.SaveChanges(None);
        return id;
    }
}
