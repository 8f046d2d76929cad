using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn;
using SecurityTracker.Server.SignIn.Providers;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.SignIn;

/// <summary>What can be taken once, and what must stay, with two who come at once.</summary>
[Collection(Shared.SignIn)]
public sealed class AtOnceTests(SignInServer server)
{
    private const string Other = "坂の下の黒い犬たちと走る";
    private const string Acceptance = "/api/invitations/acceptance";

    [Fact]
    public async Task One_of_two_who_open_an_account_with_one_invitation_gets_it()
    {
        var token = await Invite("both@example.jp", Role.CONTRACTOR_STAFF);

        var answers = await Both(() => server.Browser().When(new AcceptInvitationRequest(token, SignInServer.Password)));

        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        answers.Single(answer => !answer.IsSuccessStatusCode).StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Someone_with_an_account_gets_an_invitation_once()
    {
        var (id, mail) = await server.Someone();
        var token = await Invite(mail, Role.CONTRACTOR_STAFF);

        var answers = await Both(() => server.Browser().When(new AcceptInvitationRequest(token, SignInServer.Password)));

        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBeInRange(1, 2);
        (await server.Services.GetRequiredService<People>().Find(id, CancellationToken.None))!.Value.Memberships.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_refused_takes_no_invitation()
    {
        var token = await Invite("refused@example.jp", Role.CONTRACTOR_STAFF);
        var browser = server.Browser();

        await browser.When(Post(Acceptance, new { token, password = SignInServer.Password, name = new string('長', 101) })).Refuses(422, "text-too-long");
        await browser.When(new AcceptInvitationRequest(token, SignInServer.Password, "行\n替え")).Refuses(422, "text-not-printable");

        await browser.When(new AcceptInvitationRequest(token, SignInServer.Password)).Json();
    }

    [Fact]
    public async Task Whoever_leaves_before_the_second_factor_comes_back_by_the_same_link()
    {
        var token = await Invite("leaving@example.jp", Role.ADMINISTRATOR);
        (await server.Browser().When(new AcceptInvitationRequest(token, SignInServer.Password)).Json())["next"]!.GetValue<string>().ShouldBe("ENROL_SECOND_FACTOR");
        await server.Browser().When(new AcceptInvitationRequest(token, Other)).Refuses(401, "sign-in-failed");

        var browser = server.Browser();
        (await browser.When(new OpenInvitationRequest(token)).Json())["accountExists"]!.GetValue<bool>().ShouldBeTrue();
        (await browser.When(new AcceptInvitationRequest(token, SignInServer.Password)).Json())["next"]!.GetValue<string>().ShouldBe("ENROL_SECOND_FACTOR");
        await server.SetUpApp(browser);

        (await browser.GetAsync("/api/session").Json())["acting"]!["role"]!.GetValue<string>().ShouldBe("ADMINISTRATOR");
        await server.Browser().When(new OpenInvitationRequest(token)).Refuses(404, "link-not-valid");
    }

    [Fact]
    public async Task A_link_for_a_new_password_is_good_once()
    {
        var (id, mail) = await server.Someone();
        var token = SessionKey.Fresh();
        await using var batch = server.Database.CreateBatch();
        batch.BatchCommands.Add(PasswordResets.Opening(id, token, server.Clock.Now.AddHours(1)));
        await batch.ExecuteNonQueryAsync();
        string[] passwords = [Other, "池のほとりの三羽の白鳥"];

        var answers = await Task.WhenAll(passwords.Select(password => server.Browser().When(new ResetPasswordRequest(token, password))));

        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        var set = passwords[answers[0].IsSuccessStatusCode ? 0 : 1];
        await server.Browser().When(new SignInWithPasswordRequest(mail, set)).Json();
    }

    [Fact]
    public async Task Two_askings_make_one_link()
    {
        var (id, _) = await server.Someone();

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Ask(id)));

        made.Count(one => one).ShouldBe(1);
    }

    private async Task<bool> Ask(Guid personId)
    {
        var session = server.Store.OpenSession();
        session.QueueSql(Accounts.Holding(personId));
        session.QueueSql(PasswordResets.Asking(personId, SessionKey.Fresh(), server.Clock.Now.AddHours(1)));
        try
        {
            await session.SaveChanges(CancellationToken.None);
            return true;
        }
        catch (ConstraintViolatedException e) when (e.ConstraintName == PasswordResets.Recent)
        {
            return false;
        }
    }

