using System.Buffers.Text;
using System.Text;
using SecurityTracker.Domain;

namespace SecurityTracker.ServerTests.Frame;

/// <summary>What no text holds comes in by no way, and what is read out of files is cleaned of it after its last decoding.</summary>
[Collection(Shared.Frame)]
public sealed class SoundTextsTests(TestServer server)
{
    private readonly HttpClient client = server.CreateClient();

    [Theory]
    [InlineData("\\u0000", "character-not-allowed")]
    [InlineData("\\ufffe", "character-not-allowed")]
    [InlineData("\\uFFFF", "character-not-allowed")]
    [InlineData("\ufffe", "character-not-allowed")]
    [InlineData("\\ud800", "malformed-body")]
    [InlineData("\\udc00x", "malformed-body")]
    public async Task Not_in_a_body(string text, string code)
    {
        await client.When(Post("/api/organisations", $$"""{"kind":"CONTRACTOR","name":"a{{text}}"}""")).Refuses(400, code);
        await server.CreateAnonymousClient().When(Post("/api/sign-in/password", $$"""{"mail":"a{{text}}@example.jp","password":"x"}""")).Refuses(400, code);
        await server.CreateAnonymousClient().When(Post("/api/sign-in/password", $$"""{"mail":"a@example.jp","password":"{{text}}"}""")).Refuses(400, code);
    }

    [Theory]
    [InlineData("/api/contracts?q=%EF%BF%BE")]
    [InlineData("/api/contracts?q=a%00")]
    [InlineData("/api/contracts?a%EF%BF%BF=1")]
    [InlineData("/api/editions/ED-%EF%BF%BE")]
    [InlineData("/api/inbox?kind=%EF%BF%BE")]
    public Task Not_in_an_address(string address) => client.When(Get(address)).Refuses(400, "character-not-allowed");

    [Theory]
    [InlineData("/api/contracts?sort=name&cursor=", """{"Sort":"name","Key":"\u0000","Id":"01990000-0000-7000-8000-00000000feed"}""")]
    [InlineData("/api/contracts?sort=name&cursor=", """{"Sort":"name","Key":"\ud800","Id":"01990000-0000-7000-8000-00000000feed"}""")]
    [InlineData("/api/contracts?sort=name&cursor=", """{"Sort":"name","Key":"\ufffe","Id":"01990000-0000-7000-8000-00000000feed"}""")]
    [InlineData("/api/inbox?cursor=", """{"ByDate":false,"Urgent":false,"Since":"2026-01-01T00:00:00Z","Id":"01990000-0000-7000-8000-00000000feed","Type":"\u0000"}""")]
    public Task Not_in_a_cursor(string address, string cursor) =>
        client.When(Get(address + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(cursor)))).Refuses(400, "cursor-malformed");

    [Fact]
    public async Task Not_in_a_header()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/organisations");
        request.Headers.TryAddWithoutValidation("User-Agent", "a\uFFFEb");

        await client.SendAsync(request).Refuses(400, "character-not-allowed");
    }

    [Theory]
    [InlineData("a&#0;b")]
    [InlineData("a&#x0;b")]
    [InlineData("a&#xFFFE;b")]
    [InlineData("a&#65535;b")]
    public void Not_out_of_a_mail(string html)
    {
        var mail = $"From: a@example.jp\r\nSubject: =?utf-16be?B?2AAwQv/+?=\r\nMessage-ID: <a\0b@example.jp>\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>{html}</p>";

        var read = EmlReader.Read(Encoding.UTF8.GetBytes(mail)).Value!;

        SoundText.Is(read.Subject + read.Text + read.Headers + read.MessageId).ShouldBeTrue();
        read.Text.ShouldStartWith("a");
    }

    [Fact]
    public void Not_out_of_a_file() =>
        PlainText.Read(Encoding.UTF8.GetBytes("守ること\uFFFE。\uFFFF")).Value!.Blocks[0].Cells.ShouldBe(["守ること。"]);
}
