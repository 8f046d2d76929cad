using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.ServerTests.SignIn;

/// <summary>What goes by mail link: invitations, passwords, and a beginning anew. The mail is taken by the real mail server of development.</summary>
[Collection(Shared.SignIn)]
public sealed partial class LettersTests(SignInServer server)
{
    private const string Other = "坂の下の黒い犬たちと走る";
    private const string Acceptance = "/api/invitations/acceptance";
    private const string Completion = "/api/password-resets/completion";

    private HttpClient Officer => server.As(Role.CONTRACTOR_OFFICER);

    [Fact]
    public async Task An_invitation_by_mail_is_accepted_once()
    {
        var token = await Invite("by-mail@example.jp");
        var offer = await server.Browser().When(new OpenInvitationRequest(token)).Json();
        offer["accountExists"]!.GetValue<bool>().ShouldBeFalse();
        offer["role"]!.GetValue<string>().ShouldBe("CONTRACTOR_STAFF");

        var browser = server.Browser();
        await browser.When(new AcceptInvitationRequest(token, "password1234")).Refuses(422, "password-common");
        await browser.When(new AcceptInvitationRequest(token, SignInServer.Password)).Json();

        (await browser.GetAsync("/api/session").Json())["acting"]!["role"]!.GetValue<string>().ShouldBe("CONTRACTOR_STAFF");
        await server.Browser().When(new AcceptInvitationRequest(token, SignInServer.Password)).Refuses(404, "link-not-valid");
    }

    [Fact]
    public async Task An_invitation_expires_and_can_be_withdrawn()
    {
        var token = await Invite("too-late@example.jp");
        var withdrawn = await Invite("withdrawn@example.jp");
        var open = (await Officer.GetAsync(Invitations).Json()).AsArray();
        var id = open.Single(i => i!["mail"]!.GetValue<string>() == "withdrawn@example.jp")!["id"];

        (await Officer.Having(id!).When<WithdrawInvitationEndpoint>()).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await server.Browser().When(new OpenInvitationRequest(withdrawn)).Refuses(404, "link-not-valid");

        server.Clock.Now += TimeSpan.FromDays(8);
        await server.Browser().When(new OpenInvitationRequest(token)).Refuses(404, "link-not-valid");
    }

