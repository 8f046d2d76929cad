using System.Net;
using System.Net.Sockets;

namespace SecurityTracker.ServerTests.Store;

/// <summary>A wire to the database that can be cut between a request's arrival there and its answer's coming back.</summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly (string Host, int Port) target;
    private readonly Task accepting;
    private int passing = int.MaxValue;

    public CuttingProxy(string host, int port)
    {
        target = (host, port);
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>So many answers pass; the next one has been given and is lost, once.</summary>
    public void CutAfter(int answers) => Volatile.Write(ref passing, answers);

    /// <summary>Cuts nothing more.</summary>
    public void LetPass() => Volatile.Write(ref passing, int.MaxValue);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        stopping.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                _ = Serve(await listener.AcceptTcpClientAsync(stopping.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // Disposed.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            await server.ConnectAsync(target.Host, target.Port, stopping.Token);
            await Task.WhenAny(client.GetStream().CopyToAsync(server.GetStream(), stopping.Token), Answers(server.GetStream(), client.GetStream()));
        }
    }

    private async Task Answers(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, stopping.Token)) > 0;)
        {
            if (Interlocked.Decrement(ref passing) < 0)
            {
                LetPass();
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), stopping.Token);
        }
    }
}
