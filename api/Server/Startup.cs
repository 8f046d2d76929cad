using SecurityTracker.Server.Deadlines;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.Server;

/// <summary>From the command line to the program that runs.</summary>
internal static class Startup
{
    /// <summary>Runs the program until it ends.</summary>
    /// <param name="args">See <see cref="CommandLine.Usage"/>.</param>
    /// <param name="more">What another program brings beside the nouns of this one.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string[] args, params IReadOnlyList<IModule> more)
    {
        try
        {
            var command = CommandLine.Read(args);
            if (command.Verb == "help")
            {
                Console.WriteLine(CommandLine.Usage);
                return 0;
            }

            return await Run(command, more);
        }
        // Also a folder that cannot be written, a disk without room, a port that was taken just now: what stands in the way of a start is a sentence.
        catch (Exception e) when (e is StartRefusedException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static async Task<int> Run(CommandLine command, IReadOnlyList<IModule> more)
    {
        var builder = Begin(command);
        // It starts while the program is put together.
        await using var database = Database.Begin(builder.Configuration);
        builder.AddServer(database, more);

        await using var app = builder.Build();
        StartChecks.RefuseMissingWorld(builder.Configuration, app.Services);
        // The routes are mapped while the database starts and is brought forward.
        var mapped = command.Verb == CommandLine.Serve ? Task.Run(app.UseServer) : Task.CompletedTask;
        await database.Ready(CancellationToken.None);
        await app.Prepare(command);
        if (command.Verb != CommandLine.Serve)
        {
            return await app.RunVerb(command);
        }

        SecretCheck.Run(app.Services);
        await mapped;
        await app.RunAsync();
        return 0;
    }

    /// <summary>Reads the settings; what they do not allow is refused before anything starts.</summary>
    private static WebApplicationBuilder Begin(CommandLine command)
    {
        var builder = WebApplication.CreateBuilder(command.Options);
        var urls = StartChecks.Urls(builder.Configuration);
        builder.WebHost.UseUrls([.. urls]);
        StartChecks.RefuseDevelopmentDefaults(builder.Environment, builder.Configuration);
        HolidayFile.Announce(builder.Configuration);
        if (command.Verb == CommandLine.Serve)
        {
            StartChecks.RefuseTakenPorts(urls);
        }

        builder.ConfigureLogging();
        return builder;
    }
}