    [Fact]
    public async Task Someone_with_an_account_takes_a_second_part_with_the_password_or_as_who_is_signed_in()
    {
        var (_, mail) = await server.Someone();
        var token = await Invite(mail);
                await server.Browser().When(new AcceptInvitationRequest(token, Other)).Refuses(401, "sign-in-failed");
        var (_, somebodyElse) = await server.Someone();
        var another = await server.SignedIn(somebodyElse);
        (await another.When(new OpenInvitationRequest(token)).Json())["signedInAs"]!.GetValue<string>().ShouldBe(somebodyElse);
        await another.When(new AcceptInvitationRequest(token, SignInServer.Password)).Refuses(409, "signed-in-as-another");
        await another.When(new AcceptInvitationRequest(token, LeaveSession: true)).Refuses(401, "sign-in-failed");
        (await another.GetAsync("/api/session").Json())["person"]!["mail"]!.GetValue<string>().ShouldBe(somebodyElse);

        var browser = await server.SignedIn(mail);
        await browser.When(new AcceptInvitationRequest(token)).Json();

        (await browser.GetAsync("/api/session").Json())["memberships"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_forgotten_password_is_set_anew_once_and_ends_every_session()
    {
        var (_, mail) = await server.Someone();
        var before = await server.SignedIn(mail);
        (await server.Browser().When(new AskForPasswordResetRequest(mail))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var token = await TokenTo(mail, "password-reset");

        await server.Browser().When(new ResetPasswordRequest(token, "みじかい")).Refuses(422, "password-too-short");
        await server.Browser().When(new ResetPasswordRequest(token, Other)).Json();

        await server.Browser().When(new ResetPasswordRequest(token, Other)).Refuses(404, "link-not-valid");
        await before.When(Get("/api/session")).Refuses(401, "sign-in-required");
        await server.Browser().When(new SignInWithPasswordRequest(mail, SignInServer.Password)).Refuses(401, "sign-in-failed");
        await server.Browser().When(new SignInWithPasswordRequest(mail, Other)).Json();
    }

    [Fact]
    public async Task The_answer_comes_before_an_account_is_looked_for()
    {
        var (_, mail) = await server.Someone();
        await using var database = await server.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using (var held = await database.BeginTransactionAsync())
        {
            await using var closed = new NpgsqlCommand("LOCK TABLE accounts IN ACCESS EXCLUSIVE MODE", database, held);
            await closed.ExecuteNonQueryAsync();

            (await server.Browser().When(new AskForPasswordResetRequest(mail))).StatusCode.ShouldBe(HttpStatusCode.Accepted);

            Development.Mails.ShouldNotContain(m => m.Recipients.Contains(mail));
        }

        (await TokenTo(mail, "password-reset")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Nobody_fills_anothers_mailbox_and_a_changed_password_ends_the_link()
    {
        var (_, mail) = await server.Someone();
        var browser = await server.SignedIn(mail);
        await server.Browser().When(new AskForPasswordResetRequest(mail));
        var token = await TokenTo(mail, "password-reset");
        await server.Browser().When(new AskForPasswordResetRequest(mail));
        await browser.When(new ChangePasswordRequest(SignInServer.Password, Other)).Json();

        await server.Browser().When(new ResetPasswordRequest(token, SignInServer.Password)).Refuses(404, "link-not-valid");
        await server.Browser().When(new AskForPasswordResetRequest(mail));
        await Wait.Until(() => Development.Mails.Count(m => m.Recipients.Contains(mail)) >= 2, "the mail after the change");
        Development.Mails.Count(m => m.Recipients.Contains(mail)).ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_comes_in_by_the_word_of_someone_who_has_left()
    {
        var (id, mail) = await server.Someone();
        var leaving = await server.SignedIn(mail);
        await leaving.When(Post(Invitations, new { mail = "friend@example.jp", name = "友", role = nameof(Role.CONTRACTOR_STAFF) })).Json(HttpStatusCode.Created);
        var token = await TokenTo("friend@example.jp", "invitation");
        var person = (await server.Services.GetRequiredService<People>().Find(id, CancellationToken.None))!;

        await Officer.Having(person.Value.Memberships[0].Id).At(person.Version).When<EndMembershipEndpoint>().Written();

        await server.Browser().When(new OpenInvitationRequest(token)).Refuses(404, "link-not-valid");
    }

    [Fact]
    public async Task A_mailed_link_does_not_stand_in_for_the_second_factor()
    {
        var (_, mail) = await server.Someone();
        await server.SetUpApp(await server.SignedIn(mail));
        await server.Browser().When(new AskForPasswordResetRequest(mail));
        await server.Browser().When(new ResetPasswordRequest(await TokenTo(mail, "password-reset"), Other));

        (await server.Browser().When(new SignInWithPasswordRequest(mail, Other)).Json())["next"]!.GetValue<string>().ShouldBe("SECOND_FACTOR");
    }

    [Fact]
    public async Task Whether_there_is_an_account_is_not_told()
    {
        using var answer = await server.Browser().When(new AskForPasswordResetRequest("nobody-at-all@example.jp"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        Development.Mails.ShouldNotContain(m => m.Recipients.Contains("nobody-at-all@example.jp"));
    }

    [Fact]
    public async Task Someone_who_lost_everything_begins_anew_by_the_organisations_word()
    {
        var (id, mail) = await server.Someone();
        var before = await server.SignedIn(mail);
        await server.SetUpApp(before);
        var reset = await Officer.Having(FirstOrganisations.ContractorId, id).When(new ResetSignInRequest()).Json();
        reset["sent"]!.GetValue<bool>().ShouldBeTrue();
        reset["link"].ShouldBeNull();

        await before.When(Get("/api/session")).Refuses(401, "sign-in-required");
        await server.Browser().When(new SignInWithPasswordRequest(mail, SignInServer.Password)).Refuses(401, "sign-in-failed");
        await server.Browser().When(new ResetPasswordRequest(await TokenTo(mail, "password-reset"), Other)).Json();
        (await server.Browser().When(new SignInWithPasswordRequest(mail, Other)).Json())["next"]!.GetValue<string>().ShouldBe("DONE");
    }

    [Fact]
    public async Task Nobody_resets_oneself_a_stranger_or_someone_of_another_role()
    {
        var (officer, _) = await server.Someone();
        var (administrator, _) = await server.Someone(Role.ADMINISTRATOR);
        var people = $"/api/organisations/{FirstOrganisations.ContractorId}/people";

        await server.As(officer).Having(FirstOrganisations.ContractorId, officer).When(new ResetSignInRequest()).Refuses(409, "own-account");
        await Officer.Having(FirstOrganisations.ContractorId, administrator).When(new ResetSignInRequest()).Refuses(422, "role-not-yours-to-give");
        await Officer.Having(FirstOrganisations.ContractorId, TestPeople.IdOf(Role.SECTION_HEAD)).When(new ResetSignInRequest()).Refuses(404, "not-found");
        await server.As(Role.SECTION_HEAD).Having(FirstOrganisations.ContractorId, officer).When(new ResetSignInRequest()).Refuses(404, "not-found");
        await Officer.Having(FirstOrganisations.ContractorId, TestPeople.IdOf(Role.CONTRACTOR_STAFF)).When(new ResetSignInRequest()).Refuses(409, "no-account");
    }

    private static string Invitations => $"/api/organisations/{FirstOrganisations.ContractorId}/invitations";

    private DevelopmentMail Development => server.Services.GetRequiredService<DevelopmentMail>();

    private async Task<string> Invite(string mail)
    {
        var answer = await Officer.When(Post(Invitations, new { mail, name = "招待　太郎", role = nameof(Role.CONTRACTOR_STAFF) })).Json(HttpStatusCode.Created);
        answer["sent"]!.GetValue<bool>().ShouldBeTrue();
        answer["link"].ShouldBeNull();
        return await TokenTo(mail, "invitation");
    }

    /// <summary>The token in the mail to an address. A forgotten password's mail goes out behind the answer, so this waits until it is there.</summary>
    private async Task<string> TokenTo(string mail, string page)
    {
        ReceivedMail? Find() => Development.Mails.FirstOrDefault(m => m.Recipients.Contains(mail) && m.Reading.Text.Contains($"/{page}#", StringComparison.Ordinal));
        await Wait.Until(() => Find() is not null, $"a mail to {mail}");
        return LinkPattern().Match(Find()!.Reading.Text).Value;
    }

    [GeneratedRegex(@"(?<=#)\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkPattern();
}
