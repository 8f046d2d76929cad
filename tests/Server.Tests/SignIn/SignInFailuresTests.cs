using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.SignIn;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.SignIn;

/// <summary>Failed sign-ins: where from, whose, for whom to see, and for how long.</summary>
public sealed class SignInFailuresTests(SignInServer server) : IClassFixture<SignInServer>
{
    private const string Address = "/api/sign-in-failures";

    [Fact]
    public async Task Administrators_see_whose_and_where_from_and_the_installations_also_accounts_that_are_none()
    {
        var (_, mail) = await server.Someone();
        await Fail(mail, "203.0.113.9");
        await Fail("nobody-at-all@example.jp", "2001:db8::7");

        var seen = (await server.As(Role.ADMINISTRATOR).GetAsync(Address).Json())["items"]!.AsArray();

        (seen[0]!["personName"], seen[0]!["address"]!.GetValue<string>(), seen[0]!["organisationNames"]!.AsArray().Count).ShouldBe((null, "2001:db8::7", 0));
        (seen[1]!["personName"]!.GetValue<string>(), seen[1]!["address"]!.GetValue<string>(), seen[1]!["code"]!.GetValue<string>()).ShouldBe(("情報　花子", "203.0.113.9", "sign-in-failed"));
        seen[1]!["organisationNames"]!.AsArray().ShouldHaveSingleItem();
        (await Audited()).ShouldBe(FirstOrganisations.ContractorId);
    }

    [Fact]
    public async Task Another_organisation_sees_only_its_own_and_who_is_no_administrator_nothing()
    {
        var (_, mail) = await server.Someone();
        await Fail(mail, "203.0.113.10");
        var firm = (await server.CreateClient().When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "別会社")).Written(System.Net.HttpStatusCode.Created)).Id;
        await server.People.RegisterEveryone(CancellationToken.None);

        (await server.As(StreamId.Person(firm, nameof(Role.ADMINISTRATOR))).GetAsync(Address).Json())["items"]!.AsArray().ShouldBeEmpty();
        await server.CreateClient().When(Get(Address)).Refuses(403, "not-permitted");
    }

    [Fact]
    public async Task They_come_in_pages_and_are_forgotten_after_ninety_days()
    {
        var (_, mail) = await server.Someone();
        var failures = server.Services.GetRequiredService<SignInFailures>();
        for (var i = 0; i < 60; i++)
        {
            await failures.Note(new Microsoft.AspNetCore.Http.DefaultHttpContext(), TestPeople.IdOf(Role.CONTRACTOR_STAFF), route: null, status: 401, "code-wrong");
        }

        var administrator = server.As(Role.ADMINISTRATOR);
        var first = await administrator.GetAsync(Address).Json();
        var second = await administrator.GetAsync($"{Address}?before={first["next"]}").Json();
        first["items"]!.AsArray().Count.ShouldBe(50);
        second["items"]!.AsArray().Count.ShouldBeGreaterThanOrEqualTo(10);
        second["items"]![0]!["id"]!.GetValue<long>().ShouldBeLessThan(first["items"]![49]!["id"]!.GetValue<long>());

        await Fail(mail, "203.0.113.11");
        server.Clock.Now += SignInFailures.Kept - TimeSpan.FromMinutes(1);
        await failures.Forget(CancellationToken.None);
        (await Count()).ShouldBeGreaterThan(0);
        server.Clock.Now += TimeSpan.FromMinutes(1);
        await failures.Forget(CancellationToken.None);
        (await Count()).ShouldBe(0);
    }

    private async Task Fail(string mail, string from)
    {
        var browser = server.Browser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", from);
        await browser.When(new SignInWithPasswordRequest(mail, "違う長い合言葉を入れる")).Refuses(401, "sign-in-failed");
    }

    private async Task<Guid> Audited()
    {
        await using var command = server.Database.CreateCommand("SELECT organisation_id FROM audit_events WHERE kind = 'SIGN_IN_FAILED' AND person_id IS NOT NULL ORDER BY id DESC LIMIT 1");
        return (Guid)(await command.ExecuteScalarAsync())!;
    }

    private async Task<long> Count()
    {
        await using var command = server.Database.CreateCommand("SELECT count(*) FROM sign_in_failures");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
