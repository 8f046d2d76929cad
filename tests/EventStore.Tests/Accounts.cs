using Npgsql;
using SecurityTracker.EventStore;

namespace SecurityTracker.EventStoreTests;

/// <summary>A small subject for the store's tests: an account whose balance is folded from what came in and went out.</summary>
public sealed record Account(string Owner, long Balance, int Entries)
{
    public static Account Initial { get; } = new("", 0, 0);

    public static Account Evolve(Account state, IAccountEvent e) => e switch
    {
        AccountOpened opened => state with { Owner = opened.Owner },
        AmountEntered entered => state with { Balance = state.Balance + entered.Amount, Entries = state.Entries + 1 },
        _ => state,
    };
}

public interface IAccountEvent;

public sealed record AccountOpened(string Owner) : IAccountEvent;

public sealed record AmountEntered(long Amount, string? Note = null) : IAccountEvent;

public sealed record Unmapped : IAccountEvent;

public sealed record Card(Guid Id, string Title, int Rank);

/// <summary>A database of its own for a test class.</summary>
public sealed class AccountDatabase : IAsyncLifetime
{
    private TestDatabase? database;

    public TestDatabase Database => database!;

    public NpgsqlDataSource Source => Database.Source;

    public FixedClock Clock { get; } = new();

    public Store Store { get; private set; } = null!;

    public static EventStoreOptions Options()
    {
        var options = new EventStoreOptions()
            .MapEvent<AccountOpened>("account_opened")
            .MapEvent<AmountEntered>("amount_entered");
        options.Fold<Account, IAccountEvent>("account", Account.Initial, Account.Evolve).Promote("owner", "varchar(200)", a => a.Owner, index: true).Promote("balance", "bigint", a => a.Balance);
        options.Document<Card>("card", c => c.Id).Promote("title", "text", c => c.Title, index: true).Promote("rank", "integer", c => c.Rank);
        return options;
    }

    public async Task InitializeAsync()
    {
        database = await TestDatabase.Create("accounts", source => new Store(source, Options(), TimeProvider.System).Migrate(CancellationToken.None));
        Store = new Store(Source, Options(), Clock);
    }

    /// <summary>A new account, at version 1.</summary>
    public async Task<Guid> Open(Store? store = null)
    {
        var id = Guid.NewGuid();
        var session = (store ?? Store).OpenSession();
        session.StartStream<Account>(id, StreamScope.None, new AccountOpened("A"));
        await session.SaveChanges(CancellationToken.None);
        return id;
    }

    /// <summary>One more amount, on top of what is there.</summary>
    public async Task<long> Enter(Guid id, long amount, Store? store = null)
    {
        var session = (store ?? Store).OpenSession();
        (await session.FetchForWriting<Account>(id, CancellationToken.None)).AppendMany([new AmountEntered(amount)]);
        return await session.SaveChanges(CancellationToken.None);
    }

    public Task Sql(string sql, params object[] parameters) => Scalar<object?>(sql, parameters);

    public async Task<T> Scalar<T>(string sql, params object[] parameters)
    {
        await using var command = Source.CreateCommand(sql);
        command.Parameters.AddRange(parameters.Select(p => new NpgsqlParameter { Value = p }).ToArray());
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();
}

/// <summary>A clock that stands where it was put.</summary>
public sealed class FixedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 1, 2, 3, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
