using System.Text;

namespace SecurityTracker.ServerTests.Exchange;

public sealed class RichTextTests
{
    /// <summary>The two examples of [MS-OXRTFCP] 4.1.</summary>
    [Theory]
    [InlineData("2D0000002B0000004C5A4675F1C5C7A703000A007263706731323542320AF32068656C09002062770 5B06C647D0A800FA0", "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n")]
    [InlineData("1A0000001C0000004C5A4675E2D44B51410004205758595A0D6E7D010EB0", "{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}")]
    public void The_specifications_examples_are_unpacked(string packed, string text) =>
        Encoding.ASCII.GetString(CompressedRtf.Unpack(Convert.FromHexString(packed.Replace(" ", "", StringComparison.Ordinal)))!).ShouldBe(text);

    [Theory]
    [InlineData(@"{\rtf1\ansi\ansicpg932{\fonttbl{\f0\fnil\fcharset128 MS Gothic;}}{\colortbl;\red0\green0\blue0;}\f0 \'97\'b9\'8f\'b3\'82\'b5\'82\'dc\'82\'b7\'81\'42\par\b ok\b0\line -}", "了承します。\nok\n-")]
    [InlineData(@"{\rtf1\ansi\ansicpg1252\uc1 \u20102?\u25215?\'83\'7b{\uc0\u38750 }{\*\generator x}\~a\\b\{c\}}", "了承ƒ{非 a\\b{c}")]
    [InlineData(@"{\rtf1\ansi\ansicpg932\fromhtml1 {\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 \u20102?\u25215?{\*\htmltag84 &nbsp;}\htmlrtf\par}\htmlrtf0}", "了承")]
    [InlineData(@"{\rtf1 a{\pict 0102\bin3 }}b}", "a")]
    [InlineData(@"{\rtf1 \u-10179?\u-8704?}", "😀")]
    [InlineData(@"plain text", null)]
    public void Its_text_is_read(string rtf, string? text) => RtfText.Of(Encoding.ASCII.GetBytes(rtf)).ShouldBe(text);

    [Fact]
    public void Outlooks_rich_text_alone_is_read()
    {
        var rtf = Encoding.ASCII.GetBytes(@"{\rtf1\ansi\ansicpg932\uc1 \u20102?\u25215?\'82\'b5\'82\'dc\'82\'b7\'81\'42\par}");
        var read = MsgReader.Read(MsgFile.Rich("件名", Packed(rtf))).Value.ShouldNotBeNull();
        (read.Text, read.TextNotRead).ShouldBe(("了承します。", null));
        MsgReader.Read(MsgFile.Rich("件名", Packed(rtf)[..^6])).Value!.TextNotRead.ShouldBe(MailRefusals.RichTextNotRead);
    }

    [Fact]
    public void Mutants_cost_less_than_a_second()
    {
        var rtf = Encoding.ASCII.GetBytes(@"{\rtf1\ansi\ansicpg932{\fonttbl{\f0\fcharset128 x;}}\uc1 \u20102?\'97\'b9\par{\*\htmltag64 <p>}\bin2 ab}");
        foreach (var mutant in Mutants.Of(Packed(rtf), 1000).Concat(Mutants.Of(rtf, 1000)).Append(Encoding.ASCII.GetBytes("{\\rtf1" + new string('{', 100_000))))
        {
            Cost.Of(() => _ = (CompressedRtf.Unpack(mutant), RtfText.Of(mutant))).ShouldBeLessThan(TimeSpan.FromSeconds(1));
        }
    }

    // Every byte as it is: eight after each control byte, then the reference that ends it.
    private static byte[] Packed(byte[] rtf)
    {
        var body = new List<byte>();
        foreach (var eight in rtf.Chunk(8))
        {
            body.Add(eight.Length == 8 ? (byte)0 : (byte)(1 << eight.Length));
            body.AddRange(eight);
        }

        if (rtf.Length % 8 == 0)
        {
            body.Add(1);
        }

        var end = (207 + rtf.Length) % 4096;
        body.AddRange([(byte)(end >> 4), (byte)(end << 4)]);
        return [.. BitConverter.GetBytes(body.Count + 12), .. BitConverter.GetBytes(rtf.Length), .. "LZFu"u8, 0, 0, 0, 0, .. body];
    }
}
