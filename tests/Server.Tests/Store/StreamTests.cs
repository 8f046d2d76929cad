using System.Text.Json.Nodes;
using Npgsql;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Store;

public sealed class StreamTests(AccountDatabase database) : IClassFixture<AccountDatabase>
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly EventStore store = database.Store;

    [Fact]
    public async Task Events_carry_who_and_why_and_are_read_as_they_were_written()
    {
        var id = Guid.NewGuid();
        var session = store.OpenSession(new SessionMetadata(new JsonObject { ["actor"] = new JsonObject { ["role"] = "CONTRACTOR_OFFICER" }, ["a"] = "２" }, "request-1", "command-1", "user-1"));
        session.StartStream<Account>(id, StreamScope.None, new AccountOpened("髙﨑 𠮷"), new AmountEntered(5, "\u0001\"\\/é\n"));
        var sequence = await session.SaveChanges(None);

        var events = await store.OpenSession().FetchStream(id);
        events.Select(e => (e.Version, e.Type)).ShouldBe([(1L, "account_opened"), (2L, "amount_entered")]);
        events[1].Data.ShouldBe(new AmountEntered(5, "\u0001\"\\/é\n"));
        (events[1].Sequence, events[1].RecordedAt).ShouldBe((sequence, database.Clock.Now));
        events[1].Headers["actor"]!["role"]!.GetValue<string>().ShouldBe("CONTRACTOR_OFFICER");
        (await database.Scalar<string>("SELECT concat_ws(' ', correlation_id, causation_id, user_name) FROM mt_events WHERE stream_id = $1 AND version = 2", id)).ShouldBe("request-1 command-1 user-1");
        (await store.OpenSession().FetchStream(id, fromVersion: 1)).ShouldHaveSingleItem().Version.ShouldBe(2);
        (await store.OpenSession().FetchStreams([id, Guid.NewGuid()], None))[id].Count().ShouldBe(2);
    }

    [Fact]
    public async Task What_was_fetched_for_writing_is_extended_and_its_snapshot_and_columns_with_it()
    {
        var id = await database.Open();
        var session = store.OpenSession();
        var stream = await session.FetchForWriting<Account>(id, None);
        stream.AppendMany([new AmountEntered(3)]);
        stream.AppendMany([new AmountEntered(4)]);
        await session.SaveChanges(None);

        (stream.Version, stream.Aggregate.Balance).ShouldBe((3, 7));
        var found = (await session.Query<Account>("WHERE d.id = $1 AND d.balance = 7", [new NpgsqlParameter<Guid> { TypedValue = id }], None)).ShouldHaveSingleItem();
        found.ShouldBe(await session.Load<Account>(id, None));
        (found.Value, found.Version, found.ModifiedAt).ShouldBe((stream.Aggregate, 3, database.Clock.Now));
    }

    [Fact]
    public async Task The_empty_id_is_no_streams()
    {
        var (id, session) = (await database.Open(), store.OpenSession());

        (await session.FetchForWriting<Account>(Guid.Empty, None)).Version.ShouldBe(0);
        (await session.FetchForWriting<Account>([Guid.Empty, id], None)).Select(stream => (stream.Id, stream.Version)).ShouldBe([(Guid.Empty, 0L), (id, 1L)]);
        (await session.FetchForWriting<Account>(Guid.Empty, "true", [], None)).ShouldBeNull();
        (await session.Load<Account>(Guid.Empty, None)).ShouldBeNull();
        (await session.AggregateStream<Account>(Guid.Empty, database.Clock.Now, None)).ShouldBeNull();
        (await session.FetchStream(Guid.Empty)).ShouldBeEmpty();
        (await session.FetchStreams([Guid.Empty], None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stream_carries_whose_it_is_and_is_fetched_by_it()
    {
        var (id, contract) = (Guid.NewGuid(), Guid.NewGuid());
        var session = store.OpenSession();
        (await session.FetchForWriting<Account>(id, None)).AppendMany([new AccountOpened("A")], new StreamScope(contract, OrganisationId: null));
        await session.SaveChanges(None);
        NpgsqlParameter[] parameters = [new NpgsqlParameter<Guid> { TypedValue = contract }];

        (await session.FetchForWriting<Account>(id, "s.contract_id = $1 AND $1 IS NOT NULL", parameters, None))!.Version.ShouldBe(1);
        (await session.FetchForWriting<Account>(id, "s.contract_id <> $1", parameters, None)).ShouldBeNull();
        (await session.FetchForWriting<Card>(id, "s.contract_id = $1", parameters, None)).ShouldBeNull("it is another noun's");
        (await session.FetchForWriting<Account>(Guid.NewGuid(), "true", [], None)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_fifty_writers_exactly_one_wins_and_the_others_get_a_conflict()
    {
        var id = await database.Open();
        var outcomes = await AllAtOnce(50, async session => (await session.FetchForWriting<Account>(id, None)).AppendMany([new AmountEntered(1)]));

        outcomes.Count(e => e is null).ShouldBe(1);
        outcomes.Where(e => e is not null).ShouldAllBe(e => e is ConcurrencyConflictException);
        (await store.OpenSession().FetchStream(id)).Count.ShouldBe(2);
        (await store.OpenSession().Load<Account>(id, None))!.Value.Balance.ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_who_begin_a_stream_exactly_one_does()
    {
        var (id, natural) = (Guid.NewGuid(), Guid.NewGuid());
        var started = await AllAtOnce(12, session =>
        {
            session.StartStream<Account>(id, StreamScope.None, new AccountOpened("A"));
            return Task.CompletedTask;
        });
        var found = await AllAtOnce(12, async session => (await session.FetchForWriting<Account>(natural, None)).AppendMany([new AccountOpened("A")]));

        started.Count(e => e is null).ShouldBe(1);
        started.Where(e => e is not null).ShouldAllBe(e => e is StreamExistsException);
        found.Count(e => e is null).ShouldBe(1);
        found.Where(e => e is not null).ShouldAllBe(e => e is ConcurrencyConflictException, "whoever saw that there was none writes upon the past");
    }

    [Fact]
    public async Task Several_streams_are_written_together_or_not_at_all()
    {
        var (first, second, third) = (await database.Open(), await database.Open(), Guid.NewGuid());
        var session = store.OpenSession();
        var streams = await session.FetchForWriting<Account>([first, third, second], None);
        streams.Select(s => s.Version).ShouldBe([1, 0, 1]);
        streams[0].AppendMany([new AmountEntered(1)]);
        streams[1].AppendMany([new AccountOpened("third")]);
        streams[2].AppendMany([new AmountEntered(1)]);
        await database.Enter(second, 7);

        await Should.ThrowAsync<ConcurrencyConflictException>(() => session.SaveChanges(None));

        (await store.OpenSession().Load<Account>(first, None))!.Version.ShouldBe(1);
        (await store.OpenSession().FetchStream(third)).ShouldBeEmpty();
        (await database.Scalar<bool>("SELECT NOT EXISTS (SELECT FROM stream_scopes WHERE id = $1)", third)).ShouldBeTrue();
    }

    [Fact]
    public async Task Sessions_over_the_same_streams_never_wait_for_each_other_for_ever()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 6; i++)
        {
            ids.Add(await database.Open());
        }

        var outcomes = await AllAtOnce(12, async session =>
        {
            foreach (var stream in await session.FetchForWriting<Account>([.. ids.OrderBy(_ => Random.Shared.Next())], None))
            {
                stream.AppendMany([new AmountEntered(1)]);
            }
        });

        outcomes.Count(e => e is null).ShouldBe(1);
        outcomes.Where(e => e is not null).ShouldAllBe(e => e is ConcurrencyConflictException);
    }

    [Fact]
    public async Task An_event_that_is_not_mapped_is_refused_by_name()
    {
        var session = store.OpenSession();
        Should.Throw<UnmappedEventException>(() => session.StartStream<Account>(Guid.NewGuid(), StreamScope.None, new Unmapped())).Type.ShouldBe(typeof(Unmapped).FullName);
        (await session.SaveChanges(None)).ShouldBe(0);
    }

    [Fact]
    public async Task A_snapshot_behind_its_stream_is_never_written_upon()
    {
        var id = await database.Open();
        await database.Enter(id, 2);
        await database.Sql("UPDATE mt_doc_account SET mt_version = 1 WHERE id = $1", id);

        await Should.ThrowAsync<SnapshotBehindException>(() => database.Enter(id, 3));

        await database.Store.Migrate(None);
        await database.Enter(id, 3);
        (await store.OpenSession().Load<Account>(id, None))!.Value.Balance.ShouldBe(5);
    }

    [Fact]
    public async Task The_character_nul_is_refused_by_name_and_nothing_is_written()
    {
        var id = Guid.NewGuid();
        var session = store.OpenSession();
        session.StartStream<Account>(id, StreamScope.None, new AccountOpened("a\0b"));
        await Should.ThrowAsync<NulInTextException>(() => session.SaveChanges(None));

        session = store.OpenSession();
        session.StartStream<Account>(id, StreamScope.None, new AccountOpened("A"));
        session.QueueSql(new NpgsqlBatchCommand("SELECT $1::text") { Parameters = { new() { Value = "a\0b" } } });
        await Should.ThrowAsync<NulInTextException>(() => session.SaveChanges(None));
        (await store.OpenSession().FetchStream(id)).ShouldBeEmpty();
        await Should.ThrowAsync<NulInTextException>(() => store.OpenSession().Query<Account>("WHERE d.owner = $1", [new() { Value = "\0" }], None));
    }

    [Fact]
    public async Task A_rule_of_a_table_beside_undoes_the_append_and_is_named()
    {
        await database.Sql("CREATE TABLE numbers (number integer CONSTRAINT number_is_free UNIQUE, sequence bigint, balance bigint)");
        var id = Guid.NewGuid();
        // It runs last: it knows the sequence, and sees the snapshot.
        NpgsqlBatchCommand Take() => new($"INSERT INTO numbers VALUES ($1, {Session.LastSequence}, (SELECT balance FROM mt_doc_account WHERE id = $2))")
        {
            Parameters = { new NpgsqlParameter<int> { TypedValue = 7 }, new NpgsqlParameter<Guid> { TypedValue = id } },
        };
        var session = store.OpenSession();
        session.StartStream<Account>(id, StreamScope.None, new AccountOpened("A"), new AmountEntered(9));
        session.QueueSql(Take());
        var sequence = await session.SaveChanges(None);
        (await database.Scalar<string>("SELECT sequence || ' ' || balance FROM numbers")).ShouldBe($"{sequence} 9");

        var other = Guid.NewGuid();
        session.StartStream<Account>(other, StreamScope.None, new AccountOpened("B"));
        session.QueueSql(new NpgsqlBatchCommand("SELECT 1 UNION SELECT 2"));
        session.QueueSql(Take());
        (await Should.ThrowAsync<ConstraintViolatedException>(() => session.SaveChanges(None))).ConstraintName.ShouldBe("number_is_free");
        (await store.OpenSession().FetchStream(other)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sql_without_events_is_written_too_and_no_change_writes_nothing()
    {
        await database.Sql("CREATE TABLE counted (n integer); INSERT INTO counted VALUES (0)");
        var session = store.OpenSession();
        session.QueueSql(new NpgsqlBatchCommand("UPDATE counted SET n = n + $1") { Parameters = { new NpgsqlParameter<int> { TypedValue = 2 } } });

        (await session.SaveChanges(None)).ShouldBe(0);
        (await session.SaveChanges(None)).ShouldBe(0);
        (await database.Scalar<int>("SELECT n FROM counted")).ShouldBe(2);

        session.QueueSql(new NpgsqlBatchCommand("SELECT require_version($1, 1, 2)") { Parameters = { new NpgsqlParameter<Guid> { TypedValue = Guid.NewGuid() } } });
        await Should.ThrowAsync<ConcurrencyConflictException>(() => session.SaveChanges(None));
    }

    [Fact]
    public async Task A_stream_is_folded_as_it_was_at_an_instant()
    {
        var clock = new TestClock();
        using var timed = new EventStore(database.Source, AccountDatabase.Nouns(), clock);
        var (id, start) = (await database.Open(timed), clock.Now);
        clock.Now = start.AddMinutes(2);
        await database.Enter(id, 2, timed);

        var read = store.OpenSession();
        (await read.AggregateStream<Account>(id, start.AddMinutes(1), None))!.ShouldSatisfyAllConditions(a => a.Version.ShouldBe(1), a => a.Value.Balance.ShouldBe(0));
        (await read.AggregateStream<Account>(id, start.AddMinutes(2), None)).ShouldBe(await read.Load<Account>(id, None));
        (await read.AggregateStream<Account>(id, start.AddSeconds(-1), None)).ShouldBeNull();
    }

    /// <summary>All have read before the first of them writes.</summary>
    private async Task<IReadOnlyList<Exception?>> AllAtOnce(int writers, Func<Session, Task> prepare)
    {
        var sessions = Enumerable.Range(0, writers).Select(_ => store.OpenSession()).ToList();
        await Task.WhenAll(sessions.Select(prepare));
        return await Task.WhenAll(sessions.Select(async session => (Exception?)await Record.ExceptionAsync(() => session.SaveChanges(None))));
    }
}
