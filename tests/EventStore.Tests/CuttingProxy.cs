using System.Net;
using System.Net.Sockets;

namespace SecurityTracker.EventStoreTests;

/// <summary>A wire to the database that can be cut after a request has arrived there and before its answer comes back.</summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly (string Host, int Port) target;
    private readonly Task accepting;
    private volatile Func<Task>? cutWhen;

    public CuttingProxy(string host, int port)
    {
        target = (host, port);
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The next answer is withheld until the condition has come true; then the wire is cut, once.</summary>
    public void CutNextAnswer(Func<Task> condition) => cutWhen = condition;

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
            if (Interlocked.Exchange(ref cutWhen, null) is { } condition)
            {
                await condition();
                return;
            }
            await to.WriteAsync(buffer.AsMemory(0, read), stopping.Token);
        }
    }
}
