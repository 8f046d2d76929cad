using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.SignIn;

namespace SecurityTracker.ServerTests.Frame;

/// <summary>The log helps those who run the program, and tells them nothing about anyone (IPA 9-(i); dossier, personal data).</summary>
public sealed class LogsTests(LogsTests.ListeningServer server) : IClassFixture<LogsTests.ListeningServer>
{
    private const string Name = "個人名　秘子";
    private const string Mail = "himitsu-no-hito@example.jp";

    [Fact]
    public async Task No_name_mail_password_key_or_content_is_logged_whatever_goes_right_or_wrong()
    {
        await server.Services.GetRequiredService<Enrolment>().Enrol(
            Name, Mail, server.Services.GetRequiredService<Passwords>().Hash(SignInServer.Password), [new(FirstOrganisations.ContractorId, SectionId: null, Role.CONTRACTOR_OFFICER)], CancellationToken.None);
        var browser = server.CreateAnonymousClient();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        await browser.When(new SignInWithPasswordRequest(Mail, "ちがう合言葉ちがう合言葉")).Refuses(401, "sign-in-failed");
        using var signedIn = await browser.When(new SignInWithPasswordRequest(Mail, SignInServer.Password));
        var key = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0].Split('=')[1];
        var secret = (await browser.When<BeginTotpEndpoint>().Json())["secret"]!.GetValue<string>();
        await browser.When(new ConfirmTotpRequest("000000")).Refuses(422, "code-wrong");
        var token = (await browser.When(Post("/api/account/tokens", new { name = Name, scopes = new[] { "read" }, expiresOn = DateOnly.FromDateTime(server.Clock.Now.UtcDateTime).AddDays(9) }))
            .Json(System.Net.HttpStatusCode.Created))["token"]!.GetValue<string>();
        await browser.When(new AskForPasswordResetRequest(Mail));
        await browser.When(new OpenInvitationRequest(key)).Refuses(404, "link-not-valid");
        await browser.GetAsync($"/api/contracts?q={Uri.EscapeDataString(Name)}").Json();
        await browser.When(Post("/api/contracts", $$"""{"name": "{{Name}}", """)).Refuses(400, "malformed-body");
        await browser.Register(contract => contract with { Contractor = contract.Contractor with { RepresentativeName = Name } });
        await Break(() => browser.When(Post("/api/organisations", new { kind = "CONTRACTOR", name = Name }).Under(Name.Length.ToString(System.Globalization.CultureInfo.InvariantCulture))).Refuses(500, "unexpected"));

        var logged = string.Join('\n', server.Log.Lines);
        logged.ShouldContain("failed as unexpected");
        foreach (var unsaid in (string[])[Name, Mail, "himitsu", SignInServer.Password, "ちがう合言葉", key, secret, token])
        {
            logged.ShouldNotContain(unsaid);
        }
    }

    private async Task Break(Func<Task> act)
    {
        await Run("ALTER TABLE idempotent_answers RENAME TO moved_away");
        await act();
        await Run("ALTER TABLE moved_away RENAME TO idempotent_answers");
    }

    private async Task Run(string sql)
    {
        await using var command = server.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A server whose log is kept, at the levels at which it goes to the console.</summary>
    public sealed class ListeningServer : TestServer
    {
        /// <summary>What was logged.</summary>
        public KeptLog Log { get; } = new();

        protected override void Change(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(Log);
    }
}
