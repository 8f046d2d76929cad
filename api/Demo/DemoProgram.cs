using SecurityTracker.Server;

namespace SecurityTracker.Demo;

internal static class DemoProgram
{
    public static Task<int> Main(string[] args) => Startup.Run([.. args, "--demo", "true"], new DemoModule());
}
