using System.Text.Json.Nodes;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Demo;

/// <summary>Fills an empty installation with a made-up world.</summary>
/// <param name="api">The program's API.</param>
/// <param name="world">The world.</param>
/// <param name="today">Today in Tokyo.</param>
public sealed class DemoFilling(DemoApi api, DemoWorld world, DateOnly today)
{
    /// <summary>How many contracts are filled side by side.</summary>
    private const int Hands = 4;

    private Dictionary<string, Guid> organisations = [];
    private JsonArray actors = [];

    /// <summary>Registers organisations, contracts, records and reports; nothing where the world is there already.</summary>
    /// <returns>The id of each contract by its number, or null where there was nothing to do.</returns>
    public async Task<IReadOnlyDictionary<int, Guid>?> Fill(CancellationToken ct)
    {
        if ((await Organisations(ct)).ContainsKey(world.Offices[^1].Name))
        {
            return null;
        }

        await Register(ct);
        organisations = await Organisations(ct);
        actors = await Actors(ct);
        return await Contracts(ct);
    }

    /// <summary>Everyone who can act.</summary>
    public async Task<JsonArray> Actors(CancellationToken ct) => (await api.Get("actors", ct)).AsArray();

    /// <summary>The first contractor and the first office are those that the installation has; they get names of the world.</summary>
    private async Task Register(CancellationToken ct)
    {
        await Rename(FirstOrganisations.ContractorId, world.Contractors[0].Name, ct);
        var version = await Rename(FirstOrganisations.OfficeId, world.Offices[0].Name, ct);
        foreach (var name in world.Offices[0].Sections)
        {
            version = await api.Act(HttpMethod.Post, $"organisations/{FirstOrganisations.OfficeId}/sections", new { name }, version, ct);
        }

        foreach (var contractor in world.Contractors.Skip(1))
        {
            await api.Post("organisations", new { kind = "CONTRACTOR", contractor.Name }, ct);
        }

        foreach (var office in world.Offices.Skip(1))
        {
            await api.Post("organisations", new { kind = "MINISTRY_OFFICE", office.Name, sections = office.Sections.Select(name => new { name }) }, ct);
        }
    }

    private async Task<long> Rename(Guid id, string name, CancellationToken ct)
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
                var id = await Filling(contract).Fill(predecessor, token);
                lock (ids)
                {
                    ids[contract.Number] = id;
                }
            });
        }

        return ids;
    }

    private DemoContractFilling Filling(DemoContract contract)
    {
        var contractor = organisations[world.Contractors[contract.Contractor].Name];
        var officer = actors.First(actor => actor!["organisationId"]!.GetValue<Guid>() == contractor && actor["role"]!.GetValue<string>() == "CONTRACTOR_OFFICER")!;
        return new(world, contract, api.As(officer["id"]!.GetValue<Guid>()), contractor, organisations[world.Offices[contract.Office].Name], today);
    }

    private async Task<Dictionary<string, Guid>> Organisations(CancellationToken ct) => (await api.Get("organisations", ct)).AsArray()
        .ToDictionary(o => o!["name"]!.GetValue<string>(), o => o!["id"]!.GetValue<Guid>(), StringComparer.Ordinal);
}
