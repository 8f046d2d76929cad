using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn;
using SecurityTracker.Server.SignIn.Providers;

namespace SecurityTracker.ServerTests.SignIn;

/// <summary>What a new password, a reset and a new proof leave standing: nothing that nobody has seen.</summary>
[Collection(Shared.SignIn)]
public sealed class AfterResetTests(SignInServer server)
{
    private const string Other = "坂の下の黒い犬たちと走る";

    [Fact]
    public async Task A_new_password_ends_every_token_that_is_not_kept_by_name()
    {
        var (_, mail) = await server.Someone();
        var browser = await server.SignedIn(mail);
        var (kept, lost) = (await Issue(browser, "集計"), await Issue(browser, "忘れたもの"));

        var answer = await browser.When(new ChangePasswordRequest(SignInServer.Password, Other, [kept.Id])).Json();

        answer["kept"]!.AsArray().Single()!["name"]!.GetValue<string>().ShouldBe("集計");
        answer["ended"]!.AsArray().Single()!["name"]!.GetValue<string>().ShouldBe("忘れたもの");
        await Program(kept.Token).GetAsync("/api/contracts").Json();
        await Program(lost.Token).When(Get("/api/contracts")).Refuses(401, "token-not-valid");
    }

    [Fact]
    public async Task The_link_of_a_forgotten_password_shows_the_tokens_and_ends_them()
    {
        var (id, mail) = await server.Someone();
        var token = await Issue(await server.SignedIn(mail), "集計");
        var link = SessionKey.Fresh();
        await using var batch = server.Database.CreateBatch();
        batch.BatchCommands.Add(PasswordResets.Opening(id, link, server.Clock.Now.AddHours(1)));
        await batch.ExecuteNonQueryAsync();

        (await server.Browser().When(new OpenPasswordResetRequest(link)).Json())["tokens"]!.AsArray().Single()!["name"]!.GetValue<string>().ShouldBe("集計");
        await server.Browser().When(new ResetPasswordRequest(link, Other)).Json();

        await Program(token.Token).When(Get("/api/contracts")).Refuses(401, "token-not-valid");
    }

    [Fact]
    public async Task Whoever_resets_a_sign_in_sees_the_tokens_and_keeps_what_they_name()
    {
        var (id, mail) = await server.Someone();
        var browser = await server.SignedIn(mail);
        var (kept, lost) = (await Issue(browser, "夜間の取込み"), await Issue(browser, "忘れたもの"));
        var officer = server.As(Role.CONTRACTOR_OFFICER);
        var person = $"/api/organisations/{FirstOrganisations.ContractorId}/people/{id}";

        (await officer.GetAsync($"{person}/tokens").Json()).AsArray().Count.ShouldBe(2);
        await server.As(Role.SECTION_HEAD).When(Get($"{person}/tokens")).Refuses(404, "not-found");
        var answer = await officer.Having(FirstOrganisations.ContractorId, id).When(new ResetSignInRequest([kept.Id])).Json();

        answer["tokens"]!["ended"]!.AsArray().Single()!["name"]!.GetValue<string>().ShouldBe("忘れたもの");
        await Program(kept.Token).GetAsync("/api/contracts").Json();
        await Program(lost.Token).When(Get("/api/contracts")).Refuses(401, "token-not-valid");
    }

    [Theory]
    [InlineData("re-authentication")]
    [InlineData("app")]
    [InlineData("passkey")]
    [InlineData("password")]
    public async Task A_new_proof_changes_the_key_and_the_old_one_opens_nothing(string what)
    {
        var (_, mail) = await server.Someone();
        using var signing = await server.Browser().When(new SignInWithPasswordRequest(mail, SignInServer.Password));
        var old = signing.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var mine = Holder(old);

        using var answer = what switch
        {
            "re-authentication" => await mine.When(new ReauthenticateRequest(SignInServer.Password)),
            "password" => await mine.When(new ChangePasswordRequest(SignInServer.Password, Other)),
            "passkey" => await AddPasskey(mine),
            _ => await SetUpApp(mine),
        };

        answer.IsSuccessStatusCode.ShouldBeTrue();
        var fresh = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        fresh.ShouldNotBe(old);
        await Holder(old).When(Get("/api/session")).Refuses(401, "sign-in-required");
        await Holder(old).When(Get("/api/contracts")).Refuses(401, "sign-in-required");
        await Holder(fresh).GetAsync("/api/session").Json();
    }

