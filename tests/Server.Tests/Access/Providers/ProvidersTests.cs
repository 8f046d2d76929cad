using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn;
using SecurityTracker.Server.SignIn.Providers;

namespace SecurityTracker.ServerTests.Access.Providers;

/// <summary>Signing in, accepting an invitation, linking and proving again with a real OpenID provider.</summary>
[Collection(Shared.Providers)]
public sealed class ProvidersTests(ProviderServer server) : IAsyncLifetime
{
    public Task InitializeAsync() => server.Provider.Reset();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Someone_whose_account_is_linked_is_signed_in_and_goes_on_where_they_were()
    {
        using var visitor = new ProviderVisitor(server);

        (await visitor.SignIn("/contracts?stage=ACTIVE")).ShouldBe("/contracts?stage=ACTIVE");

        var session = await visitor.Get("/api/session").Json();
        session["person"]!["id"]!.GetValue<Guid>().ShouldBe(ProviderServer.Officer);
        session["method"]!.GetValue<string>().ShouldBe("OIDC");
    }

    [Fact]
    public async Task An_address_in_Japanese_goes_into_the_header_as_ASCII()
    {
        using var visitor = new ProviderVisitor(server);

        (await visitor.SignIn("/契約?q=電子")).ShouldBe("/%E5%A5%91%E7%B4%84?q=%E9%9B%BB%E5%AD%90");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Nobody_is_sent_to_another_site_afterwards(string to)
    {
        using var visitor = new ProviderVisitor(server);

        (await visitor.SignIn(to)).ShouldBe("/");
    }

    [Fact]
    public async Task Who_says_no_at_the_provider_is_told_so()
    {
        await server.Provider.Set(new { token = "denied" });
        using var visitor = new ProviderVisitor(server);

        (await visitor.SignIn()).ShouldBe("/sign-in?failure=provider-denied");
    }

    [Fact]
    public async Task Someone_whose_account_nobody_linked_is_told_what_to_do()
    {
        await server.Provider.Set(new { person = "a-stranger" });
        using var visitor = new ProviderVisitor(server);

        (await visitor.SignIn()).ShouldBe("/sign-in?failure=provider-account-unknown");
    }

    [Fact]
    public async Task An_answer_that_was_asked_for_by_another_browser_is_not_taken()
    {
        using var one = new ProviderVisitor(server);
        using var other = new ProviderVisitor(server);
        var answer = await one.AskProvider("/api/sign-in/providers/peer");

        (await other.Follow(answer)).ShouldBe("/sign-in?failure=provider-try-again");
    }

    [Fact]
    public async Task A_provider_without_a_second_factor_does_not_make_up_for_the_ministrys()
    {
        await server.Provider.Set(new { person = "person-2" });
        using var visitor = new ProviderVisitor(server);
        (await visitor.SignIn()).ShouldBe("/");
        (await visitor.Get("/api/session").Json())["next"]!.GetValue<string>().ShouldBe("ENROL_SECOND_FACTOR");

        await server.Provider.Set(new { methods = (string[])["pwd", "mfa"] });
        using var again = new ProviderVisitor(server);
        (await again.SignIn()).ShouldBe("/");
        (await again.Get("/api/session").Json())["next"]!.GetValue<string>().ShouldBe("DONE");
    }

    [Fact]
    public async Task An_invitation_is_accepted_without_a_password_and_once()
    {
        await server.Provider.Set(new { person = "invited" });
        await ProveNow();
        var token = await Invite("invited@example.jp");
        using var visitor = new ProviderVisitor(server);

        (await visitor.SignIn("/", token)).ShouldBe("/invitation/arrival");
        await visitor.Get("/api/session").Refuses(401, "sign-in-required");
        (await visitor.Get("/api/invitations/arrival").Json())["invitation"]!["mail"]!.GetValue<string>().ShouldBe("invited@example.jp");
        await visitor.Send(HttpMethod.Post, "/api/invitations/arrival/acceptance").Json();

        var session = await visitor.Get("/api/session").Json();
        session["person"]!["mail"]!.GetValue<string>().ShouldBe("invited@example.jp");
        session["acting"]!["role"]!.GetValue<string>().ShouldBe("CONTRACTOR_STAFF");
        await visitor.Send(HttpMethod.Delete, "/api/account/providers/peer").Refuses(409, "last-sign-in");
        using var second = new ProviderVisitor(server);
        (await second.SignIn("/", token)).ShouldBe("/sign-in?failure=link-not-valid");
        (await second.SignIn()).ShouldBe("/");
    }

    [Fact]
    public async Task An_invitation_of_someone_who_has_an_account_is_not_taken_by_another()
    {
        await Enrol("has-one@example.jp");
        await server.Provider.Set(new { person = "somebody-else" });
        var token = await Invite("has-one@example.jp");
        using var visitor = new ProviderVisitor(server);

        (await visitor.SignIn("/", token)).ShouldBe("/sign-in?failure=provider-linked-elsewhere");

        await visitor.Get("/api/session").Refuses(401, "sign-in-required");
        await visitor.Send(HttpMethod.Post, "/api/invitations/opening", new { token }).Json();
    }

    [Theory]
    [InlineData("somebody@example.jp", true, true)]
    [InlineData("SOMEBODY@example.jp", true, true)]
    [InlineData("another@example.jp", true, false)]
    [InlineData("another@example.jp", false, true)]
    public async Task A_provider_that_vouches_for_another_address_does_not_take_an_invitation(string mail, bool verified, bool taken)
    {
        var token = await Invite("somebody@example.jp");
        await server.Provider.Set(new { person = $"somebody-{mail}-{verified}", claims = new { email = mail, email_verified = verified, name = "別人　次郎" } });
        using var visitor = new ProviderVisitor(server);

        (await visitor.SignIn("/", token)).ShouldBe(taken ? "/invitation/arrival" : "/sign-in?failure=invitation-for-another");

        if (taken)
        {
            var shown = await visitor.Get("/api/invitations/arrival").Json();
            (shown["name"]!.GetValue<string>(), shown["mail"]!.GetValue<string>(), shown["mailVerified"]!.GetValue<bool>()).ShouldBe(("別人　次郎", mail, verified));
        }

        await visitor.Get("/api/session").Refuses(401, "sign-in-required");
        await visitor.Send(HttpMethod.Post, "/api/invitations/opening", new { token }).Json();
    }

    [Fact]
    public async Task Someone_known_here_does_not_get_what_was_meant_for_another()
    {
        var token = await Invite("meant-for-another@example.jp");
        using var visitor = new ProviderVisitor(server);

        (await visitor.SignIn("/", token)).ShouldBe("/sign-in?failure=invitation-for-another");
        await visitor.SignIn();
        (await visitor.SignIn("/", token)).ShouldBe("/sign-in?failure=invitation-for-another");
        await visitor.Send(HttpMethod.Post, "/api/invitations/arrival/acceptance").Refuses(404, "arrival-over");

        (await visitor.Get("/api/session").Json())["memberships"]!.AsArray().ShouldHaveSingleItem();
        (await server.Services.GetRequiredService<ProviderAccounts>().Of(ProviderServer.Officer, CancellationToken.None)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_is_refused_an_invitation_has_to_arrive_anew()
    {
        await server.Provider.Set(new { person = "too-late", claims = new { email = "too-late@example.jp", email_verified = true, name = "遅延　三郎" } });
        var token = await Invite("too-late@example.jp");
        using var visitor = new ProviderVisitor(server);
        (await visitor.SignIn("/", token)).ShouldBe("/invitation/arrival");
        var invitations = server.Services.GetRequiredService<Invitations>();
        await invitations.Withdraw((await invitations.Of(token, CancellationToken.None))!.Id, CancellationToken.None);

        await visitor.Send(HttpMethod.Post, "/api/invitations/arrival/acceptance").Refuses(404, "link-not-valid");

        await visitor.Send(HttpMethod.Post, "/api/invitations/arrival/acceptance").Refuses(404, "arrival-over");
    }

    [Fact]
    public async Task A_token_in_an_address_binds_nobody()
    {
        await server.Provider.Set(new { person = "lured" });
        var token = await Invite("lure@example.jp");
        using var visitor = new ProviderVisitor(server);

        (await visitor.Follow(await visitor.AskProvider($"/api/sign-in/providers/peer?invitation={token}"))).ShouldBe("/sign-in?failure=provider-account-unknown");

        await visitor.Get("/api/invitations/arrival").Refuses(404, "arrival-over");
    }

    [Fact]
    public async Task Of_two_browsers_that_arrive_with_one_invitation_one_gets_it()
    {
        var token = await Invite("two-at-once@example.jp");
        ProviderVisitor[] both = [new(server), new(server)];
        foreach (var (visitor, i) in both.Select((v, i) => (v, i)))
        {
            await server.Provider.Set(new { person = $"two-at-once-{i}" });
            (await visitor.SignIn("/", token)).ShouldBe("/invitation/arrival");
        }

        var answers = await Task.WhenAll(both.Select(visitor => visitor.Send(HttpMethod.Post, "/api/invitations/arrival/acceptance")));

        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        answers.Single(answer => !answer.IsSuccessStatusCode).StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Conflict);
        both.ToList().ForEach(visitor => visitor.Dispose());
    }

    [Fact]
    public async Task An_account_is_linked_used_and_unlinked()
    {
        var id = await Enrol("linking@example.jp");
        using var visitor = new ProviderVisitor(server);
        await visitor.Send(HttpMethod.Post, "/api/sign-in/password", new { mail = "linking@example.jp", password = SignIn.SignInServer.Password }).Json();
        await server.Provider.Set(new { person = "linking" });

        var started = await visitor.Send(HttpMethod.Post, "/api/account/providers/peer").Json();
        (await visitor.Follow(await visitor.Through(new(started["address"]!.GetValue<string>())))).ShouldBe("/account");

        (await visitor.Get("/api/account").Json())["providers"]![0]!["name"]!.GetValue<string>().ShouldBe("例示省");
        using var other = new ProviderVisitor(server);
        await other.SignIn();
        (await other.Get("/api/session").Json())["person"]!["id"]!.GetValue<Guid>().ShouldBe(id);
        (await visitor.Send(HttpMethod.Delete, "/api/account/providers/peer")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var late = new ProviderVisitor(server);
        (await late.SignIn()).ShouldBe("/sign-in?failure=provider-account-unknown");
    }

    [Fact]
    public async Task Nobody_links_an_account_that_is_another_persons()
    {
        await Enrol("greedy@example.jp");
        using var visitor = new ProviderVisitor(server);
        await visitor.Send(HttpMethod.Post, "/api/sign-in/password", new { mail = "greedy@example.jp", password = SignIn.SignInServer.Password }).Json();

        var started = await visitor.Send(HttpMethod.Post, "/api/account/providers/peer").Json();

        (await visitor.Follow(await visitor.Through(new(started["address"]!.GetValue<string>())))).ShouldBe("/account?failure=provider-linked-elsewhere");
        (await visitor.Get("/api/account").Json())["providers"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Coming_back_from_the_provider_proves_again_who_one_is()
    {
        using var visitor = new ProviderVisitor(server);
        await visitor.SignIn();
        server.Clock.Now += TimeSpan.FromMinutes(20);
        (await visitor.Get("/api/session").Json())["reauthenticatedUntil"].ShouldBeNull();

        await ProveNow();
        (await visitor.SignIn("/contracts")).ShouldBe("/contracts");

        (await visitor.Get("/api/session").Json())["reauthenticatedUntil"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Being_still_signed_in_at_the_provider_proves_nothing_now()
    {
        await server.Provider.Set(new { provedAgo = 3600 });
        using var visitor = new ProviderVisitor(server);

        await visitor.SignIn();
        (await visitor.Get("/api/session").Json())["reauthenticatedUntil"].ShouldBeNull();
        await visitor.SignIn();
        (await visitor.Get("/api/session").Json())["reauthenticatedUntil"].ShouldBeNull();

        await ProveNow();
        await visitor.SignIn();
        (await visitor.Get("/api/session").Json())["reauthenticatedUntil"].ShouldNotBeNull();
    }

    [Fact]
    public async Task An_unknown_provider_does_not_exist()
    {
        using var visitor = new ProviderVisitor(server);

        await visitor.Get("/api/sign-in/providers/elsewhere").Refuses(404, "not-found");
    }

    /// <summary>Whoever comes to the provider from now on proves it there and then, by the server's clock, which may have gone ahead.</summary>
    private Task ProveNow() => server.Provider.Set(new { provedAgo = (int)(TimeProvider.System.GetUtcNow() - server.Clock.Now).TotalSeconds - 1 });

    /// <summary>Invites someone as staff; answers the link's token.</summary>
    private async Task<string> Invite(string mail)
    {
        var (token, now) = (SessionKey.Fresh(), server.Clock.Now);
        await using var batch = server.Services.GetRequiredService<NpgsqlDataSource>().CreateBatch();
        batch.BatchCommands.Add(Invitations.Writing(
            new(Guid.NewGuid(), FirstOrganisations.ContractorId, SectionId: null, Role.CONTRACTOR_STAFF, mail, "招待　太郎", ProviderServer.Officer, now, now.AddDays(7), Sent: true),
            token));
        await batch.ExecuteNonQueryAsync();
        return token;
    }

    /// <summary>Someone with an account and a password.</summary>
    private async Task<Guid> Enrol(string mail)
    {
        var id = await server.Services.GetRequiredService<Enrolment>().Enrol(
            "情報　花子", mail, server.Services.GetRequiredService<Passwords>().Hash(SignIn.SignInServer.Password),
            [new(FirstOrganisations.ContractorId, SectionId: null, Role.CONTRACTOR_OFFICER)], CancellationToken.None);
        return id;
    }
}
