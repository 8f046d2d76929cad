using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.ServerTests.Mail;

/// <summary>Mails that people cause are few: by sender, by organisation, to each recipient, also when they are caused at once.</summary>
public sealed class MailLimitsTests(MailLimitsTests.Frugal server) : IClassFixture<MailLimitsTests.Frugal>
{
    private static string Invitations => $"/api/organisations/{FirstOrganisations.ContractorId}/invitations";

    [Fact]
    public async Task By_sender_by_organisation_and_to_each_recipient()
    {
        server.Clock.Now += TimeSpan.FromDays(2);
        var (first, second, third) = (await Officer(), await Officer(), await Officer());
        var before = await Open();

        await Invite(first, "one@example.jp").Json(HttpStatusCode.Created);
        await Invite(first, "one@example.jp").Json(HttpStatusCode.Created);
        await Invite(second, "ＯＮＥ@example.jp".Replace("ＯＮＥ", "ONE", StringComparison.Ordinal)).Refuses(429, "too-many-mails-to-recipient");
        await Invite(first, "two@example.jp").Json(HttpStatusCode.Created);
        await Invite(first, "three@example.jp").Refuses(429, "too-many-mails-by-sender");
        await Invite(second, "three@example.jp").Json(HttpStatusCode.Created);
        await Invite(third, "four@example.jp").Json(HttpStatusCode.Created);
        await Invite(third, "five@example.jp").Refuses(429, "too-many-mails-by-organisation");

        (await Open() - before).ShouldBe(5);
        server.Clock.Now += TimeSpan.FromHours(25);
        await Invite(first, "one@example.jp").Json(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Withdrawing_makes_no_room_and_many_at_once_are_many()
    {
        server.Clock.Now += TimeSpan.FromDays(2);
        var officer = await Officer();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Invite(officer, $"at-once-{i}@example.jp")));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(3);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ShouldBe(5);
        foreach (var invitation in (await officer.GetAsync(Invitations).Json()).AsArray())
        {
            await officer.Having(invitation!["id"]!).When<WithdrawInvitationEndpoint>();
        }

        await Invite(officer, "once-more@example.jp").Refuses(429, "too-many-mails-by-sender");
    }

    [Fact]
    public async Task What_is_counted_is_forgotten_and_holds_no_address()
    {
        server.Clock.Now += TimeSpan.FromDays(2);
        await Invite(await Officer(), "remembered@example.jp").Json(HttpStatusCode.Created);
        (await Count("SELECT count(*) FROM mails_sent m WHERE m::text LIKE '%remembered%'")).ShouldBe(0);
        server.Clock.Now += TimeSpan.FromHours(25);

        await server.Services.GetRequiredService<MailLimits>().Forget(CancellationToken.None);

        (await Count("SELECT count(*) FROM mails_sent")).ShouldBe(0);
    }

    [Theory]
    [InlineData("https://evil.example", "name-holds-address")]
    [InlineData("ｅｖｉｌ．ｃｏｍ", "name-holds-address")]
    [InlineData("太郎\u202E", "name-holds-hidden")]
    public async Task No_name_that_goes_into_a_mail_holds_an_address(string name, string code)
    {
        var officer = server.As(Role.CONTRACTOR_OFFICER);

        await officer.When(Post(Invitations, new { mail = "x@example.jp", name, role = nameof(Role.CONTRACTOR_STAFF) })).Refuses(422, code);
        await officer.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, name)).Refuses(422, code);
        await officer.When(new RegisterOrganisationRequest(OrganisationKind.MINISTRY_OFFICE, "局", Sections: [new NewSection(name)])).Refuses(422, code);
        await officer.When(new RenameMyselfRequest(name)).Refuses(422, code);
        await server.As(Role.SECTION_HEAD).Having(FirstOrganisations.OfficeId).At(1).When(new RenameOrganisationRequest(name)).Refuses(422, code);
    }

    private async Task<HttpClient> Officer()
    {
        var (id, organisation) = (Guid.CreateVersion7(), await server.Store.OpenSession().Load<Organisation>(FirstOrganisations.ContractorId, CancellationToken.None));
        await server.People.Register(
            id, "情報　花子", mail: null, new GrantMembership(Guid.CreateVersion7(), FirstOrganisations.ContractorId, organisation!.Value, SectionId: null, Role.CONTRACTOR_OFFICER, new(2020, 4, 1)));
        return server.As(id);
    }

    private static Task<HttpResponseMessage> Invite(HttpClient officer, string mail) =>
        officer.When(Post(Invitations, new { mail, name = "招待　太郎", role = nameof(Role.CONTRACTOR_STAFF) }));

    private Task<long> Open() => Count("SELECT count(*) FROM invitations");

    private async Task<long> Count(string sql)
    {
        await using var command = server.Database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>A server that lets few mails out.</summary>
    public sealed class Frugal : TestServer
    {
        protected override void Configure(IWebHostBuilder host)
        {
            host.UseSetting("MailLimits:PerSender", "3");
            host.UseSetting("MailLimits:PerOrganisation", "5");
            host.UseSetting("MailLimits:PerRecipient", "2");
        }
    }
}
