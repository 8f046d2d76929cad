namespace SecurityTracker.ServerTests.Fuzz;

/// <summary>Values that nobody means and anybody can send, by the place in which they stand.</summary>
internal static class HostileValues
{
    private const string Cursor = """{"By":"name","ByDate":true,"Urgent":true,"Key":"KEY","Value":"KEY","Text":"KEY","StartsOn":null,"Since":"2026-11-20T03:00:00Z","Id":"01990000-0000-7000-8000-00000000feed","Type":"KEY"}""";

    /// <summary>Texts, as they stand after every decoding.</summary>
    public static readonly IReadOnlyList<string> Texts =
    [
        "", " ", "\t\r\n", "\0", "契\0約", "\uFFFE", "契\uFFFE約", "\uFFFF", "\uFDD0", "\uD800", "契\uDC00約", "\uD83D\uDC69\u200D\uD83D\uDCBB", "é" + new string('\u0301', 300),
        "\u202E契約", "\uFEFF契約", "ﷺ", new string('あ', 70_000), new string('a', 300), "'; DROP TABLE mt_events; --", "<script>alert(1)</script>", "../../etc/passwd", "%00%s%n",
        "\u0085\u2028\u2029", "\u001b[31m", "null", "NaN", "-1", "１２", "ED-C", "DONE", "5", "=cmd|'/c calc'!A1", "a@例.jp", "a\0@example.jp", "\uFFFE@example.jp", "\"a b\"@example.jp",
        "a@" + new string('b', 300) + ".jp", "a@b@c", "@", "_", "%", "\\", "\\u0000", "xn--zzzzzz.jp", "https://例.jp/契約", "http://[::1", "令和８年１３月４０日",
    ];

    /// <summary>What stands where a day, a moment or an id is asked for.</summary>
    public static readonly IReadOnlyList<string> Moments =
    [
        "0001-01-01", "9999-12-31", "2026-02-30", "10000-01-01", "-0001-01-01", "2026-11-20T", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.9999999-14:00", "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00Z", "2026-11-20T24:00:00Z", "2026-11-20T03:00:00.123456789Z", "1752-09-03", "294277-01-01", "0000-00-00", "20261120", "infinity", "2026-11-20",
    ];

    /// <summary>Ids that are none, or nobody's.</summary>
    public static readonly IReadOnlyList<string> Ids =
    [
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "01990000-0000-7000-8000-00000000FEED", "{01990000-0000-7000-8000-00000000feed}", "01990000", "x",
    ];

    /// <summary>JSON that stands where another value is asked for.</summary>
    public static readonly IReadOnlyList<string> Json =
    [
        "null", "[null]", "[]", "{}", "[{}]", "[[]]", "true", "0", "-1", "1.5", "2147483648", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "1e400", "1e-400", "0.1e1",
        "[null,null]", "{\"\":null}", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\uFFFE\"", "[\"\\u0000\"]", "[\"\\ud800\"]", "[\"\"]", "[0]", "[\"x\",\"x\"]", "{\"a\":{\"a\":{\"a\":[[[[1]]]]}}}",
        "\"01990000-0000-7000-8000-00000000feed\"", "[\"01990000-0000-7000-8000-00000000feed\",\"01990000-0000-7000-8000-00000000feed\"]",
    ];

    /// <summary>Whole bodies that are no thing.</summary>
    public static readonly IReadOnlyList<byte[]> Bodies =
    [
        [], "null"u8.ToArray(), "[]"u8.ToArray(), "\"\""u8.ToArray(), "0"u8.ToArray(), "{"u8.ToArray(), "{}"u8.ToArray(), "{}{}"u8.ToArray(), "{\"a\":1,}"u8.ToArray(), "/*a*/{}"u8.ToArray(),
        "NaN"u8.ToArray(), [0], [0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00], [0xEF, 0xBB, 0xBF, 0x7B, 0x7D], [0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D], [0x22, 0xED, 0xA0, 0x80, 0x22],
        Deep('[', ']', 70), Deep('[', ']', 50_000), "{\"name\":\"x\",\"name\":\"y\"}"u8.ToArray(), "name=x&kind=y"u8.ToArray(),
    ];

