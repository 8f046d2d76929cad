using SecurityTracker.Server.Postgres;

namespace SecurityTracker.Server;

/// <summary>What the program was asked to do.</summary>
/// <param name="Verb"><see cref="Serve"/> where nothing is said, else the verb's words.</param>
/// <param name="Operands">What stands between the verb and the options.</param>
/// <param name="Options">The rest: <c>--name value</c> for the configuration.</param>
internal sealed record CommandLine(string Verb, IReadOnlyList<string> Operands, string[] Options)
{
    /// <summary>The verb where nothing is said.</summary>
    public const string Serve = "serve";

    /// <summary>Brings the database forward, and ends.</summary>
    public const string Migrate = "migrate";

    /// <summary>Reads an annex and says what it is, and ends.</summary>
    public const string CatalogueImport = "catalogue import";

    /// <summary>The help.</summary>
    public const string Usage = """
        SecurityTracker.Server [serve]                 serves the API and the screens
        SecurityTracker.Server migrate                 brings the database forward, and ends
        SecurityTracker.Server catalogue import FILE   reads an annex and says what it is, and ends

          --urls http://localhost:5080   where to listen;  beyond loopback PublicUrl must be https
          --data DIR                     where the embedded PostgreSQL keeps its data (.data)
          --fresh true                   deletes that data first
          ConnectionStrings__Database    the PostgreSQL to work on in place of the embedded one
          PublicUrl                      the https address by which people reach the program
        """;

    /// <summary>Reads the arguments; throws <see cref="StartRefusedException"/> for a verb that does not exist.</summary>
    public static CommandLine Read(string[] args) => args switch
    {
        ["help" or "--help" or "-h", ..] => new("help", [], []),
        [Migrate, .. var options] => new(Migrate, [], WithEnvironment(options)),
        ["catalogue", "import", var file, .. var options] => new(CatalogueImport, [file], WithEnvironment(options)),
        [Serve, .. var options] => new(Serve, [], WithEnvironment(options)),
        [] or [['-', ..], ..] => new(Serve, [], WithEnvironment(args)),
        _ => throw new StartRefusedException($"'{string.Join(' ', args)}' is not understood; see 'help'."),
    };

    /// <summary>Where nobody says which environment it is, it is a developer's machine: production is always a deliberate word.</summary>
    private static string[] WithEnvironment(string[] options)
    {
        var said = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT");
        return ["--environment", said ?? "Development", .. options];
    }
}