    [Fact]
    public async Task A_passkey_under_way_during_a_reset_is_not_kept()
    {
        var (id, mail) = await server.Someone();
        var browser = await server.SignedIn(mail);
        await using var reset = await Reset.Begin(server, id);

        var adding = AddPasskey(browser);
        await reset.IsWaitedFor();
        await reset.End();

        await adding.Refuses(422, "passkey-not-accepted");
        await using var scope = server.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<Passkeys>().Of(id, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_to_a_provider_under_way_during_a_reset_is_not_kept()
    {
        var (id, mail) = await server.Someone();
        await server.SignedIn(mail);
        var links = server.Services.GetRequiredService<ProviderAccounts>();
        var session = (await server.Services.GetRequiredService<Sessions>().Of(id, CancellationToken.None)).Single();
        await using var reset = await Reset.Begin(server, id);

        var linking = links.Link("office", $"{id}", session, CancellationToken.None);
        await reset.IsWaitedFor();
        await reset.End();

        (await linking).ShouldBeFalse();
        (await links.Of(id, CancellationToken.None)).ShouldBeEmpty();
    }

    /// <summary>A reset that has the account in its hands and has not ended the sessions yet.</summary>
    private sealed class Reset(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid personId) : IAsyncDisposable
    {
        public static async Task<Reset> Begin(SignInServer server, Guid personId)
        {
            var connection = await server.Database.OpenConnectionAsync();
            var reset = new Reset(connection, await connection.BeginTransactionAsync(), personId);
            await reset.Run($"SELECT FROM accounts WHERE person_id = '{personId}' FOR UPDATE");
            return reset;
        }

        public Task IsWaitedFor() => Wait.Until(
            async () => await Run("SELECT count(*) FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))") is > 0L, "somebody waits for the account");

        public async Task End()
        {
            await Run($"DELETE FROM sessions WHERE person_id = '{personId}'");
            await transaction.CommitAsync();
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();

        private async Task<object?> Run(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            return await command.ExecuteScalarAsync();
        }
    }

    private async Task<HttpResponseMessage> SetUpApp(HttpClient browser)
    {
        var secret = (await browser.When<BeginTotpEndpoint>().Json())["secret"]!.GetValue<string>();
        return await browser.When(new ConfirmTotpRequest(server.CodeOf(secret)));
    }

    private static async Task<HttpResponseMessage> AddPasskey(HttpClient browser)
    {
        using var authenticator = new SoftAuthenticator();
        var question = await browser.When<AskForNewPasskeyEndpoint>().Json();
        return await browser.When(Post("/api/account/passkeys", new { name = "社給端末", credential = authenticator.Create(question["options"]!), state = question["state"]!.GetValue<string>() }));
    }

    /// <summary>Whoever holds this cookie.</summary>
    private HttpClient Holder(string cookie)
    {
        var browser = server.CreateClient();
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return browser;
    }

    private HttpClient Program(string token)
    {
        var program = server.CreateAnonymousClient();
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return program;
    }

    private static async Task<(Guid Id, string Token)> Issue(HttpClient browser, string name)
    {
        var issued = await browser.When<IssueTokenEndpoint>(new IssueTokenRequest(name, ["read"], Day("2026-12-31"))).Json(HttpStatusCode.Created);
        return (issued["id"]!.GetValue<Guid>(), issued["token"]!.GetValue<string>());
    }
}
