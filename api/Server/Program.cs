using SecurityTracker.Server;

return await Startup.Run(args);

/// <summary>The program, for tests that start it.</summary>
public partial class Program;
