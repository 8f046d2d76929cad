using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.ServerTests.SignIn;

/// <summary>A server whose people sign in as people do.</summary>
public sealed class SignInServer : TestServer
{
    /// <summary>A password that is taken.</summary>
    public const string Password = "霞が関の坂を上る白い猫たち";

    private int people;

    /// <summary>A browser on our own pages, in which nobody is signed in.</summary>
    public HttpClient Browser()
    {
        var browser = CreateAnonymousClient();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return browser;
    }

    /// <summary>Someone with an account and a password: who, and by which mail address.</summary>
    public async Task<(Guid Id, string Mail)> Someone(Role role = Role.CONTRACTOR_OFFICER)
    {
        var mail = $"someone{Interlocked.Increment(ref people)}@example.jp";
        var office = role is Role.SUPERVISING_OFFICER or Role.SECTION_HEAD or Role.AUDITOR;
        var section = role is Role.SUPERVISING_OFFICER or Role.SECTION_HEAD ? FirstOrganisations.SectionId : (Guid?)null;
        var id = await Services.GetRequiredService<Enrolment>().Enrol(
            "情報　花子", mail, Services.GetRequiredService<Passwords>().Hash(Password),
            [new(office ? FirstOrganisations.OfficeId : FirstOrganisations.ContractorId, section, role)], CancellationToken.None);
        return (id, mail);
    }

    /// <summary>A browser in which someone with a password alone is signed in.</summary>
    public async Task<HttpClient> SignedIn(string mail)
    {
        var browser = Browser();
        (await browser.When(new SignInWithPasswordRequest(mail, Password)).Json())["next"]!.GetValue<string>().ShouldBe("DONE");
        return browser;
    }

    /// <summary>The code that an app with this secret shows at the server's clock.</summary>
    public string CodeOf(string base32) => CodeOf(base32, Clock.Now);

    /// <summary>The code that an app with this secret shows at an instant.</summary>
    public static string CodeOf(string base32, DateTimeOffset at) => Totp.Code(Decode(base32), at.ToUnixTimeSeconds() / 30);

    /// <summary>Sets an authenticator app up; the clock then stands at the next code.</summary>
    public async Task<(string Secret, IReadOnlyList<string> RecoveryCodes)> SetUpApp(HttpClient browser)
    {
        var secret = (await browser.When<BeginTotpEndpoint>().Json())["secret"]!.GetValue<string>();
        var answer = await browser.When(new ConfirmTotpRequest(CodeOf(secret))).Json();
        Clock.Now += TimeSpan.FromSeconds(30);
        return (secret, [.. answer["recoveryCodes"]!.AsArray().Select(code => code!.GetValue<string>())]);
    }

    private static byte[] Decode(string base32)
    {
        var (bits, value, bytes) = (0, 0, new List<byte>());
        foreach (var letter in base32)
        {
            (value, bits) = (((value << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal)) & 0xFFFF, bits + 5);
            if (bits >= 8)
            {
                bytes.Add((byte)(value >> (bits -= 8)));
            }
        }

        return [.. bytes];
    }
}
