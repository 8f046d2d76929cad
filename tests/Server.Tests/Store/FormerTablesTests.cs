using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Store;

/// <summary>The tables of the store before Marten (former-store.sql, as it was) are taken over in place, counted and compared.</summary>
public sealed class FormerTablesTests : IAsyncLifetime
{
    private const string Snapshots = """
        CREATE TABLE mt_migrations (owner varchar NOT NULL, number integer NOT NULL, name varchar NOT NULL, sha256 varchar NOT NULL, applied_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (owner, number));
        INSERT INTO mt_migrations (owner, number, name, sha256) VALUES ('event-store', 1, '0001-streams-and-events', 'x');
        CREATE TABLE mt_doc_account (
            id uuid PRIMARY KEY, data jsonb NOT NULL, mt_last_modified timestamptz NOT NULL DEFAULT now(), mt_dotnet_type varchar,
            mt_version bigint NOT NULL, mt_fold_version integer NOT NULL DEFAULT 0, owner text, balance bigint);
        CREATE INDEX mt_doc_account_owner ON mt_doc_account (owner, id);
        INSERT INTO mt_doc_account SELECT s.id, jsonb_build_object('owner', 'A', 'balance', 5, 'entries', 1), now(), 'x', 2, 1, 'A', 5 FROM mt_streams s;
        """;

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Guid Contract = Guid.NewGuid();
    private readonly Guid[] ids = [.. Enumerable.Range(0, 250).Select(_ => Guid.NewGuid())];
    private TestDatabase database = null!;
    private EventStore Store { get; set; } = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.Create("former", async source =>
        {
            await using var command = source.CreateCommand(await File.ReadAllTextAsync(Repository.At("tests", "Server.Tests", "Store", "former-store.sql")));
            await command.ExecuteNonQueryAsync();
        });
        await Run("""
            SELECT mt_append(id, 'account', 0, $2, NULL, ARRAY[gen_random_uuid(), gen_random_uuid()], ARRAY['account_opened', 'amount_entered'],
                ARRAY['{"owner": "A"}', '{"amount": 5}']::jsonb[], ARRAY['x', 'y']::bytea[], '{"actor": {"kind": "SYSTEM"}}', '2026-11-01T00:00:00.123456Z', 'c', NULL, 'u')
            FROM unnest($1) id
            """, ids, Contract);
        await Run(Snapshots);
        Store = new EventStore(database.Source, AccountDatabase.Nouns(), TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        Store.Dispose();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task They_are_brought_over_with_every_stream_event_and_snapshot_and_go_on()
    {
        (await Store.PendingMigrations(None)).ShouldNotBeEmpty();

        await Store.Migrate(None);

        (await Store.PendingMigrations(None)).ShouldBeEmpty();
        (await Text("SELECT count(*) || ' ' || count(*) FILTER (WHERE noun = 'account' AND contract_id IS NOT NULL) FROM stream_scopes")).ShouldBe("250 250");
        (await Text("SELECT count(*) || ' ' || sum(balance) FROM mt_doc_account WHERE mt_version = 2")).ShouldBe("250 1250");
        (await Text("SELECT concat(to_regclass('former_account'), to_regproc('mt_append'), to_regproc('mt_require_version'))")).ShouldBeEmpty();
        (await Text("SELECT string_agg(column_name, ' ') FROM information_schema.columns WHERE table_name IN ('mt_events', 'mt_streams') AND column_name IN ('hash', 'transaction_id', 'contract_id')")).ShouldBeNull();
        var events = await Store.OpenSession().FetchStream(ids[7]);
        events.Select(e => e.Data).ShouldBe([new AccountOpened("A"), new AmountEntered(5)]);
        events[1].RecordedAt.ShouldBe(new(2026, 11, 1, 0, 0, 0, 123, 456, TimeSpan.Zero));

        var session = Store.OpenSession();
        var stream = await session.FetchForWriting<Account>(ids[7], None);
        stream.AppendMany([new AmountEntered(1)]);
        (await session.SaveChanges(None)).ShouldBe(501);
        (await session.Load<Account>(ids[7], None))!.ShouldSatisfyAllConditions(a => a.Version.ShouldBe(3), a => a.Value.Balance.ShouldBe(6));
    }

    [Fact]
    public async Task A_second_run_does_nothing()
    {
        await Store.Migrate(None);
        var before = await Text(Everything);

        await Store.Migrate(None);

        (await Text(Everything)).ShouldBe(before);
    }

    [Theory]
    [InlineData("UPDATE mt_doc_account SET data = jsonb_set(data, '{balance}', '6') WHERE id = $1")]
    [InlineData("UPDATE mt_doc_account SET mt_version = 3 WHERE id = $1")]
    [InlineData("UPDATE mt_streams SET version = 3 WHERE id = $1")]
    [InlineData("DELETE FROM mt_events WHERE stream_id = $1 AND version = 2")]
    [InlineData("DELETE FROM mt_events WHERE stream_id = $1")]
    public async Task What_does_not_come_out_as_it_was_stops_it_and_leaves_everything(string broken)
    {
        await Run(broken, ids[3]);
        var before = await Text(Everything);

        await Should.ThrowAsync<InvalidOperationException>(() => Store.Migrate(None));

        (await Text(Everything)).ShouldBe(before);
        (await Text("SELECT count(*) || ' ' || to_regproc('mt_append') FROM mt_doc_account WHERE mt_fold_version = 1")).ShouldBe("250 mt_append");
    }

    [Fact]
    public async Task A_snapshot_of_an_earlier_fold_or_without_a_field_of_today_is_no_difference()
    {
        await Run("UPDATE mt_doc_account SET data = '{\"owner\": \"another shape\"}', mt_fold_version = 0 WHERE id = $1", ids[3]);

        await Store.Migrate(None);

        (await Store.OpenSession().Load<Account>(ids[3], None))!.Value.ShouldBe(new Account("A", 5, 1));
    }

    // Every row of every table, and what the tables are: xmin tells whether a row was written anew.
    private const string Everything = """
        SELECT string_agg(t.table_name || ': ' || (xpath('/row/c/text()', query_to_xml(format('SELECT md5(string_agg(concat(x.xmin, x::text), %L ORDER BY x::text)) AS c FROM %I x', ' ', t.table_name), false, true, '')))[1]::text, E'\n' ORDER BY t.table_name)
        FROM information_schema.tables t WHERE t.table_schema = 'public'
        """;

    private async Task Run(string sql, params object[] values)
    {
        await using var command = database.Source.CreateCommand(sql);
        command.Parameters.AddRange(values.Select(value => new Npgsql.NpgsqlParameter { Value = value }).ToArray());
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string?> Text(string sql)
    {
        await using var command = database.Source.CreateCommand(sql);
        return await command.ExecuteScalarAsync() as string;
    }
}
