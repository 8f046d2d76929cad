using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SecurityTracker.ServerTests.Exchange;

/// <summary>A name server on loopback that knows the TXT records it was told, over UDP and, when told so, over TCP alone.</summary>
public sealed class LoopbackDns : IDisposable
{
    private readonly UdpClient udp;
    private readonly TcpListener tcp;

    public LoopbackDns()
    {
        (udp, tcp) = Listen();
        _ = AnswerUdp();
        _ = AnswerTcp();
    }

    /// <summary>Name → text.</summary>
    public ConcurrentDictionary<string, string> Texts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Says over UDP that the answer does not fit.</summary>
    public bool Truncates { get; set; }

    public string Address => $"127.0.0.1:{((IPEndPoint)udp.Client.LocalEndPoint!).Port}";

    public void Dispose()
    {
        udp.Dispose();
        tcp.Dispose();
    }

    // One number for both; what is free for the one may be taken for the other.
    private static (UdpClient Udp, TcpListener Tcp) Listen()
    {
        for (var attempt = 0; ; attempt++)
        {
            var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            try
            {
                return (new UdpClient((IPEndPoint)listener.LocalEndpoint), listener);
            }
            catch (SocketException) when (attempt < 20)
            {
                listener.Dispose();
            }
        }
    }

    private async Task AnswerUdp()
    {
        try
        {
            while (true)
            {
                var question = await udp.ReceiveAsync();
                // A forged answer first: another number.
                await udp.SendAsync(Answer([(byte)(question.Buffer[0] ^ 1), .. question.Buffer[1..]], Truncates), question.RemoteEndPoint);
                await udp.SendAsync(Answer(question.Buffer, Truncates), question.RemoteEndPoint);
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerTcp()
    {
        try
        {
            while (true)
            {
                using var client = await tcp.AcceptTcpClientAsync();
                var stream = client.GetStream();
                var length = new byte[2];
                await stream.ReadExactlyAsync(length);
                var question = new byte[(length[0] << 8) | length[1]];
                await stream.ReadExactlyAsync(question);
                var answer = Answer(question, truncated: false);
                await stream.WriteAsync((byte[])[(byte)(answer.Length >> 8), (byte)answer.Length, .. answer]);
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    private byte[] Answer(byte[] question, bool truncated)
    {
        var (labels, at) = (new List<string>(), 12);
        while (question[at] != 0)
        {
            labels.Add(Encoding.ASCII.GetString(question, at + 1, question[at]));
            at += question[at] + 1;
        }

        var asked = question[12..(at + 5)];
        var found = !truncated && Texts.TryGetValue(string.Join('.', labels), out var text) ? Encoding.Latin1.GetBytes(text) : null;
        byte[] header = [question[0], question[1], (byte)(truncated ? 0x86 : 0x84), (byte)(found is null && !truncated ? 3 : 0), 0, 1, 0, (byte)(found is null ? 0 : 1), 0, 0, 0, 0];
        if (found is null)
        {
            return [.. header, .. asked];
        }

        byte[] data = [.. found.Chunk(200).SelectMany(part => (byte[])[(byte)part.Length, .. part])];
        return [.. header, .. asked, 0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 60, (byte)(data.Length >> 8), (byte)data.Length, .. data];
    }
}
