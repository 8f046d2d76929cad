using System.Runtime.CompilerServices;

namespace SecurityTracker.ServerTests;

/// <summary>Files of this repository, for tests over the source and over what is committed beside it.</summary>
internal static class Repository
{
    /// <summary>Set to write what is missing or differs, instead of failing: <c>UPDATE_SNAPSHOTS=1 infra/postgres dotnet test tests/Server.Tests</c>.</summary>
    public static bool UpdatesSnapshots { get; } = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1" or "true";

    /// <summary>The root of the clone.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    /// <summary>A path in the clone.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The C# files under a folder, without what is built.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(params string[] parts) =>
        from file in Directory.EnumerateFiles(At(parts), "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(At(parts), file).Replace('\\', '/')
        where !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal)
        select (path, File.ReadAllText(file));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
