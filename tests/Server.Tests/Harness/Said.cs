using System.Runtime.CompilerServices;

namespace SecurityTracker.ServerTests;

/// <summary>What servers say on the standard error output: why one does not start is said there, and nowhere else.</summary>
internal static class Said
{
    private static readonly StringWriter Text = new();

    /// <summary>All of it.</summary>
    public static string All => Text.ToString();

    [ModuleInitializer]
    internal static void Listen() => Console.SetError(TextWriter.Synchronized(Text));
}
