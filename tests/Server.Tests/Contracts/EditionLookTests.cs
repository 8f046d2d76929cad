using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Obligations;
using SecurityTracker.Server.Organisations;
using SecurityTracker.ServerTests.Reports;

namespace SecurityTracker.ServerTests.Contracts;

/// <summary>What a 変更契約 that changes the annex leaves to be looked at, and what stays with staff who have left.</summary>
[Collection(Shared.Contracts)]
public sealed class EditionLookTests(TestServer server)
{
    private readonly HttpClient contractor = server.CreateClient();

    [Fact]
    public async Task Items_whose_words_changed_do_not_count_until_somebody_looked()
    {
        var contract = await contractor.RegisterRecorded();
        var draft = await contractor.Draft(contract.Id);
        await contractor.Having(contract.Id).At((await contractor.Contract(contract.Id))["version"]!.GetValue<long>()).When(new AmendContractRequest(Day("2026-11-20"), "別記の改正。", EditionCode: "ED-D")).Written();

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
        await contractor.Having(contract.Id, first["number"]!).At(first["version"]!.GetValue<long>()).When<KeepRecordEndpoint>().Written();
        (await contractor.GetAsync(address).Json())["lookWanted"]!.GetValue<bool>().ShouldBeFalse();
        await contractor.Having(contract.Id).At(seen["version"]!.GetValue<long>()).When(new SetNormsRequest("令和5年度版", "令和7年度版")).Written();
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
            await contractor.Having(contract.Id, number).At(1).When(new AssignObligationRequest([gone])).Written();
        }

        (await Inbox()).ShouldNotContain($"ASSIGNEE_LEFT {contract.Id}");
        var person = (await server.Store.OpenSession().Load<Person>(gone, CancellationToken.None))!;
        await server.As(Role.ADMINISTRATOR).Having(membership).At(person.Version).When<EndMembershipEndpoint>().Written();

        (await Assignee(contract.Id, 5))["left"]!.GetValue<bool>().ShouldBeTrue();
        (await Inbox()).ShouldContain($"ASSIGNEE_LEFT {contract.Id}");
        var handover = $"/api/contracts/{contract.Id}/obligations/handover";
        await contractor.Having(contract.Id).When(new HandOverObligationsRequest(gone, gone)).Refuses(422, "assignee-unknown");
        await contractor.Having(contract.Id).When(new HandOverObligationsRequest(gone, TestPeople.IdOf(Role.CONTRACTOR_STAFF))).Written();

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
