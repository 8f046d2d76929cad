using System.Buffers.Binary;
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

    /// <summary>
    /// Message by message, as PostgreSQL frames them (protocol 3.0: a letter, then the length with itself): an answer ends with
    /// ReadyForQuery. How they fall into packets depends on how busy the machine is.
    /// </summary>
    private async Task Answers(NetworkStream from, NetworkStream to)
    {
        var head = new byte[5];
        var isFirst = true;
        while (await from.ReadAsync(head.AsMemory(0, 1), stopping.Token) > 0)
        {
            // Whether it speaks TLS is answered by a letter alone.
            if (isFirst && (head[0] is (byte)'N' or (byte)'S'))
            {
                await to.WriteAsync(head.AsMemory(0, 1), stopping.Token);
                isFirst = false;
                continue;
            }

            isFirst = false;
            await from.ReadExactlyAsync(head.AsMemory(1), stopping.Token);
            var message = new byte[1 + BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(1))];
            head.CopyTo(message, 0);
            await from.ReadExactlyAsync(message.AsMemory(5), stopping.Token);
            if (head[0] == (byte)'Z' && Interlocked.Decrement(ref passing) < 0)
            {
                LetPass();
                return;
            }

            await to.WriteAsync(message, stopping.Token);
        }
    }
}
