using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Organisations;
using SecurityTracker.ServerTests.AuthorityActs;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.Access;

/// <summary>A 課室 at work: who decides, who stands in, who sees a decision a second time, who takes over.</summary>
public sealed class SectionsTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly DateOnly Since = new(2020, 4, 1);
    private static readonly string OfOffice = $"/api/organisations/{FirstOrganisations.OfficeId}";
    private static readonly string OfSection = $"{OfOffice}/sections/{FirstOrganisations.SectionId}";

    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient head = server.As(Role.SECTION_HEAD);

    [Fact]
    public async Task A_delegate_decides_in_its_time_and_in_no_other()
    {
        var (inCharge, delegated) = (await Officer("担当　一郎"), await Officer("代理　二郎"));
        var contract = await contractor.Register();
        await Name(contract, ("PRIMARY", inCharge));
        await head.Having(seen: await OfficeVersion()).When(Post($"{OfSection}/delegations", new { toPersonId = delegated, from = "2026-11-23", until = "2026-11-24" })).Written();
        var act = await contractor.Ask(contract.Id);

        foreach (var day in new[] { "2026-11-22", "2026-11-25" })
        {
            await server.Clock.On(day, async () =>
            {
                var theirs = server.As(delegated);
                await theirs.OpenAct(act.Id, act.Version);
                await theirs.Having(act).When(new DecideActRequest(ActOutcome.GRANTED)).Refuses(409, "decision-not-yours");
            });
        }

        await server.Clock.On("2026-11-24", async () => await server.As(delegated).Grant(act.Id, act.Version));
        (await contractor.ActAt(act.Id))["summary"].Text("state").ShouldBe("GRANTED");
        var id = (await head.GetAsync($"{OfOffice}/people").Json())["sections"]![0]!["delegations"]!.AsArray().Single(d => d!["toPersonId"]!.GetValue<Guid>() == delegated)!["id"];
        await head.Having(seen: await OfficeVersion()).When(Delete($"{OfSection}/delegations/{id}")).Written();
    }

    [Fact]
    public async Task Where_two_are_wanted_a_decision_waits_for_the_second()
    {
        var (one, other) = (server.As(await Officer("起案　一郎")), server.As(await Officer("確認　二郎")));
        await head.Having(seen: await OfficeVersion()).When(Put($"{OfSection}/review-rules", new { secondPairOfEyes = new[] { "PERMIT" } })).Written();
        try
        {
            var act = await contractor.Ask((await contractor.Register()).Id);
            await one.OpenAct(act.Id, act.Version);
            (await one.Having(act).When(new DecideActRequest(ActOutcome.GRANTED)).Json())["drafted"]!.GetValue<bool>().ShouldBeTrue();

            var waiting = await contractor.ActAt(act.Id);
            (waiting["summary"].Text("state"), waiting["version"]!.GetValue<long>(), waiting["draft"]).ShouldBe(("REQUESTED", act.Version, null));
            var draft = (await other.ActAt(act.Id))["draft"]!;
            await one.Having(draft["id"]!).At(draft["version"]!.GetValue<long>()).When<ConfirmDecisionDraftEndpoint>().Refuses(409, "same-person");
            await other.OpenAct(act.Id, act.Version);
            await other.Having(draft["id"]!).At(draft["version"]!.GetValue<long>()).When<ConfirmDecisionDraftEndpoint>().Json();
            (await contractor.ActAt(act.Id))["summary"].Text("state").ShouldBe("GRANTED");
        }
        finally
        {
            await head.Having(seen: await OfficeVersion()).When(Put($"{OfSection}/review-rules", new { secondPairOfEyes = Array.Empty<string>() })).Written();
        }
    }

    [Fact]
    public async Task A_decision_that_waits_for_the_second_is_taken_back()
    {
        var one = server.As(await Officer("起案　三郎"));
        await head.Having(seen: await OfficeVersion()).When(Put($"{OfSection}/review-rules", new { secondPairOfEyes = new[] { "PERMIT" } })).Written();
        try
        {
            var act = await contractor.Ask((await contractor.Register()).Id);
            await one.OpenAct(act.Id, act.Version);
            await one.Having(act).When(new DecideActRequest(ActOutcome.GRANTED)).Json();
            var draft = (await one.ActAt(act.Id))["draft"]!;
            var (id, version) = (draft["id"]!.GetValue<Guid>(), draft["version"]!.GetValue<long>());
            await contractor.Having(id).At(version).When<DiscardDecisionDraftEndpoint>().Refuses(403, "not-permitted");

            await one.Having(id).At(version).When<DiscardDecisionDraftEndpoint>().Written();

            var after = await one.ActAt(act.Id);
            (after["summary"].Text("state"), after["version"]!.GetValue<long>(), after["draft"]).ShouldBe(("REQUESTED", act.Version, null));
            await head.OpenAct(act.Id, act.Version);
            await head.Having(id).At(version + 1).When<ConfirmDecisionDraftEndpoint>().Refuses(409, "draft-missing");
        }
        finally
        {
            await head.Having(seen: await OfficeVersion()).When(Put($"{OfSection}/review-rules", new { secondPairOfEyes = Array.Empty<string>() })).Written();
        }
    }

    [Fact]
    public async Task The_shared_address_of_a_section_is_changed_by_its_head_and_taken_away_again()
    {
        async Task<string?> Mail() => (string?)(await head.GetAsync($"{OfOffice}/people").Json())["sections"]!.AsArray().Single(section => section!["id"]!.GetValue<Guid>() == FirstOrganisations.SectionId)!["mail"];
        await contractor.Having(seen: await OfficeVersion()).When(Put($"{OfSection}/mail", new { mail = "x@example.go.jp" })).Refuses(403, "not-permitted");
        await head.Having(seen: await OfficeVersion()).When(Put($"{OfSection}/mail", new { mail = "not an address" })).Refuses(422, "mail-wrong");

        await head.Having(seen: await OfficeVersion()).When(Put($"{OfSection}/mail", new { mail = "kyoten@example.go.jp" })).Written();
        (await Mail()).ShouldBe("kyoten@example.go.jp");

        await head.Having(seen: await OfficeVersion()).When(Put($"{OfSection}/mail", new { mail = (string?)null })).Written();
        (await Mail()).ShouldBeNull();
    }

    [Fact]
    public async Task What_waits_passes_to_the_successor_and_what_was_done_stays_with_who_did_it()
    {
        var (before, after) = (await Officer("前任　太郎", "zennin@example.go.jp"), await Officer("後任　花子", "konin@example.go.jp"));
        var contract = await contractor.Register();
        await head.Having(contract).When(new ChangeOfficersRequest([new OfficerRequest(OfficerPost.PRIMARY, "前任　太郎", "zennin@example.go.jp", PersonId: before)], Day("2026-07-10"))).Written();
        var done = await contractor.Ask(contract.Id);
        await server.As(before).Grant(done.Id, done.Version);
        var open = await contractor.Ask(contract.Id);
        (await Inbox(before)).ShouldContain(open.Id);
        (await Inbox(after)).ShouldNotContain(open.Id);
        (await Cc(open.Id)).ShouldBe(["zennin@example.go.jp"]);

        // The id of a thing of another kind is nobody's.
        foreach (var thing in new[] { contract.Id, open.Id, FirstOrganisations.OfficeId })
        {
            await head.Having(FirstOrganisations.SectionId).When(new SucceedOfficerRequest(thing, after, Day("2026-12-01"), EndMembership: true)).Refuses(422, "officer-unknown");
        }

        await head.Having(FirstOrganisations.SectionId).When(new SucceedOfficerRequest(before, after, Day("2026-12-01"), EndMembership: true)).Json();

        await server.Clock.On("2026-11-30", async () => (await Cc(open.Id)).ShouldBe(["zennin@example.go.jp"]));
        await server.Clock.On("2026-12-01", async () =>
        {
            (await Inbox(after)).ShouldContain(open.Id);
            (await Cc(open.Id)).ShouldBe(["konin@example.go.jp"]);
            await server.As(after).Grant(open.Id, open.Version);
        });
        var kept = (await contractor.ActAt(done.Id))["decision"]!;
        kept["by"].Text("name").ShouldBe("前任　太郎");
        (kept["by"].Text("organisationName"), kept.Text("actAt")[..10]).ShouldBe(((await Organisation(FirstOrganisations.OfficeId)).Name, "2026-11-20"));
        var by = (await contractor.ActAt(open.Id))["decision"]!["by"];
        (by.Text("name"), by.Text("organisationName"), by.Text("sectionName")).ShouldBe(("後任　花子", "経済産業省", "担当課室"));
    }

    [Fact]
    public async Task Of_several_officers_each_decides_and_one_who_is_none_does_not()
    {
        var (primary, deputy, colleague) = (await Officer("主　太郎"), await Officer("副　花子"), await Officer("隣　次郎"));
        var contract = await contractor.Register();
        await Name(contract, ("PRIMARY", primary), ("DEPUTY", deputy));
        var act = await contractor.Ask(contract.Id);
        (await Inbox(primary)).ShouldContain(act.Id);
        (await Inbox(deputy)).ShouldContain(act.Id);
        (await Inbox(colleague)).ShouldNotContain(act.Id);
        (await Inbox(colleague, "section")).ShouldContain(act.Id);

        await server.As(colleague).OpenAct(act.Id, act.Version);
        await server.As(colleague).Having(act).When(new DecideActRequest(ActOutcome.GRANTED)).Refuses(409, "decision-not-yours");
        await server.As(deputy).Grant(act.Id, act.Version);
    }

    [Fact]
    public async Task A_change_that_a_mail_announced_is_recorded_by_the_contractor_with_the_mail()
    {
        var contract = await contractor.Register();
        var announced = new { from = "2026-12-01", officers = new[] { new { post = "PRIMARY", name = "後任　次郎", mail = "jiro@example.go.jp" } }, fileId = Guid.NewGuid() };
        await contractor.Having(contract).When(Put($"/api/contracts/{contract.Id}/officers", announced)).Refuses(422, "file-missing");
        var mail = await contractor.KeepFile(contract.Id, "異動の連絡");
        await contractor.Having(contract).When(Put($"/api/contracts/{contract.Id}/officers", announced with { fileId = mail })).Written();

        var list = (await server.As(Role.SUPERVISING_OFFICER).GetAsync($"/api/contracts/{contract.Id}").Json())["officerLists"]![0]!;
        (list.Text("recordedBy"), list["fileId"]!.GetValue<Guid>(), list["officers"]![0].Text("mail")).ShouldBe(("CONTRACTOR", mail, "jiro@example.go.jp"));
    }

    [Fact]
    public async Task A_role_that_ended_is_gone_at_once_and_one_that_is_given_is_there()
    {
        var person = await Officer("去る　三郎");
        var theirs = server.As(person);
        var contract = await contractor.Register();
        await theirs.GetAsync($"/api/contracts/{contract.Id}").Json();
        var seen = (await head.GetAsync($"{OfOffice}/people").Json())["people"]!.AsArray().Single(p => p!["id"]!.GetValue<Guid>() == person)!;
        var membership = seen["memberships"]![0]!["id"]!.GetValue<Guid>();

        var ended = await head.Having(membership).At(seen["version"]!.GetValue<long>()).When<EndMembershipEndpoint>().Written();

        using (var gone = await theirs.GetAsync($"/api/contracts/{contract.Id}"))
        {
            ((int)gone.StatusCode).ShouldBeOneOf(401, 403);
        }

        await head.Having(ended).When(Post($"{OfOffice}/people/{person}/memberships", new { role = "SUPERVISING_OFFICER", sectionId = FirstOrganisations.SectionId })).Written();
        seen = (await head.GetAsync($"{OfOffice}/people").Json())["people"]!.AsArray().Single(p => p!["id"]!.GetValue<Guid>() == person)!;
        var given = seen["memberships"]!.AsArray().Single(m => m!["id"]!.GetValue<Guid>() != membership)!["id"]!.GetValue<Guid>();
        await server.As(person, given).GetAsync($"/api/contracts/{contract.Id}").Json();
        await head.Having(Guid.NewGuid()).At(ended.Version).When<EndMembershipEndpoint>().Refuses(404, "not-found");
        await contractor.Having(membership).At(ended.Version).When<EndMembershipEndpoint>().Refuses(404, "not-found");
    }

    private async Task<Guid> Officer(string name, string? mail = null)
    {
        var id = Guid.CreateVersion7();
        await server.People.Register(id, name, mail, new GrantMembership(
            Guid.CreateVersion7(), FirstOrganisations.OfficeId, await Organisation(FirstOrganisations.OfficeId), FirstOrganisations.SectionId, Role.SUPERVISING_OFFICER, Since));
        return id;
    }

    private Task<WriteAnswer> Name(WriteAnswer contract, params (string Post, Guid Person)[] officers) => head.Having(contract).When(Put($"/api/contracts/{contract.Id}/officers", new { from = "2026-07-10", officers = officers.Select(o => new { post = o.Post, name = "担当職員", personId = o.Person }) })).Written();

    private async Task<Organisation> Organisation(Guid id) => (await server.Store.OpenSession().Load<Organisation>(id, CancellationToken.None))!.Value;

    private async Task<long> OfficeVersion() => (await head.GetAsync($"{OfOffice}/people").Json())["organisation"]!["version"]!.GetValue<long>();

    private async Task<IReadOnlyList<Guid>> Inbox(Guid person, string scope = "mine") =>
        [.. (await server.As(person).GetAsync($"/api/inbox?scope={scope}&limit=200").Json())["items"]!.AsArray().Select(item => item!["id"]!.GetValue<Guid>())];

    private async Task<IReadOnlyList<string>> Cc(Guid act) =>
        [.. (await server.CreateClient().GetAsync($"/api/authority-acts/{act}/mail").Json())["cc"]!.AsArray().Select(address => address!.GetValue<string>())];
}
