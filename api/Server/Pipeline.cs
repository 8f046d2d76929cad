using SecurityTracker.Server.Access;
using SecurityTracker.Server.Audit;
using SecurityTracker.Server.Idempotency;
using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Server.SignIn;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server;

/// <summary>A request's way through the program, and what the program does before the first one.</summary>
internal static class Pipeline
{
    /// <summary>
    /// Brings the database forward and lets each noun lay in what it starts with. In production that is the verb <c>migrate</c>'s
    /// alone, and a server on a database that is behind is refused.
    /// </summary>
    public static async Task Prepare(this WebApplication app, CommandLine command)
    {
        var store = app.Services.GetRequiredService<EventStore>();
        var stopping = app.Lifetime.ApplicationStopping;
        if (app.Environment.IsProduction() && command.Verb != CommandLine.Migrate)
        {
            if (await store.PendingMigrations(stopping) is { Count: > 0 } pending)
            {
                throw new StartRefusedException($"The database is behind by {pending.Count} migrations: run 'migrate' first.");
            }

            await JobTables.Require(app.Services.GetRequiredService<JobDatabase>(), stopping);

            return;
        }

        await store.Migrate(stopping);
        foreach (var module in app.Services.GetServices<IModule>())
        {
            await module.Prepare(app.Services, stopping);
        }
    }

    /// <summary>Carries out a verb that ends.</summary>
    /// <returns>The exit code.</returns>
    public static Task<int> RunVerb(this WebApplication app, CommandLine command) =>
        command.Verb == CommandLine.Migrate
            ? Task.FromResult(0)
            : app.Services.GetServices<Verb>().Single(v => v.Name == command.Verb).Run(app.Services, command.Operands, app.Lifetime.ApplicationStopping);

    /// <summary>
    /// The order in which a request meets things: headers, failures, its route, over which way, files; then, unless its route says that it
    /// is open, from where, who, whether, once; and the act itself. Nothing here looks at how an address is spelt.
    /// </summary>
    public static void UseServer(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseResponseCompression();
        app.UseMiddleware<Failures>();
        app.UseRouting();
        app.KeepContentPolicy();
        app.RefusePlainHttp();
        // The ways back from providers of sign-ins (SignIn/Providers) lie outside of /api: it is another site that sends the browser here.
        app.UseAuthentication();
        app.UseScreens();
        app.UseWhen(RequiresPermission.IsGuarded, guarded => guarded
            .UseAudit()
            .RefuseOtherSites()
            .UseIdentification()
            .UseRateLimiter()
            .UsePermissions()
            .UseRecentSignIn()
            .UseMiddleware<IdempotencyMiddleware>()
            .UseContentTypeOfNothing());
        app.MapHealth();
        app.MapDevelopmentMail();
        app.MapOpenApiDescription();
        var routes = app.MapGroup("/api");
        foreach (var module in app.Services.GetServices<IModule>())
        {
            module.CheckSettings(app.Services);
            module.Map(routes);
        }

        app.MapEndpoints();
        app.RefuseUndeclaredRoutes();
    }
}
