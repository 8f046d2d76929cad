using Npgsql;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Store;

/// <summary>A small noun for the store's tests: an account whose balance is folded from what came in and went out.</summary>
public sealed record Account(string Owner, long Balance, int Entries)
{
    public static Account Initial { get; } = new("", 0, 0);

    public static Account Evolve(Account state, IAccountEvent e) => e switch
    {
        AccountOpened opened => state with { Owner = opened.Owner },
        AmountEntered entered => state with { Balance = state.Balance + entered.Amount, Entries = state.Entries + 1 },
        _ => throw new InvalidOperationException($"{e.GetType()} is not folded"),
    };
}

public interface IAccountEvent;

public sealed record AccountOpened(string Owner) : IAccountEvent;

public sealed record AmountEntered(long Amount, string? Note = null) : IAccountEvent;

public sealed record Unmapped : IAccountEvent;

/// <summary>Another noun, to be told from accounts.</summary>
public sealed record Card(string Title)
{
    public static Card Initial { get; } = new("");
}

public sealed record CardTitled(string Title);

/// <summary>A database of its own for a test class.</summary>
public sealed class AccountDatabase : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private TestDatabase? database;

    public TestDatabase Database => database!;

    public NpgsqlDataSource Source => Database.Source;

    public TestClock Clock { get; } = new();

    internal EventStore Store { get; private set; } = null!;

    internal static Nouns Nouns()
    {
        var nouns = new Nouns().MapEvent<AccountOpened>("account_opened").MapEvent<AmountEntered>("amount_entered").MapEvent<CardTitled>("card_titled");
        nouns.Fold<Account, IAccountEvent>("account", Account.Initial, Account.Evolve).Promote("owner", "text", a => a.Owner, index: true).Promote("balance", "bigint", a => a.Balance);
        nouns.Fold<Card, CardTitled>("card", Card.Initial, (_, titled) => new(titled.Title));
        return nouns;
    }

    /// <summary>What a next release registers: amounts in hundredths, and a column more.</summary>
    internal static Nouns NextRelease()
    {
        var nouns = new Nouns().MapEvent<AccountOpened>("account_opened").MapEvent<AmountEntered>("amount_entered").MapEvent<CardTitled>("card_titled");
        nouns.Fold<Account, IAccountEvent>("account", Account.Initial, (state, e) => Account.Evolve(state, e is AmountEntered entered ? entered with { Amount = entered.Amount * 100 } : e), version: 2)
            .Promote("owner", "text", a => a.Owner, index: true)
            .Promote("balance", "bigint", a => a.Balance)
            .Promote("entries", "integer", a => a.Entries, index: true);
        nouns.Fold<Card, CardTitled>("card", Card.Initial, (_, titled) => new(titled.Title));
        return nouns;
    }

    public async Task InitializeAsync()
    {
        database = await TestDatabase.Create("accounts", async source =>
        {
            using var empty = new EventStore(source, Nouns(), TimeProvider.System);
            await empty.Migrate(None);
        });
        Store = new EventStore(Source, Nouns(), Clock);
    }

    /// <summary>A new account, at version 1.</summary>
    internal async Task<Guid> Open(EventStore? store = null)
    {
        var id = Guid.NewGuid();
        var session = (store ?? Store).OpenSession();
        session.StartStream<Account>(id, StreamScope.None, new AccountOpened("A"));
        await session.SaveChanges(None);
        return id;
    }

    /// <summary>One more amount, on top of what is there.</summary>
    internal async Task<long> Enter(Guid id, long amount, EventStore? store = null)
    {
        var session = (store ?? Store).OpenSession();
        (await session.FetchForWriting<Account>(id, None)).AppendMany([new AmountEntered(amount)]);
        return await session.SaveChanges(None);
    }

    /// <summary>Enters amounts until so many have gone in, as people do who read again after a conflict.</summary>
    public async Task EnterTimes(Guid id, int times)
    {
        for (var done = 0; done < times;)
        {
            try
            {
                await Enter(id, 1);
                done++;
            }
            catch (ConcurrencyConflictException)
            {
                // Somebody else was first.
            }
        }
    }

    /// <summary>Streams whose snapshot is behind, missing, or other than their events fold to.</summary>
    public async Task<IReadOnlyList<Guid>> Wrong()
    {
        var session = Store.OpenSession();
        var wrong = new List<Guid>();
        await using var command = Source.CreateCommand("SELECT s.id FROM mt_streams s JOIN stream_scopes c ON c.id = s.id WHERE c.noun = 'account'");
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            var id = row.GetGuid(0);
            if (await session.Load<Account>(id, None) is not { } snapshot || snapshot != await session.AggregateStream<Account>(id, DateTimeOffset.MaxValue, None))
            {
                wrong.Add(id);
            }
        }

        return wrong;
    }

    public Task Sql(string sql, params object[] parameters) => Scalar<object?>(sql, parameters);

    public async Task<T> Scalar<T>(string sql, params object[] parameters)
    {
        await using var command = Source.CreateCommand(sql);
        command.Parameters.AddRange(parameters.Select(p => new NpgsqlParameter { Value = p }).ToArray());
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task DisposeAsync()
    {
        Store.Dispose();
        await Database.DisposeAsync();
    }
}
