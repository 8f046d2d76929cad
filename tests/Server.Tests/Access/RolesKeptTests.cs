using System.Net;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Erasure;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Access;

/// <summary>An organisation is never left without those who look after it, whichever way they go and however many at once.</summary>
[Collection(Shared.Access)]
public sealed class RolesKeptTests(TestServer server)
{
    private const string Administrators = "ADMINISTRATOR";
    private static readonly DateOnly Since = new(2020, 4, 1);

    [Fact]
    public async Task The_last_administrator_does_not_go_by_anyones_hand()
    {
        var (firm, administrator) = await Firm(Role.ADMINISTRATOR);
        var officer = await Member(firm, Role.CONTRACTOR_OFFICER);

        await End(administrator, by: administrator).Refuses(409, "last-administrator");
        await End(officer, by: administrator).Written();
        (await Holds(administrator)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    [InlineData(1, false)]
    public async Task A_successor_counts_from_the_day_on_which_they_begin(int beginsAfterEnd, bool goes)
    {
        var (firm, administrator) = await Firm(Role.ADMINISTRATOR);
        var end = Today.AddDays(10);
        await Member(firm, Role.ADMINISTRATOR, from: end.AddDays(beginsAfterEnd));

        var ending = End(administrator, by: administrator, end);

        if (goes)
        {
            await ending.Written();
        }
        else
        {
            await ending.Refuses(409, "last-administrator");
        }
    }

    [Fact]
    public async Task A_successor_who_goes_as_well_does_not_count()
    {
        var (firm, first) = await Firm(Role.ADMINISTRATOR);
        var second = await Member(firm, Role.ADMINISTRATOR);
        await End(second, by: first, Today.AddDays(5)).Written();

        await End(first, by: first, Today.AddDays(3)).Refuses(409, "last-administrator");
        await End(first, by: first, Today.AddDays(9)).Refuses(409, "last-administrator");
    }

    [Fact]
    public async Task A_firm_without_administrators_keeps_somebody_who_can_invite()
    {
        var (firm, first) = await Firm(Role.CONTRACTOR_OFFICER);
        var second = await Member(firm, Role.CONTRACTOR_OFFICER);

        await End(second, by: first).Written();
        await End(first, by: first).Refuses(409, "last-to-manage-people");
    }

    [Fact]
    public async Task Of_two_administrators_who_end_each_other_at_once_one_stays()
    {
        for (var round = 0; round < 5; round++)
        {
            var (firm, first) = await Firm(Role.ADMINISTRATOR);
            var second = await Member(firm, Role.ADMINISTRATOR);

            await OneOf(End(first, by: second), End(second, by: first));

            (await Holds(first) || await Holds(second)).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Of_two_administrators_who_leave_or_are_erased_at_once_one_stays()
    {
        for (var round = 0; round < 5; round++)
        {
            var (firm, first) = await Firm(Role.ADMINISTRATOR);
            var second = await Member(firm, Role.ADMINISTRATOR);

            await OneOf(Erase(first, by: second), End(second, by: second));

            (await Holds(first) || await Holds(second)).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Two_administrators_are_not_erased_by_each_other()
    {
        var (firm, first) = await Firm(Role.ADMINISTRATOR);
        var second = await Member(firm, Role.ADMINISTRATOR);
        await SignIn(first, second);

        await OneOf(Erase(first, by: second), Erase(second, by: first));

        (await Holds(first) || await Holds(second)).ShouldBeTrue();
    }

    private DateOnly Today => Tokyo.Today(server.Clock);

    /// <summary>Exactly one of two is done, and the other is told why.</summary>
    private static async Task OneOf(params Task<HttpResponseMessage>[] both)
    {
        var answers = await Task.WhenAll(both);
        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        // The other had its own role taken meanwhile, or would have taken the last.
        answers.Single(answer => !answer.IsSuccessStatusCode).StatusCode.ShouldBeOneOf(HttpStatusCode.Conflict, HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized);
    }

    private async Task<(Guid Firm, Guid Person)> Firm(Role role)
    {
        var firm = (await server.CreateClient().When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, $"会社{Guid.NewGuid():N}")).Written(HttpStatusCode.Created)).Id;
        return (firm, await Member(firm, role));
    }

    private async Task<Guid> Member(Guid firm, Role role, DateOnly? from = null)
    {
        var (id, organisation) = (Guid.CreateVersion7(), await server.Store.OpenSession().Load<Organisation>(firm, CancellationToken.None));
        await server.People.Register(id, "情報　花子", mail: null, new GrantMembership(Guid.CreateVersion7(), firm, organisation!.Value, SectionId: null, role, from ?? Since));
        return id;
    }

    private async Task<Versioned<Person>> Person(Guid id) => (await server.Store.OpenSession().Load<Person>(id, CancellationToken.None))!;

    private async Task<bool> Holds(Guid id) => (await Person(id)).Value.ActingOn(Today).Any(m => m.Role.ToString() == Administrators);

    private async Task<HttpResponseMessage> End(Guid id, Guid by, DateOnly? on = null)
    {
        var person = await Person(id);
        return await server.As(by).Having(person).When(Delete($"/api/memberships/{person.Value.Memberships[0].Id}?on={on ?? Today:yyyy-MM-dd}"));
    }

    // Who is erased already cannot sign in any more.
    private async Task SignIn(params Guid[] people)
    {
        foreach (var person in people)
        {
            await server.As(person).GetAsync("/api/session").Json();
        }
    }

    private async Task<HttpResponseMessage> Erase(Guid id, Guid by) =>
        await server.As(by).Having(id).At((await Person(id)).Version).When(new ErasePersonRequest("退職"));
}
