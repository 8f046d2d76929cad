using Npgsql;

namespace SecurityTracker.Server.Http;

/// <summary>For whoever watches the process: /health/live is the process itself, /health/ready the process with its database.</summary>
internal static class Health
{
    // Seconds: whoever watches asks again soon.
    private const int Patience = 2;

    /// <summary>The two addresses; plain words, no details.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").AllowAnonymous().ExcludeFromDescription().WithMetadata(new OverPlainHttp());
        health.MapGet("/live", () => Results.Text("live"));
        health.MapGet("/ready", async (NpgsqlDataSource database, CancellationToken ct) =>
        {
            await using var command = database.CreateCommand("SELECT 1");
            command.CommandTimeout = Patience;
            await command.ExecuteScalarAsync(ct);
            return Results.Text("ready");
        });
    }
}
