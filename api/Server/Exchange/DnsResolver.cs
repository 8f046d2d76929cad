using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace SecurityTracker.Server.Exchange;

/// <summary>
/// Asks the DNS for TXT records, at the resolver under <c>Dns:Server</c> (<c>192.0.2.1</c> or <c>192.0.2.1:5353</c>), else at the
/// system's. An answer is ours when it comes from there, to our port, with our number and our question.
/// </summary>
internal sealed class DnsResolver(IConfiguration configuration, ILogger<DnsResolver> log)
{
    private const int Tries = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The texts of a name; none where there are none, or nobody answers.</summary>
    public async Task<IReadOnlyList<string>> Texts(string name, CancellationToken ct)
    {
        if (Server() is not { } server || DnsMessage.Question(name, (ushort)RandomNumberGenerator.GetInt32(65536)) is not { } question)
        {
            return [];
        }

        for (var attempt = 0; attempt < Tries; attempt++)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(Patience);
            try
            {
                return await Ask(server, question, limit.Token);
            }
            catch (Exception silent) when (silent is SocketException or IOException || (silent is OperationCanceledException && !ct.IsCancellationRequested))
            {
                log.LogInformation("The DNS did not answer: {Reason}", silent.GetType().Name);
            }
        }

        return [];
    }

    private static async Task<IReadOnlyList<string>> Ask(IPEndPoint server, byte[] question, CancellationToken ct)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(server, ct);
        await socket.SendAsync(question, ct);
        var buffer = new byte[4096];
        while (true)
        {
            var length = await socket.ReceiveAsync(buffer, ct);
            if (DnsMessage.Answer(question, buffer.AsSpan(0, length)) is { } answer)
            {
                return answer.Truncated ? await AskAtLength(server, question, ct) : answer.Texts;
            }
        }
    }

    private static async Task<IReadOnlyList<string>> AskAtLength(IPEndPoint server, byte[] question, CancellationToken ct)
    {
        using var client = new TcpClient(server.AddressFamily);
        await client.ConnectAsync(server, ct);
        var stream = client.GetStream();
        await stream.WriteAsync((byte[])[(byte)(question.Length >> 8), (byte)question.Length, .. question], ct);
        var length = new byte[2];
        await stream.ReadExactlyAsync(length, ct);
        var answer = new byte[(length[0] << 8) | length[1]];
        await stream.ReadExactlyAsync(answer, ct);
        return DnsMessage.Answer(question, answer)?.Texts ?? [];
    }

    private IPEndPoint? Server()
    {
        if (configuration["Dns:Server"] is { Length: > 0 } configured)
        {
            return IPEndPoint.TryParse(configured, out var named) ? new(named.Address, named.Port == 0 ? 53 : named.Port) : null;
        }

        var system = NetworkInterface.GetAllNetworkInterfaces()
            .Where(network => network.OperationalStatus == OperationalStatus.Up)
            .SelectMany(network => network.GetIPProperties().DnsAddresses)
            .FirstOrDefault();
        return system is null ? null : new(system, 53);
    }
}
