using System.Text;

namespace SecurityTracker.ServerTests.Exchange;

public sealed class MsgCodePagesTests
{
    private const string Words = "標記の件、承認いたします。髙橋①";

    [Theory]
    [InlineData("a-html-utf8-cpid65001-mcp932.msg")]
    [InlineData("b-html-jis-cpid50220-mcp932.msg")]
    [InlineData("e-ansi-cp932.msg")]
    public void Mails_from_the_field_are_readable(string file)
    {
        var mail = MsgReader.Read(FieldMail.Bytes(file)).Value.ShouldNotBeNull();
        mail.Text.ShouldNotBeEmpty();
        mail.Text.ShouldNotContain('\uFFFD');
        mail.Text.Count(c => c is >= '\u3040' and <= '\u30FF').ShouldBeGreaterThan(3, mail.Text);
        mail.TextGuessed.ShouldBeNull();
    }

    public static TheoryData<int, string, string, bool> Pages => new()
    {
        { 65001, "utf-8", "", false },
        { 50220, "iso-2022-jp", "", false },
        { 932, "shift_jis", "", false },
        { 51932, "euc-jp", "", false },
        { 0, "utf-8", "<meta charset=\"utf-8\">", false },
        { 0, "shift_jis", "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=Shift_JIS\">", false },
        { 0, "euc-jp", "<meta charset='euc-jp'>", false },
        { 0, "iso-2022-jp", "<meta charset=iso-2022-jp>", false },
        { 65001, "shift_jis", "<meta charset=shift_jis>", false },
        { 50220, "utf-8", "<meta charset=utf-8>", false },
        { 0, "utf-8", "", true },
        { 0, "shift_jis", "", true },
        { 65001, "shift_jis", "", true },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_is_read_as_it_is_said_and_a_guess_is_said(int page, string encoding, string meta, bool guessed)
    {
        var words = encoding == "utf-8" ? Words : Words.Replace('髙', '高').Replace("①", "", StringComparison.Ordinal);
        var html = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes($"<html><head>{meta}</head><body><p>{words}</p></body></html>");
        var mail = MsgReader.Read(MsgFile.Html("Re: 持込み", html, page)).Value!;
        (mail.Text, mail.TextGuessed?.Code).ShouldBe((words, guessed ? MailRefusals.TextGuessed.Code : null));
    }
}
