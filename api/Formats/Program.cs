namespace SecurityTracker.Formats;

/// <summary>The program that reads files for the server. Not named Program: the tests start the server by that name.</summary>
internal static class ReadingProgram
{
    private static int Main() => 0;
}
