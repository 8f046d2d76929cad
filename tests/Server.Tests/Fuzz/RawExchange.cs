using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace SecurityTracker.ServerTests.Fuzz;

/// <summary>What a client does when it has sent its last byte.</summary>
internal enum Leaving
{
    /// <summary>Says that no more comes, and waits for the answer.</summary>
    ENDS,

    /// <summary>Is gone: the connection is reset.</summary>
    VANISHES,

    /// <summary>Stays, and sends nothing more.</summary>
    STAYS,

    /// <summary>Reads the beginning of the answer, then is gone.</summary>
    VANISHES_IN_THE_ANSWER,
}

/// <summary>Bytes on a socket, as no client library would send them.</summary>
internal static partial class RawExchange
{
    private static readonly TimeSpan Patience = Wait.Longest;

    /// <summary>Sends bytes and leaves; answers the statuses that came back, none where the server hung up, and 599 where it never did.</summary>
    public static async Task<IReadOnlyList<int>> Send(Uri server, byte[] bytes, Leaving leaving)
    {
        using var client = new TcpClient();
        using var limit = new CancellationTokenSource(Patience);
        await client.ConnectAsync(server.Host, server.Port, limit.Token);
        var wire = client.GetStream();
        var answer = new MemoryStream();
        try
        {
            await wire.WriteAsync(bytes, limit.Token);
            switch (leaving)
            {
                case Leaving.ENDS:
                    client.Client.Shutdown(SocketShutdown.Send);
                    await wire.CopyToAsync(answer, limit.Token);
                    break;
                case Leaving.STAYS:
                    await wire.CopyToAsync(answer, limit.Token);
                    break;
                case Leaving.VANISHES_IN_THE_ANSWER:
                    var beginning = new byte[64];
                    answer.Write(beginning, 0, await wire.ReadAsync(beginning, limit.Token));
                    break;
                default:
                    break;
            }
        }
        catch (IOException)
        {
            // The server hung up on what it was sent.
        }
        catch (OperationCanceledException)
        {
            answer.Write("HTTP/1.1 599"u8);
        }

        client.Client.LingerState = new LingerOption(leaving is Leaving.VANISHES or Leaving.VANISHES_IN_THE_ANSWER, 0);
        return [.. StatusLine().Matches(Encoding.Latin1.GetString(answer.ToArray())).Select(m => int.Parse(m.Groups["status"].Value, CultureInfo.InvariantCulture))];
    }

    [GeneratedRegex("HTTP/1\\.[01] (?<status>[0-9]{3})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StatusLine();
}