    [Fact]
    public async Task The_last_two_ways_to_sign_in_are_not_removed_at_once()
    {
        var (id, mail) = await server.Someone();
        var links = server.Services.GetRequiredService<ProviderAccounts>();
        var (first, second) = (await server.SignedIn(mail), await server.SignedIn(mail));
        await Sql($"UPDATE accounts SET password_hash = NULL WHERE person_id = '{id}'");
        await server.Linked("one", $"{id}", id);
        await server.Linked("other", $"{id}", id);
        var accounts = server.Services.GetRequiredService<Accounts>();

        var removals = await Task.WhenAll(new[] { "one", "other" }.Select(provider => Refused(
            accounts.RemoveWayIn(id, ProviderAccounts.Unlinking(provider, id), secondFactor: false, CancellationToken.None))));

        removals.Count(refused => refused).ShouldBe(1);
        (await links.Of(id, CancellationToken.None)).ShouldHaveSingleItem();
        (first, second).ShouldNotBe((null!, null!));
    }

    [Fact]
    public async Task The_last_second_factor_is_not_removed_by_two_at_once()
    {
        var (id, mail) = await server.Someone();
        await server.SetUpApp(await server.SignedIn(mail));
        await Sql($"""
            INSERT INTO passkeys (id, person_id, credential_id, name, public_key, sign_count, transports, user_verified, backup_eligible, backed_up, created_at)
            VALUES ('{id}', '{id}', decode(replace('{id}', '-', ''), 'hex'), 'key', ''::bytea, 0, ARRAY[]::text[], true, false, false, now())
            """);
        var accounts = server.Services.GetRequiredService<Accounts>();

        var removals = await Task.WhenAll(
            Refused(accounts.RemoveWayIn(id, Passkeys.Removing(id, id), secondFactor: true, CancellationToken.None)),
            Refused(accounts.RemoveWayIn(id, Accounts.RemovingTotp(id), secondFactor: true, CancellationToken.None)));

        removals.Count(refused => refused).ShouldBe(1);
        (await accounts.Of(id, CancellationToken.None))!.Factors.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Recovery_codes_renewed_twice_at_once_are_ten()
    {
        var (id, mail) = await server.Someone();
        var browser = await server.SignedIn(mail);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => browser.When<RenewRecoveryCodesEndpoint>()));

        (await server.Services.GetRequiredService<Accounts>().Of(id, CancellationToken.None))!.RecoveryCodes.ShouldBe(RecoveryCodes.Count);
    }

    [Fact]
    public async Task A_token_that_is_made_while_the_sign_in_is_reset_does_not_outlive_it()
    {
        for (var round = 0; round < 5; round++)
        {
            var (id, mail) = await server.Someone();
            var browser = await server.SignedIn(mail);
            var officer = server.As(Role.CONTRACTOR_OFFICER);
            await officer.GetAsync("/api/session").Json();

            await Task.WhenAll(
                browser.When<IssueTokenEndpoint>(new IssueTokenRequest("隙間", ["read"], Day("2026-12-31"))),
                officer.Having(FirstOrganisations.ContractorId, id).When(new ResetSignInRequest()));

            (await server.Services.GetRequiredService<Tokens>().Of(id, CancellationToken.None)).ShouldBeEmpty();
        }
    }

    private static async Task<bool> Refused(Task removing)
    {
        try
        {
            await removing;
            return false;
        }
        catch (ConstraintViolatedException)
        {
            return true;
        }
    }

    private static Task<HttpResponseMessage[]> Both(Func<Task<HttpResponseMessage>> ask) => Task.WhenAll(ask(), ask());

    private async Task Sql(string text)
    {
        await using var command = server.Database.CreateCommand(text);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Invites someone; answers the link's token.</summary>
    private async Task<string> Invite(string mail, Role role)
    {
        var (token, now) = (SessionKey.Fresh(), server.Clock.Now);
        await using var batch = server.Database.CreateBatch();
        batch.BatchCommands.Add(Invitations.Writing(
            new(Guid.NewGuid(), FirstOrganisations.ContractorId, SectionId: null, role, mail, "招待　太郎", TestPeople.IdOf(Role.ADMINISTRATOR), now, now.AddDays(7), Sent: true), token));
        await batch.ExecuteNonQueryAsync();
        return token;
    }
}