    /// <summary>Content types of which no reader is sure.</summary>
    public static readonly IReadOnlyList<string> ContentTypes =
    [
        "application/json;charset=x", "application/json; charset=utf-16", "application/json; charset=utf-7", "application/json; charset=shift_jis", "application/json; charset=\"", "application/json;charset=",
        "application/json; charset=契約", "application/json; charset=utf-8; charset=utf-16", "APPLICATION/JSON", "application/vnd.x+json", "application/vnd.x+json;charset=x", "text/json", "text/plain;charset=x", "*/*", ";", "json",
        "application/x-www-form-urlencoded", "application/x-www-form-urlencoded;charset=x", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"", "multipart/form-data; boundary=x;charset=y",
        "multipart/mixed; boundary=x", "multipart/form-data; boundary=" + new string('b', 300),
    ];

    /// <summary>Headers that programs read, with what they do not expect.</summary>
    public static readonly IReadOnlyList<(string Name, string Value)> Headers =
    [
        ("If-Match", "*"), ("If-Match", ""), ("If-Match", "\"\""), ("If-Match", "W/\"1\""), ("If-Match", "\"99999999999999999999\""), ("If-Match", "\"9223372036854775807\""), ("If-Match", "\"-1\""), ("If-Match", "\"1\", \"2\""), ("If-Match", "\"契\""),
        ("Idempotency-Key", ""), ("Idempotency-Key", "契約"), ("Idempotency-Key", new string('k', 201)), ("Idempotency-Key", "\u00e9"), ("Accept-Language", "契約"), ("Accept-Language", ";;q=,"), ("Accept-Language", "en;q=9e9, *;q=x"),
        ("Accept", "契約"), ("Accept", "text/html"), ("Accept-Encoding", "br;q=x, *;q=0"), ("Accept-Encoding", "契約"), ("Authorization", "Bearer"), ("Authorization", "Bearer st_契約"), ("Authorization", "Bearer " + new string('x', 5000)), ("Authorization", "Basic Og=="),
        ("Cookie", "session="), ("Cookie", "session=契約"), ("Cookie", "session=%00"), ("Cookie", ";;;=;session"), ("Cookie", "session=" + new string('s', 4000)), ("Origin", "null"), ("Origin", "契約"), ("Sec-Fetch-Site", "契約"), ("Sec-Fetch-Site", "same-origin, cross-site"),
        ("X-Forwarded-For", "契約"), ("X-Forwarded-For", "1.2.3.4:x, ::"), ("X-Forwarded-Proto", "契約"), ("X-Forwarded-Proto", "https, http"), ("Range", "bytes=9-1,5-"), ("If-None-Match", "契約"), ("If-Modified-Since", "9999-99-99"), ("If-Range", "x"),
        ("traceparent", "00-契約"), ("traceparent", "00-00000000000000000000000000000000-0000000000000000-00"), ("tracestate", "契約"), ("baggage", "a=契約"), ("User-Agent", "契約\u00e9"), ("Referer", "契約"), ("X-HTTP-Method-Override", "DELETE"), ("Expect", "100-continue"),
    ];

    /// <summary>What stands behind the question mark as it is, beside what the values give.</summary>
    public static readonly IReadOnlyList<string> RawQueries =
    [
        "%00", "%FF", "%ED%A0%80", "%EF%BF%BE", "%", "%u0000", "%C0%80", "q=%00", "q=%ED%A0%80", "q=%EF%BF%BE", "q=a&q=b", "cursor=a&cursor=b", "limit=", "limit=0", "limit=1&limit=2", "=", "&&&", "to=/契約", "a=" + new string('x', 3000),
    ];

    /// <summary>A value for a parameter of an address.</summary>
    public static string Parameter(string name, Random random) => name switch
    {
        "cursor" when random.Next(4) > 0 => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(Cursor
            .Replace("KEY", Pick(["\\u0000", "\\ud800", "\\uFFFE", "", "2026-02-30", "9999-12-31", new string('z', 3000)], random), StringComparison.Ordinal)
            .Replace("2026-11-20T03:00:00Z", Pick(Moments, random), StringComparison.Ordinal))),
        "limit" or "before" or "after" or "revision" or "otherRevision" or "number" or "index" => Pick(["-1", "0", "1", "2147483647", "2147483648", "9223372036854775807", "-9223372036854775808", "1e9", "１", ""], random),
        _ => Pick([Pick(Texts, random), Pick(Moments, random), Pick(Ids, random)], random),
    };

    /// <summary>One of several.</summary>
    public static T Pick<T>(IReadOnlyList<T> several, Random random) => several[random.Next(several.Count)];

    private static byte[] Deep(char open, char close, int depth) => [.. Enumerable.Repeat((byte)open, depth), .. Enumerable.Repeat((byte)close, depth)];
}
