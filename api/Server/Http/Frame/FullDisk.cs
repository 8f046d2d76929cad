using Npgsql;

namespace SecurityTracker.Server.Http;

/// <summary>Tells a disk without room, the server's own or the database's, from everything else that fails.</summary>
internal static class FullDisk
{
    // errno, which .NET keeps in HResult: a file beyond its limit, no space left, a quota used up.
    private static readonly int[] NoRoom = [27, 28, 122];

    /// <summary>Whether this failed because a disk is full: the same request succeeds once there is room.</summary>
    public static bool IsWhy(Exception e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => true,
        IOException io when NoRoom.Contains(io.HResult) => true,
        _ => e.InnerException is { } inner && IsWhy(inner),
    };
}
