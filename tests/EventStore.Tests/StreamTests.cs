using System.Text.Json.Nodes;
using Npgsql;
using SecurityTracker.EventStore;

namespace SecurityTracker.EventStoreTests;

public sealed class StreamTests(AccountDatabase database) : IClassFixture<AccountDatabase>
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly Store store = database.Store;

    [Fact]
    public async Task A_started_stream_is_loaded_with_its_state_and_version()
    {
        var id = Guid.NewGuid();
        var session = store.OpenSession();
        session.StartStream<Account>(id, StreamScope.None, new AccountOpened("髙﨑 𠮷"), new AmountEntered(5));
        var sequence = await session.SaveChanges(None);

        var account = await store.OpenSession().Load<Account>(id, None);
        account.ShouldNotBeNull().Value.ShouldBe(new Account("髙﨑 𠮷", 5, 1));
        account.Version.ShouldBe(2);
        (await store.OpenSession().FetchStream(id))[^1].Sequence.ShouldBe(sequence);
    }

    [Fact]
    public async Task Events_carry_who_and_why_and_a_hash_that_can_be_computed_again_from_the_table()
    {
        var id = Guid.NewGuid();
        var session = store.OpenSession(new SessionMetadata(new JsonObject { ["role"] = "CONTRACTOR_OFFICER", ["z"] = 1, ["a"] = "２" }, "request-1", "command-1", "user-1"));
        session.StartStream<Account>(id, StreamScope.None, new AccountOpened("Ａ"), new AmountEntered(5, "\u0001\"\\/é\n"));
        await session.SaveChanges(None);

        var events = await store.OpenSession().FetchStream(id);
        events.Select(e => (e.Version, e.Type)).ShouldBe([(1L, "account_opened"), (2L, "amount_entered")]);
        events[1].Data.ShouldBe(new AmountEntered(5, "\u0001\"\\/é\n"));
        events[1].RecordedAt.ShouldBe(database.Clock.Now);
        (events[1].CorrelationId, events[1].CausationId, events[1].UserName).ShouldBe(("request-1", "command-1", "user-1"));
        events[1].Headers["role"]!.GetValue<string>().ShouldBe("CONTRACTOR_OFFICER");
        foreach (var e in events)
        {
            var data = await database.Scalar<byte[]>("SELECT convert_to(data::text, 'UTF8') FROM mt_events WHERE id = $1", e.Id);
            var headers = await database.Scalar<byte[]>("SELECT convert_to(headers::text, 'UTF8') FROM mt_events WHERE id = $1", e.Id);
            e.Hash.ShouldBe(EventHash.Of(id, e.Version, e.Type, e.RecordedAt, headers, data));
        }
    }

    [Fact]
    public async Task A_stream_carries_whose_it_is()
    {
        var (id, contract, organisation) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var session = store.OpenSession();
        var stream = await session.FetchForWriting<Account>(id, None);
        stream.Version.ShouldBe(0);
        stream.Aggregate.ShouldBe(Account.Initial);
        stream.AppendMany([new AccountOpened("A")], new StreamScope(contract, organisation));
        await session.SaveChanges(None);

        (await database.Scalar<bool>("SELECT contract_id = $2 AND organisation_id = $3 AND type = 'account' AND version = 1 FROM mt_streams WHERE id = $1", id, contract, organisation)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_fetched_for_writing_is_extended()
    {
        var id = await database.Open();
        var session = store.OpenSession();
        var stream = await session.FetchForWriting<Account>(id, None);
        stream.AppendMany([new AmountEntered(3)]);
        stream.AppendMany([new AmountEntered(4)]);
        await session.SaveChanges(None);

        stream.Version.ShouldBe(3);
        stream.Aggregate.Balance.ShouldBe(7);
        (await store.OpenSession().Load<Account>(id, None))!.Value.ShouldBe(stream.Aggregate);
        (await database.Scalar<long>("SELECT balance FROM mt_doc_account WHERE id = $1", id)).ShouldBe(7);
    }

    [Fact]
    public async Task Streams_are_fetched_for_writing_by_what_their_state_says()
    {
        var owner = $"{Guid.NewGuid()}";
        var (id, session) = (Guid.NewGuid(), store.OpenSession());
        session.StartStream<Account>(id, StreamScope.None, new AccountOpened(owner));
        await session.SaveChanges(None);
        await database.Open();

        var found = await session.FetchForWriting<Account>("WHERE d.owner = $1", [new() { Value = owner }], None);
        found.Single().AppendMany([new AmountEntered(9)]);
        await session.SaveChanges(None);

        (await store.OpenSession().Load<Account>(id, None))!.Value.ShouldBe(new Account(owner, 9, 1));
    }

    [Fact]
    public async Task Of_many_writers_exactly_one_wins_and_the_others_get_a_conflict()
    {
        var id = await database.Open();
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
    public async Task Of_many_who_begin_a_stream_exactly_one_does()
    {
        var id = Guid.NewGuid();
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 12).Select(async i =>
        {
            var session = store.OpenSession();
            session.StartStream<Account>(id, StreamScope.None, new AccountOpened($"{i}"));
            return await Record.ExceptionAsync(() => session.SaveChanges(None));
        }));

        outcomes.Count(e => e is null).ShouldBe(1);
        outcomes.Where(e => e is not null).ShouldAllBe(e => e is StreamExistsException);
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
        session.Store(new Card(third, "with it", 1));
        await database.Enter(second, 7);

        await Should.ThrowAsync<ConcurrencyConflictException>(() => session.SaveChanges(None));

        (await store.OpenSession().Load<Account>(first, None))!.Version.ShouldBe(1);
        (await store.OpenSession().FetchStream(third)).ShouldBeEmpty();
        (await store.OpenSession().Load<Card>(third, None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_stream_is_aggregated_as_it_was_at_a_version_and_at_a_time()
    {
        var id = Guid.NewGuid();
        var start = database.Clock.Now;
        var own = new FixedClock { Now = start };
        var timed = new Store(database.Source, AccountDatabase.Options(), own);
        for (var minute = 0; minute < 4; minute++)
        {
            own.Now = start.AddMinutes(minute);
            var session = timed.OpenSession();
            session.Append<Account>(id, minute, minute == 0 ? new AccountOpened("A") : new AmountEntered(minute));
            await session.SaveChanges(None);
        }

        var read = store.OpenSession();
        (await read.AggregateStream<Account>(id, version: 3))!.Value.Balance.ShouldBe(3);
        (await read.AggregateStream<Account>(id, asOf: start.AddSeconds(61)))!.ShouldSatisfyAllConditions(a => a.Version.ShouldBe(2), a => a.Value.Balance.ShouldBe(1));
        (await read.AggregateStream<Account>(id, version: 1, asOf: start.AddMinutes(9)))!.Version.ShouldBe(1);
        (await read.AggregateStream<Account>(id, asOf: start.AddSeconds(-1))).ShouldBeNull();
        (await read.AggregateStream<Account>(Guid.NewGuid())).ShouldBeNull();
        (await read.FetchStream(id, fromVersion: 2)).Select(e => e.Version).ShouldBe([3, 4]);
        var several = await read.FetchStreams([id, Guid.NewGuid()], CancellationToken.None);
        (several.Count, several[id].Select(e => e.Version).Max()).ShouldBe((1, 4));
    }

    [Fact]
    public async Task An_event_that_is_not_mapped_is_named()
    {
        var session = store.OpenSession();
        session.StartStream<Account>(Guid.NewGuid(), StreamScope.None, new Unmapped());
        (await Should.ThrowAsync<UnmappedEventException>(() => session.SaveChanges(None))).Type.ShouldBe(typeof(Unmapped).FullName);

        var id = await database.Open();
        await database.Sql("UPDATE mt_events SET type = 'long_forgotten' WHERE stream_id = $1", id);
        (await Should.ThrowAsync<UnmappedEventException>(() => store.OpenSession().FetchStream(id))).Type.ShouldBe("long_forgotten");
    }

    [Fact]
    public async Task An_old_version_of_an_event_is_read_in_todays_shape()
    {
        var id = await database.Open();
        await database.Enter(id, 4);
        var options = new EventStoreOptions().MapEvent<AccountOpened>("account_opened").MapEvent<AmountEntered>("amount_entered").MapEvent<AmountBooked>("amount_entered", 2)
            .Upcast<AmountEntered, AmountBooked>(old => new AmountBooked(old.Amount * 100, "JPY"));
        options.Fold<Account>("account", Account.Initial, (state, e) => e is AmountBooked b ? state with { Balance = state.Balance + b.Hundredths } : state);
        var next = new Store(database.Source, options, database.Clock);
        var session = next.OpenSession();
        session.Append<Account>(id, 2, new AmountBooked(1, "JPY"));
        await session.SaveChanges(None);

        (await next.OpenSession().AggregateStream<Account>(id))!.Value.Balance.ShouldBe(401);
        (await next.OpenSession().FetchStream(id)).Select(e => e.Type).ShouldBe(["account_opened", "amount_entered", "amount_entered_v2"]);
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
        await Should.ThrowAsync<NulInTextException>(() => store.OpenSession().Query<Card>("WHERE d.title = $1", [new() { Value = "\0" }], None));
    }

    [Fact]
    public async Task A_rule_of_an_inline_table_undoes_the_append_and_is_named()
    {
        await database.Sql("CREATE TABLE numbers (number integer CONSTRAINT number_is_free UNIQUE, sequence bigint)");
        NpgsqlBatchCommand Take() => new("INSERT INTO numbers VALUES (7, currval('mt_events_sequence'))");
        var session = store.OpenSession();
        session.StartStream<Account>(Guid.NewGuid(), StreamScope.None, new AccountOpened("A"));
        session.QueueSql(Take());
        var sequence = await session.SaveChanges(None);
        (await database.Scalar<long>("SELECT sequence FROM numbers")).ShouldBe(sequence);

        var id = Guid.NewGuid();
        session.StartStream<Account>(id, StreamScope.None, new AccountOpened("B"));
        session.QueueSql(Take());
        (await Should.ThrowAsync<ConstraintViolatedException>(() => session.SaveChanges(None))).ConstraintName.ShouldBe("number_is_free");
        (await store.OpenSession().FetchStream(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_without_changes_writes_nothing()
        => (await store.OpenSession().SaveChanges(None)).ShouldBe(0);

    private sealed record AmountBooked(long Hundredths, string Currency);
}
