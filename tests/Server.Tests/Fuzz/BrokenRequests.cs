using System.Globalization;
using System.Text;

namespace SecurityTracker.ServerTests.Fuzz;

/// <summary>A request that is broken, and how its client leaves.</summary>
/// <param name="What">What is wrong with it.</param>
internal sealed record BrokenRequest(string What, byte[] Bytes, Leaving Leaving);

/// <summary>Whole requests, broken in every way in which a wire or a client breaks them.</summary>
internal static class BrokenRequests
{
    /// <summary>The ways of a request with a body.</summary>
    /// <param name="head">Method, address and headers of a whole request, without the length of its body.</param>
    /// <param name="body">Its body.</param>
    public static IEnumerable<BrokenRequest> Of(string head, byte[] body)
    {
        var said = Sized(head, body.Length);
        foreach (var length in new[] { 0, 1, body.Length / 2, body.Length - 1 })
        {
            yield return new($"ends after {length} of {body.Length} bytes", [.. said, .. body[..length]], Leaving.ENDS);
        }

        yield return new("vanishes in the middle", [.. said, .. body[..(body.Length / 2)]], Leaving.VANISHES);
        yield return new("says less than it sends", [.. Sized(head, body.Length / 2), .. body, .. "\r\n\r\n"u8], Leaving.ENDS);
        foreach (var (what, broken) in Chunked(body))
        {
            yield return new(what, [.. Bytes($"{head}Transfer-Encoding: chunked\r\n\r\n"), .. broken], Leaving.ENDS);
        }

        yield return new("vanishes in a chunk", [.. Bytes($"{head}Transfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n"), .. body[..(body.Length / 2)]], Leaving.VANISHES);
    }

    /// <summary>The ways of a head; what is whole here is no request of a body.</summary>
    public static IEnumerable<BrokenRequest> Heads(string head)
    {
        for (var length = 1; length < head.Length; length += 7)
        {
            yield return new($"head cut at {length}", Bytes(head[..length]), Leaving.ENDS);
        }

        foreach (var broken in (string[])
            [
                "\r\n\r\n", "\0\0\0\0", "\u0016\u0003\u0001\u0002\0\u0001", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "GET /api/contracts\r\n\r\n", "GET /api/contracts HTTP/9.9\r\nHost: localhost\r\n\r\n", "GET /api/contracts HTTP/1.1\r\n\r\n",
                "GET http://localhost/api/contracts HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", "GET api HTTP/1.1\r\nHost: localhost\r\n\r\n", "G\0T / HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n", $"GET /{new string('a', 20_000)} HTTP/1.1\r\n\r\n",
                $"GET / HTTP/1.1\r\nHost: localhost\r\nX: {new string('a', 50_000)}\r\n\r\n", $"GET / HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Repeat("X: y\r\n", 200))}\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\nX\r\n\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n",
                "POST /api/contracts HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", "POST /api/contracts HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n", "POST /api/contracts HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
                "POST /api/contracts HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n\r\n", "POST /api/contracts HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n",
            ])
        {
            yield return new($"head {broken[..Math.Min(60, broken.Length)]}", Bytes(broken), Leaving.ENDS);
        }
    }

    private static IEnumerable<(string What, byte[] Bytes)> Chunked(byte[] body)
    {
        var size = body.Length.ToString("x", CultureInfo.InvariantCulture);
        yield return ("chunks without an end", [.. Bytes($"{size}\r\n"), .. body, .. "\r\n"u8]);
        yield return ("a chunk cut short", [.. Bytes($"{size}\r\n"), .. body[..(body.Length / 2)]]);
        yield return ("a chunk that is smaller than it says", [.. Bytes($"{size}0\r\n"), .. body, .. "\r\n0\r\n\r\n"u8]);
        yield return ("a chunk that is larger than it says", [.. "1\r\n"u8, .. body, .. "\r\n0\r\n\r\n"u8]);
        yield return ("a size that is none", [.. "zz\r\n"u8, .. body, .. "\r\n0\r\n\r\n"u8]);
        yield return ("a size that is negative", [.. "-1\r\n"u8, .. body, .. "\r\n0\r\n\r\n"u8]);
        yield return ("a size beyond all", [.. "fffffffffffffffff\r\n"u8, .. body, .. "\r\n0\r\n\r\n"u8]);
        yield return ("a size cut short", Bytes(size[..1]));
        yield return ("a trailer that is none", [.. Bytes($"{size}\r\n"), .. body[..^1], (byte)'?', .. "\r\n0\r\nno trailer\r\n\r\n"u8]);
    }

    private static byte[] Sized(string head, int length) => Bytes(string.Create(CultureInfo.InvariantCulture, $"{head}Content-Length: {length}\r\n\r\n"));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
