using System.Text;
using static SecurityTracker.ServerTests.Fuzz.HostileValues;

namespace SecurityTracker.ServerTests.Fuzz;

/// <summary>Bodies of multipart/form-data: whole, cut short anywhere, without an end, with parts that are none.</summary>
internal static class FuzzUploads
{
    private static readonly string[] Names = ["file", "", "FILE", "other", "file\"; x=\"y"];

    private static readonly string[] FileNames = ["a.pdf", "", "契約.docx", "..\\..\\a.xlsx", "a\0.eml", "a\uFFFE.msg", "con.txt", new('n', 3000), "a.pdf\"; filename*=UTF-8''%ED%A0%80", "%00.pdf"];

    private static readonly byte[][] Contents =
    [
        [], "%PDF-1.7 x"u8.ToArray(), "PK\u0003\u0004"u8.ToArray(), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "From: a@b\r\nSubject: =?utf-8?B?AA==?=\r\n\r\n&#0;\0"u8.ToArray(),
        "1) 守ること。\n2) \0守ること。\uFFFE"u8.ToArray(), [0xFF, 0xFE, 0x00, 0xD8], [0xED, 0xA0, 0x80], "Content-Type: text/html; charset=x\r\n\r\n<p>&#0;&#xD800;&#xFFFE;</p>"u8.ToArray(),
    ];

    /// <summary>Where a body was meant to end: its length cut to a part, in thousandths, or whole.</summary>
    public static (byte[] Body, string ContentType) Of(Random random)
    {
        var boundary = "fuzz";
        var body = new MemoryStream();
        for (var parts = random.Next(4) == 0 ? random.Next(4) : 1; parts > 0; parts--)
        {
            Write(body, $"--{boundary}\r\nContent-Disposition: {Pick(["form-data", "form-data", "form-data", "attachment", "", "form-data; name=契"], random)}; name=\"{Usual("file", Names, random)}\"; filename=\"{Usual("a.txt", FileNames, random)}\"\r\n");
            Write(body, Usual("Content-Type: text/plain\r\n\r\n", ["\r\n", "Content-Type: x;;\r\n\r\n", $"X: {new string('h', 20_000)}\r\n\r\n", "no header\r\n\r\n", "Content-Transfer-Encoding: base64\r\n\r\n"], random));
            body.Write(Pick(Contents, random));
            Write(body, "\r\n");
        }

        Write(body, Usual($"--{boundary}--\r\n", ["", $"--{boundary}", $"--{boundary}-", "--other--\r\n"], random));
        var bytes = body.ToArray();
        return (random.Next(3) == 0 ? bytes[..random.Next(bytes.Length)] : bytes, Usual($"multipart/form-data; boundary={boundary}", ContentTypes, random));
    }

    private static string Usual(string usual, IReadOnlyList<string> hostile, Random random) => random.Next(4) > 0 ? usual : Pick(hostile, random);

    private static void Write(MemoryStream to, string text) => to.Write(Encoding.UTF8.GetBytes(text));
}
