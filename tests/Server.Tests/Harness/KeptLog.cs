using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SecurityTracker.ServerTests;

/// <summary>Keeps what a server logs, at the levels at which it goes to the console.</summary>
public sealed class KeptLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> lines = new();

    /// <summary>Everything.</summary>
    public IEnumerable<string> Lines => lines.Select(l => l.Line);

    /// <summary>What the program itself holds for an error: what was thrown and nobody caught is among it.</summary>
    public IEnumerable<string> Errors => lines.Where(l => l.Level >= LogLevel.Error).Select(l => l.Line);

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Listener(lines);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Listener(ConcurrentQueue<(LogLevel Level, string Line)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));
    }
}
