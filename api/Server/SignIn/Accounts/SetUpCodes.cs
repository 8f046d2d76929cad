using Npgsql;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>
/// A fresh installation prints a code on its console: only who started it can set it up. Each start prints another; all end with the set-up.
/// </summary>
internal sealed class SetUpCodes(EventStore store, NpgsqlDataSource database, Accounts accounts, IConfiguration configuration, IHostApplicationLifetime lifetime, TimeProvider time)
    : BackgroundService
{
    /// <summary>Whether a code is one of the console's.</summary>
    public Task<bool> Has(string code, CancellationToken ct) => store.Read(
        new SqlQuery<bool>(
            "SELECT EXISTS (SELECT FROM set_up_codes WHERE code_hash = $1)", [SqlStatement.Parameter(SessionKey.HashOf(RecoveryCodes.Normalise(code)))],
            async (row, token) => await row.ReadAsync(token) && row.GetBoolean(0)),
        ct);

    /// <summary>The statement that takes every code away, in the transaction of the set-up itself: whoever comes second is refused, and what is refused leaves them.</summary>
    public static NpgsqlBatchCommand Taking() => SqlStatement.Taking(Taken, "DELETE FROM set_up_codes");

    /// <summary>The rule that an installation is set up once.</summary>
    internal const string Taken = "set_up_taken";

    /// <summary>A fresh code.</summary>
    public async Task<string> Fresh(CancellationToken ct)
    {
        var code = RecoveryCodes.One();
        await database.Run(
            SqlStatement.Of("INSERT INTO set_up_codes (code_hash, created_at) VALUES ($1, $2)", SessionKey.HashOf(RecoveryCodes.Normalise(code)), time.GetUtcNow()), ct);
        return code;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        if (!configuration.GetValue("demo", defaultValue: false) && !await accounts.Any(stoppingToken))
        {
            Console.WriteLine($"Set-up code: {await Fresh(stoppingToken)}");
        }
    }
}
