namespace SecurityTracker.Server.Postgres;

/// <summary>The program cannot start as it was told to; the message is one line for whoever started it.</summary>
internal sealed class StartRefusedException(string message, Exception? inner = null) : Exception(message, inner);
