using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SecurityTracker.ServerTests.Mail;

/// <summary>A mail server that takes whatever it is sent, but where its script answers otherwise, or breaks off.</summary>
internal sealed class SmtpScript : IDisposable
{
    /// <summary>An answer that is none: the wire is cut.</summary>
    public const string BreakOff = "";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> open = [];

    public SmtpScript()
    {
        listener.Start();
        _ = Accept();
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What it says to a line (<c>220</c> stands for the greeting, <c>.</c> for the end of a mail); null for yes. It may wait.</summary>
    public Func<string, Task<string?>> Say { get; set; } = _ => Task.FromResult<string?>(null);

    /// <summary>The mails that it took, or would have before it broke off.</summary>
    public ConcurrentQueue<string> Mails { get; } = new();

    /// <inheritdoc/>
    public void Dispose()
    {
        listener.Dispose();
        lock (open)
        {
            open.ForEach(client => client.Dispose());
        }
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                lock (open)
                {
                    open.Add(client);
                }

                _ = Converse(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    private async Task Converse(TcpClient client)
    {
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await Answer(stream, "220", "220 here");
            while (await reader.ReadLineAsync() is { } line)
            {
                await Answer(stream, line, line == "DATA" ? "354 Go on" : line == "QUIT" ? "221 Bye" : "250 Ok");
                if (line == "DATA")
                {
                    var mail = new StringBuilder();
                    while (await reader.ReadLineAsync() is { } text && text != ".")
                    {
                        mail.AppendLine(text);
                    }

                    Mails.Enqueue(mail.ToString());
                    await Answer(stream, ".", "250 2.0.0 Ok: queued as 4F2A9");
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or SocketException)
        {
            // The other end has left, or we have broken off.
        }

        async Task Answer(NetworkStream stream, string line, string otherwise)
        {
            var said = await Say(line) ?? otherwise;
            if (said == BreakOff)
            {
                client.Dispose();
                throw new IOException("broken off");
            }

            await stream.WriteAsync(Encoding.UTF8.GetBytes(said + "\r\n"));
        }
    }
}
