namespace SecurityTracker.Server.Http;

/// <summary>A verb that a noun brings: <c>services.AddSingleton(new Verb("catalogue import", …))</c>.</summary>
/// <param name="Name">Its words on the command line.</param>
/// <param name="Run">Given the services and the operands, does it, says what happened on standard output, and answers the exit code.</param>
internal sealed record Verb(string Name, Func<IServiceProvider, IReadOnlyList<string>, CancellationToken, Task<int>> Run);
