using System.Buffers.Binary;
using System.Text;
using SecurityTracker.ServerTests.Exchange;

namespace SecurityTracker.ServerTests.Reading;

/// <summary>
/// Mails of some megabytes whose page or rich text would cost the square of its length to a reader that begins anew at each tag, group
/// or line; as .eml and as .msg.
/// </summary>
internal static class HostileMails
{
    private const int Length = 9_000_000;

    // MsgFile writes no tables of tables: 7 MB is its most.
    private const int InMsg = 5_000_000;

    /// <summary>What is repeated, after a beginning.</summary>
    public static Dictionary<string, (string Begin, string Again)> Pages { get; } = new()
    {
        ["tags that stay open"] = ("<html>", "<"),
        ["comments that stay open"] = ("<html>", "<!--"),
        ["styles that stay open"] = ("<html>", "<style>"),
        ["styles that end in nothing"] = ("<html>", "<style></styl>"),
        ["empty lines"] = ("<html>", "<br>"),
        ["names of entities"] = ("<html>", "&am"),
        ["entities without an end"] = ("<html>", "&#65"),
        ["spaces"] = ("<html>", " \t"),
        ["tables"] = ("<html>", "<table><tr><td>a"),
        ["quotes in tags"] = ("<html>", "<a title=\"<"),
        ["rich groups"] = ("{\\rtf1 ", "{a}"),
        ["rich paragraphs"] = ("{\\rtf1 ", "\\par "),
        ["rich characters"] = ("{\\rtf1 ", "\\u20102?"),
        ["rich fonts"] = ("{\\rtf1 {\\fonttbl", "{\\f1\\fcharset128 x;}"),
        ["rich pictures"] = ("{\\rtf1 ", "{\\pict\\bin9 "),
        ["rich words without an end"] = ("{\\rtf1 \\", "a"),
        ["quoted lines"] = ("", "> On Mon wrote:\r\n"),
        ["lines that look like headers"] = ("", "From: a@b\r\n"),
        ["one line"] = ("", "2026/11/30 "),
    };

    public static IEnumerable<byte[]> Of(string name)
    {
        var (begin, again) = Pages[name];
        var text = begin + string.Concat(Enumerable.Repeat(again, Length / again.Length));
        if (begin.StartsWith("{\\rtf", StringComparison.Ordinal))
        {
            yield return MsgFile.Rich("件名", Stored(Encoding.ASCII.GetBytes(text[..InMsg])));
            yield break;
        }

        var page = begin.StartsWith('<');
        yield return Encoding.ASCII.GetBytes($"From: a@example.go.jp\r\nSubject: x\r\nContent-Type: text/{(page ? "html" : "plain")}; charset=utf-8\r\n\r\n{text}");
        yield return page ? MsgFile.Html("件名", Encoding.ASCII.GetBytes(text[..InMsg]), 65001) : MsgFile.Write("件名", text[..(InMsg / 2)], "a.txt", "a"u8.ToArray());
    }

    // The form of [MS-OXRTFCP] that packs nothing.
    private static byte[] Stored(byte[] rtf)
    {
        var packed = new byte[16 + rtf.Length];
        BinaryPrimitives.WriteInt32LittleEndian(packed, rtf.Length + 12);
        BinaryPrimitives.WriteInt32LittleEndian(packed.AsSpan(4), rtf.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(packed.AsSpan(8), 0x414C454D);
        rtf.CopyTo(packed, 16);
        return packed;
    }
}
