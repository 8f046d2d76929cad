using SecurityTracker.Domain;

namespace SecurityTracker.DomainTests.Access;

/// <summary>Names go into mails to people outside: no address in them, however it is spelt.</summary>
public sealed class NamesTests
{
    [Theory]
    [InlineData("https://evil.example/login")]
    [InlineData("ｈｔｔｐｓ：／／ｅｖｉｌ．ｅｘａｍｐｌｅ")]
    [InlineData("重要 hxxps://evil[.]example を開く")]
    [InlineData("hxxp：//evil")]
    [InlineData("ＷＷＷ．ｅｖｉｌ．ｃｏｍ へ")]
    [InlineData("当選 bit.ly/3abc")]
    [InlineData("evil.co.jp")]
    [InlineData("悪意。コム")]
    [InlineData("悪意｡みんな")]
    [InlineData("例え.jp")]
    [InlineData("evil (dot) com")]
    [InlineData("evil［．］ｃｏｍ")]
    [InlineData("ev\u200Dil.com")]
    [InlineData("192.0.2.1 へ")]
    [InlineData("taro@example.jp")]
    [InlineData("ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ")]
    [InlineData("taro (at) example.jp")]
    [InlineData("mailto:taro")]
    [InlineData("ftp:\\\\evil")]
    public void An_address_is_no_name(string text) => Names.Line(text, 200, "/name").ShouldBe(NameRefusals.HoldsAddress.At("/name"));

    [Theory]
    [InlineData("太郎\u202Efdp.exe")]
    [InlineData("太\u200B郎")]
    [InlineData("\u2066太郎\u2069")]
    [InlineData("太郎\uFEFF")]
    [InlineData("太郎\U000E0041")]
    public void What_nobody_sees_is_in_no_name(string text) => Names.Line(text, 200, "/name").ShouldBe(NameRefusals.HoldsHidden.At("/name"));

    [Theory]
    [InlineData("太郎\u0007")]
    [InlineData("太郎\n株式会社")]
    [InlineData("太郎\uFFFE")]
    [InlineData("太郎\uD800")]
    public void Control_characters_are_refused_as_everywhere(string text) => Names.Line(text, 200, "/name")!.Code.ShouldBe("text-not-printable");

    [Theory]
    [InlineData("山田　太郎")]
    [InlineData("髙﨑　葛\U000E0100子")]
    [InlineData("株式会社Ａ．Ｂ．サービス")]
    [InlineData("ABC Co.,Ltd.")]
    [InlineData("J.Smith")]
    [InlineData("Dr. Mary-Jane O’Neil Jr.")]
    [InlineData("アットマーク＠アイティ株式会社")]
    [InlineData("情報システム課（第１係）／保守")]
    [InlineData("株式会社ハッピー・ホーム")]
    [InlineData("ﾔﾏﾀﾞ 太郎")]
    [InlineData("محمد\u200Cعلی")]
    public void Names_are_taken(string text) => Names.Line(text, 200, "/name").ShouldBeNull();
}
