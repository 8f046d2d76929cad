using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn;
using SecurityTracker.ServerTests.AuthorityActs;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.SignIn;

/// <summary>Whether a session stands is asked at every request: what changed since the last one, on whichever server, holds.</summary>
[Collection(Shared.SignIn)]
public sealed class SessionsAtEachRequestTests(SignInServer server)
{
    [Fact]
    public async Task A_session_that_was_revoked_elsewhere_reads_nothing_more()
    {
        var (_, mail) = await server.Someone();
        var (here, there) = (await server.SignedIn(mail), await server.SignedIn(mail));
        var contract = await Opened(there);

        (await here.When<RevokeOtherDevicesEndpoint>()).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await there.When(Get(contract)).Refuses(401, "sign-in-required");
        await here.GetAsync(contract).Json();
    }

    [Fact]
    public async Task A_session_that_nobody_used_for_hours_reads_nothing_more_and_one_in_use_does()
    {
        var (_, mail) = await server.Someone();
        var (idle, busy) = (await server.SignedIn(mail), await server.SignedIn(mail));
        var contract = await Opened(idle);
        for (var hours = 0; hours < 10; hours += 5)
        {
            server.Clock.Now += TimeSpan.FromHours(5);
            await busy.GetAsync(contract).Json();
        }

        await idle.When(Get(contract)).Refuses(401, "sign-in-required");
    }

    [Fact]
    public async Task Who_acts_as_another_since_reads_what_that_one_sees()
    {
        const string mail = "two-roles@example.jp";
        await server.Services.GetRequiredService<Enrolment>().Enrol(
            "情報　花子", mail, server.Services.GetRequiredService<Passwords>().Hash(SignInServer.Password),
            [new(FirstOrganisations.ContractorId, SectionId: null, Role.CONTRACTOR_OFFICER), new(FirstOrganisations.ContractorId, SectionId: null, Role.CONTRACTOR_STAFF)], CancellationToken.None);
        var browser = await server.SignedIn(mail);
        var contract = await Opened(browser);
        var memberships = (await browser.GetAsync("/api/session").Json())["memberships"]!.AsArray();
        Guid As(Role role) => memberships.Single(m => m.Text("role") == role.ToString())!["id"]!.GetValue<Guid>();

        await browser.When(new ActAsRequest(As(Role.CONTRACTOR_STAFF))).Json();
        await browser.When(Get(contract)).Refuses(404, "not-found");

        await browser.When(new ActAsRequest(As(Role.CONTRACTOR_OFFICER))).Json();
        await browser.GetAsync(contract).Json();
    }

    /// <summary>A contract that the browser has opened already, so that this server has met its session.</summary>
    private static async Task<string> Opened(HttpClient browser)
    {
        var contract = $"/api/contracts/{(await browser.Register()).Id}";
        await browser.GetAsync(contract).Json();
        return contract;
    }
}
