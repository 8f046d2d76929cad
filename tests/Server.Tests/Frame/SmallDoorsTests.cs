using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Exchange;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.SignIn;
using SecurityTracker.ServerTests.Exchange;
using SecurityTracker.ServerTests.SignIn;

namespace SecurityTracker.ServerTests.Frame;

/// <summary>Small doors that stood open a little.</summary>
[Collection(Shared.SignIn)]
public sealed class SmallDoorsTests(SignInServer server)
{
    private static readonly string[] Headers = ["Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy"];

    [Fact]
    public async Task Basic_beside_a_cookie_is_as_if_it_were_not_there()
    {
        var (_, mail) = await server.Someone();
        using var signing = await server.Browser().When(new SignInWithPasswordRequest(mail, SignInServer.Password));
        var cookie = signing.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

        await Holder(cookie, "same-origin").GetAsync("/api/session").Json();
        await Holder(cookie, "same-origin").When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "x")).Written(HttpStatusCode.Created);
        await Holder(cookie, "cross-site").When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "x")).Refuses(403, "cross-site");
        await Holder(cookie, site: null).When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "x")).Refuses(403, "cross-site");
        await Holder(cookie: null, "same-origin").When(Get("/api/contracts")).Refuses(401, "sign-in-required");
    }

    [Theory]
    [InlineData("/api/sign-in", "rebound.example", HttpStatusCode.BadRequest)]
    [InlineData("/", "rebound.example", HttpStatusCode.BadRequest)]
    [InlineData("/api/none", "localhost", HttpStatusCode.NotFound)]
    [InlineData("/api/sign-in?x=%00", "localhost", HttpStatusCode.BadRequest)]
    public async Task Every_answer_has_the_headers(string path, string host, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } };
        using var answer = await server.CreateAnonymousClient().SendAsync(request);

        answer.StatusCode.ShouldBe(status);
        foreach (var header in Headers)
        {
            answer.Headers.Contains(header).ShouldBeTrue(header);
        }
    }

    [Theory]
    [InlineData("ｐａｓｓｗｏｒｄのない坂道を行く猫", "passwordのない坂道を行く猫")]
    [InlineData("ｶﾞｷﾞｸﾞｹﾞｺﾞと歌う七羽の鳥", "ガギグゲゴと歌う七羽の鳥")]
    public void A_password_is_the_same_in_every_width(string set, string typed)
    {
        var passwords = server.Services.GetRequiredService<Passwords>();
        var hash = passwords.Hash(set);

        passwords.Verify(Account(hash), typed).ShouldBeTrue();
        passwords.Verify(Account(hash), typed + "x").ShouldBeFalse();
    }

    // Numbers, for half of a pair is no text that an attribute could hold.
    [Theory]
    [InlineData(0xFFFE)]
    [InlineData(0xD800)]
    [InlineData(0)]
    public void What_is_no_character_is_no_reason_to_fail(int character)
    {
        var odd = $"坂の下の黒い犬たち{(char)character}と走る";
        var passwords = server.Services.GetRequiredService<Passwords>();

        passwords.Verify(account: null, odd).ShouldBeFalse();
        Passwords.Check(odd, odd).ShouldBeNull();
        Mailbox.Normal(odd).ShouldNotBeEmpty();
        RecoveryCodes.Normalise(odd).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("text/plain", "日本語", "utf-8", "text/plain; charset=utf-8")]
    [InlineData("text/csv", "日本語", "utf-16", "text/csv; charset=utf-16")]
    [InlineData("text/plain", "日本語", "shift_jis", "text/plain; charset=windows-31j")]
    [InlineData("application/pdf", "日本語", "utf-8", "application/pdf")]
    public void A_text_says_in_which_encoding_it_is(string type, string text, string encoding, string said)
    {
        var writer = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? System.Text.Encoding.GetEncoding(encoding);

        Downloads.WithCharset(type, [.. encoding == "utf-16" ? writer.GetPreamble() : [], .. writer.GetBytes(text)]).ShouldBe(said);
    }

    [Fact]
    public async Task A_silent_dns_holds_a_mail_no_longer_than_its_patience()
    {
        using var silent = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Dns:Server", silent.Client.LocalEndPoint!.ToString())]).Build();
        var verifier = new DkimVerifier(new DnsResolver(settings, NullLogger<DnsResolver>.Instance));
        byte[] once = SignedMails.Sign(SignedMails.Answer());
        var field = System.Text.Encoding.Latin1.GetString(once);
        var signature = field[..(field.IndexOf("From: ", StringComparison.Ordinal))];
        var watch = Stopwatch.StartNew();

        var finding = await verifier.Verify(System.Text.Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(signature, 7)) + field), CancellationToken.None);

        finding.Result.ShouldBe(Domain.Files.DkimResult.KEY_UNAVAILABLE);
        watch.Elapsed.ShouldBeLessThan(2 * DkimVerifier.Patience);
    }

    private static Account Account(string hash) => new(
        Guid.Empty, "x@example.jp", hash, TotpSecret: null, TotpSince: null, TotpPending: null, TotpLastStep: 0, LockedUntil: null, Passkeys: 0, RecoveryCodes: 0);

    /// <summary>A browser that sends Basic, as for an address with a name in it.</summary>
    private HttpClient Holder(string? cookie, string? site)
    {
        var browser = server.CreateAnonymousClient();
        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "YWxhZGRpbjpvcGVuc2VzYW1l");
        if (cookie is not null)
        {
            browser.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        if (site is not null)
        {
            browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
        }

        return browser;
    }
}
