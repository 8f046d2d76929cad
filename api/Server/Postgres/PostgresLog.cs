using System.Text;

namespace SecurityTracker.Server.Postgres;

/// <summary>
/// What the embedded PostgreSQL says, in a file. It is written while a server runs whose disk may be full: a line that cannot be
/// written is left out, and never stands in anybody's way.
/// </summary>
/// <param name="stream">Where the lines go; disposed with this.</param>
internal sealed class PostgresLog(Stream stream) : IDisposable
{
    private readonly Lock gate = new();

    /// <summary>A new file in place of the one of the last start.</summary>
    public static PostgresLog In(string file) => new(new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0));

    /// <summary>Writes a line, if there is room.</summary>
    public void Note(string line)
    {
        lock (gate)
        {
            try
            {
                stream.Write(Encoding.UTF8.GetBytes(line + "\n"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                // The disk is full, or gone.
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            try
            {
                stream.Dispose();
            }
            catch (IOException)
            {
                // What was not written stays unwritten.
            }
        }
    }
}
