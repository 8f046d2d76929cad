using SecurityTracker.Domain;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Demo;

/// <summary>Fills an empty installation with a made-up world.</summary>
/// <param name="http">The program's API.</param>
/// <param name="people">Those in whose hands it is.</param>
/// <param name="world">The world.</param>
/// <param name="today">Today in Tokyo.</param>
public sealed class DemoFilling(HttpClient http, DemoPeople people, DemoWorld world, DateOnly today)
{
    /// <summary>How many contracts are filled side by side.</summary>
    private const int Hands = 4;

    private Dictionary<string, Guid> organisations = [];

    /// <summary>Registers organisations, contracts, records and reports; nothing where the world is there already.</summary>
    /// <returns>The id of each contract by its number, or null where there was nothing to do.</returns>
    public async Task<IReadOnlyDictionary<int, Guid>?> Fill(CancellationToken ct)
    {
        // An administrator alone sees the names of all, and each looks after their own organisation.
        var contractor = await Administrator(FirstOrganisations.ContractorId, ct);
        if ((await Organisations(contractor, ct)).ContainsKey(world.Offices[^1].Name))
        {
            return null;
        }

        await Register(contractor, await Administrator(FirstOrganisations.OfficeId, ct), ct);
        organisations = await Organisations(contractor, ct);
        return await Contracts(ct);
    }

    /// <summary>The first contractor and the first office are those that the installation has; they get names of the world.</summary>
    private async Task Register(DemoApi contractorsAdministrator, DemoApi officesAdministrator, CancellationToken ct)
    {
        await Rename(contractorsAdministrator, FirstOrganisations.ContractorId, world.Contractors[0].Name, ct);
        var version = await Rename(officesAdministrator, FirstOrganisations.OfficeId, world.Offices[0].Name, ct);
        foreach (var name in world.Offices[0].Sections)
        {
            version = await officesAdministrator.Act(HttpMethod.Post, $"organisations/{FirstOrganisations.OfficeId}/sections", new { name }, version, ct);
        }

        foreach (var contractor in world.Contractors.Skip(1))
        {
            await contractorsAdministrator.Post("organisations", new { kind = "CONTRACTOR", contractor.Name }, ct);
        }

        foreach (var office in world.Offices.Skip(1))
        {
            await officesAdministrator.Post("organisations", new { kind = "MINISTRY_OFFICE", office.Name, sections = office.Sections.Select(name => new { name }) }, ct);
        }
    }

    private static async Task<long> Rename(DemoApi api, Guid id, string name, CancellationToken ct)
    {
        var found = (await api.Get("organisations", ct)).AsArray().First(o => o!["id"]!.GetValue<Guid>() == id)!;
        return await api.Act(HttpMethod.Put, $"organisations/{id}/name", new { name }, found["version"]!.GetValue<long>(), ct);
    }

    private async Task<IReadOnlyDictionary<int, Guid>> Contracts(CancellationToken ct)
    {
        var ids = new Dictionary<int, Guid>();
        // Last year's contracts first, for this year's name them.
        foreach (var round in world.Contracts.GroupBy(contract => contract.Predecessor is not null).OrderBy(round => round.Key))
        {
            await Parallel.ForEachAsync(round, new ParallelOptions { MaxDegreeOfParallelism = Hands, CancellationToken = ct }, async (contract, token) =>
            {
                Guid? predecessor = contract.Predecessor is { } number ? ids[number] : null;
                var id = await (await Filling(contract, token)).Fill(predecessor, token);
                lock (ids)
                {
                    ids[contract.Number] = id;
                }
            });
        }

        return ids;
    }

    private async Task<DemoContractFilling> Filling(DemoContract contract, CancellationToken ct)
    {
        var contractor = organisations[world.Contractors[contract.Contractor].Name];
        return new(world, contract, await OfficerOf(contractor, ct), contractor, organisations[world.Offices[contract.Office].Name], today);
    }

    private async Task<DemoApi> Administrator(Guid organisation, CancellationToken ct) => new(http, (await people.Of(organisation, Role.ADMINISTRATOR, ct)).Token);

    private async Task<DemoApi> OfficerOf(Guid contractor, CancellationToken ct) => new(http, (await people.Of(contractor, Role.CONTRACTOR_OFFICER, ct)).Token);

    private static async Task<Dictionary<string, Guid>> Organisations(DemoApi api, CancellationToken ct) => (await api.Get("organisations", ct)).AsArray()
        .ToDictionary(o => o!["name"]!.GetValue<string>(), o => o!["id"]!.GetValue<Guid>(), StringComparer.Ordinal);
}
