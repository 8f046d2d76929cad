using SecurityTracker.Server;

return await Startup.Run(args);

/// <summary>The program, for tests that start it.</summary>
internal partial class Program;
