using SecurityTracker.Server;
using SecurityTracker.Server.Access.SignIn;
using SecurityTracker.Server.Postgres;

try
{
    var command = CommandLine.Read(args);
    if (command.Verb == "help")
    {
        Console.WriteLine(CommandLine.Usage);
        return 0;
    }

    var builder = WebApplication.CreateBuilder(command.Options);
    var urls = StartChecks.Urls(builder.Configuration);
    builder.WebHost.UseUrls([.. urls]);
    StartChecks.RefuseDevelopmentDefaults(builder.Environment, builder.Configuration);
    if (command.Verb == CommandLine.Serve)
    {
        StartChecks.RefuseTakenPorts(urls);
    }

    builder.ConfigureLogging();
    // It starts while the program is put together.
    await using var database = Database.Begin(builder.Configuration);
    builder.AddServer(database);

    await using var app = builder.Build();
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
// Also a folder that cannot be written, a disk without room, a port that was taken just now: what stands in the way of a start is a sentence.
catch (Exception e) when (e is StartRefusedException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

/// <summary>The program, for tests that start it.</summary>
public partial class Program;
