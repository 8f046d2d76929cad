using System.Net;
using SecurityTracker.ServerTests.Fuzz;

namespace SecurityTracker.ServerTests.Mail;

/// <summary>The mail of development is for whoever sits at this machine: what a proxy passes on never reaches it.</summary>
[Collection(Shared.Fuzz)]
public sealed class DevelopmentMailPagesTests(FuzzServer server)
{
    private static readonly string[] Addresses = ["/dev/mail", "/dev/mail/style.css", "/dev/mail/1", "/dev/mail/1/source.eml", "/dev/mail/1/attachments/0", "/DEV/Mail/", "/dev/mail?to=a@example.jp"];

    [Fact]
    public async Task From_this_machine_it_is_there() => (await server.CreateAnonymousClient().GetAsync("/dev/mail")).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-For", "")]
    [InlineData("x-forwarded-for", "unknown")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Host", "tracker.example.go.jp")]
    [InlineData("X-Forwarded-Port", "443")]
    [InlineData("X-Forwarded-Server", "proxy")]
    [InlineData("X-Forwarded-Prefix", "/tracker")]
    [InlineData("X-Forwarded-Ssl", "on")]
    [InlineData("Forwarded", "for=203.0.113.7;proto=https")]
    [InlineData("Forwarded", "for=\"[::1]\"")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("X-Client-IP", "203.0.113.7")]
    [InlineData("X-Original-For", "127.0.0.1")]
    [InlineData("X-Envoy-External-Address", "203.0.113.7")]
    [InlineData("X-ProxyUser-Ip", "203.0.113.7")]
    [InlineData("CF-Connecting-IP", "203.0.113.7")]
    [InlineData("True-Client-IP", "203.0.113.7")]
    [InlineData("Fastly-Client-IP", "203.0.113.7")]
    public async Task Through_a_proxy_it_is_not(string header, string value)
    {
        foreach (var address in Addresses)
        {
            var browser = server.CreateAnonymousClient();
            browser.DefaultRequestHeaders.TryAddWithoutValidation(header, value).ShouldBeTrue();
            using var answer = await browser.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, $"{address} {header}: {value}");
        }
    }
}
