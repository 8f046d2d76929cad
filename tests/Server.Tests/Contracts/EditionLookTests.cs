using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Obligations;
using SecurityTracker.ServerTests.Reports;

namespace SecurityTracker.ServerTests.Contracts;

/// <summary>What a 変更契約 that changes the annex leaves to be looked at, and what stays with staff who have left.</summary>
public sealed class EditionLookTests(TestServer server) : IClassFixture<TestServer>
{
    private readonly HttpClient contractor = server.CreateClient();

    [Fact]
    public async Task Items_whose_words_changed_do_not_count_until_somebody_looked()
    {
        var contract = await contractor.RegisterRecorded();
        var draft = await contractor.Draft(contract.Id);
        await contractor.PostAct(
            $"/api/contracts/{contract.Id}/amendments", new { agreedOn = "2026-11-20", reason = "別記の改正。", editionCode = "ED-D" }, (await contractor.Contract(contract.Id))["version"]!.GetValue<long>()).Written();

        var seen = await contractor.Contract(contract.Id);

        var wanted = seen["obligations"]!.AsArray().Where(o => o!["lookWanted"]!.GetValue<bool>()).ToList();
        wanted.ShouldNotBeEmpty();
        seen["counts"]!["lookWanted"]!.GetValue<int>().ShouldBe(wanted.Count(o => o!["reported"]!.GetValue<bool>()));
        int Counted(params string[] names) => names.Sum(name => seen["counts"]![name]!.GetValue<int>());
        Counted("implemented", "notImplemented", "notApplicable", "unrecorded", "lookWanted").ShouldBe(seen["obligations"]!.AsArray().Count(o => o!["reported"]!.GetValue<bool>()));
        seen["normsAsked"]!.GetValue<bool>().ShouldBeTrue();
        (await contractor.Report(draft.Id)).Checks("NOTICE").ShouldContain("edition-changed");
        (await contractor.Report(draft.Id)).Checks("NOTICE").ShouldContain("norms-asked");

        var first = wanted[0]!;
        var address = $"/api/contracts/{contract.Id}/obligations/{first["number"]}";
        await contractor.PostAct($"{address}/look", new { }, first["version"]!.GetValue<long>()).Written();
        (await contractor.GetAsync(address).Json())["lookWanted"]!.GetValue<bool>().ShouldBeFalse();
        await contractor.PutAct($"/api/contracts/{contract.Id}/norms", new { namedNorm = "令和5年度版", effectiveNorm = "令和7年度版" }, seen["version"]!.GetValue<long>()).Written();
        (await contractor.Contract(contract.Id))["normsAsked"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Items_of_somebody_who_left_are_seen_told_of_and_handed_over_at_once()
    {
        var contract = await contractor.Register();
        var (gone, membership) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var organisation = (await server.Store.OpenSession().Load<Organisation>(FirstOrganisations.ContractorId, CancellationToken.None))!.Value;
        await server.People.Register(gone, "離れる人", mail: null, new GrantMembership(membership, FirstOrganisations.ContractorId, organisation, null, Role.CONTRACTOR_STAFF, new(2020, 4, 1)));
        foreach (var number in new[] { 5, 6 })
        {
            await contractor.PutAct($"/api/contracts/{contract.Id}/obligations/{number}/assignees", new { personIds = new[] { gone } }, 1).Written();
        }

        (await Inbox()).ShouldNotContain($"ASSIGNEE_LEFT {contract.Id}");
        var person = (await server.Store.OpenSession().Load<Person>(gone, CancellationToken.None))!;
        await server.CreateClient().As(Role.ADMINISTRATOR).DeleteAct($"/api/memberships/{membership}", person.Version).Written();

        (await Assignee(contract.Id, 5))["left"]!.GetValue<bool>().ShouldBeTrue();
        (await Inbox()).ShouldContain($"ASSIGNEE_LEFT {contract.Id}");
        var handover = $"/api/contracts/{contract.Id}/obligations/handover";
        await contractor.PostAct(handover, new { fromPersonId = gone, toPersonId = gone }).ShouldRefuse(422, "assignee-unknown");
        await contractor.PostAct(handover, new { fromPersonId = gone, toPersonId = TestPeople.IdOf(Role.CONTRACTOR_STAFF) }).Written();

        foreach (var number in new[] { 5, 6 })
        {
            (await Assignee(contract.Id, number))["left"]!.GetValue<bool>().ShouldBeFalse();
        }

        (await Inbox()).ShouldNotContain($"ASSIGNEE_LEFT {contract.Id}");
    }

    private async Task<JsonNode> Assignee(Guid contractId, int number) =>
        (await contractor.GetAsync($"/api/contracts/{contractId}/obligations/{number}").Json())["assignees"]!.AsArray().ShouldHaveSingleItem()!;

    private async Task<IReadOnlyList<string>> Inbox() =>
        [.. (await contractor.GetAsync("/api/inbox?limit=200").Json())["items"]!.AsArray().Select(item => $"{item!["type"]} {item["id"]}")];
}
