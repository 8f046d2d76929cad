using System.Globalization;

namespace SecurityTracker.ServerTests.Running;

/// <summary>
/// A small disk for one process and those that it starts, in a mount namespace of their own: it is gone with them. An ordinary user is
/// root of the mounts of such a namespace, where the system allows that.
/// </summary>
internal static class OwnDisk
{
    private static readonly Lazy<bool> Allowed = new(() => Start(Path.GetTempPath(), "64k", "exec true").Ended().GetAwaiter().GetResult() == 0);

    /// <summary>Whether this system lets us have one.</summary>
    public static bool IsAllowed => Allowed.Value;

    /// <summary>Starts a shell's line with a disk at a folder; <c>"$@"</c> are the words.</summary>
    public static ChildProcess Start(string folder, string size, string line, IReadOnlyList<string>? words = null, params IReadOnlyList<(string Name, string? Value)> environment) => ChildProcess.Start(
        "unshare",
        [
            .. Environment.IsPrivilegedProcess ? Array.Empty<string>() : ["--map-current-user", "--keep-caps"], "--mount", "--",
            "sh", "-c", $"mkdir -p \"$0\" && mount -t tmpfs -o size={size},mode=0700 tmpfs \"$0\" && {line}", folder, .. words ?? [],
        ],
        environment);

    /// <summary>A path as such a process sees it, for us who do not.</summary>
    public static string SeenBy(ChildProcess process, string path) => string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/root{path}");
}

/// <summary>A test that needs such a disk, and says so where the system allows none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OwnDiskFactAttribute : FactAttribute
{
    /// <summary>Skips where there is none.</summary>
    public OwnDiskFactAttribute() => Skip = OwnDisk.IsAllowed ? null : "This system lets no user namespace mount a disk: run as root.";
}
