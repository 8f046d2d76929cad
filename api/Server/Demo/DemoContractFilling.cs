using System.Text.Json.Nodes;
using Bogus;

namespace SecurityTracker.Server.Demo;

/// <summary>Registers one made-up contract and brings its record and its reports as far as the world says.</summary>
/// <param name="world">The world it belongs to.</param>
/// <param name="contract">The contract.</param>
/// <param name="officer">The API in the hands of its contractor's officer.</param>
/// <param name="contractorId">The contractor's organisation.</param>
/// <param name="officeId">The office's organisation.</param>
/// <param name="today">Today in Tokyo.</param>
public sealed class DemoContractFilling(DemoWorld world, DemoContract contract, DemoApi officer, Guid contractorId, Guid officeId, DateOnly today)
{
    private readonly Randomizer random = new(contract.Number);

    /// <summary>Does it all.</summary>
    /// <param name="predecessorId">The id of last year's contract, or null.</param>
    /// <returns>The id of the contract.</returns>
    public async Task<Guid> Fill(Guid? predecessorId, CancellationToken ct)
    {
        var registered = await officer.Post("contracts", Registration(predecessorId), ct);
        var id = registered["id"]!.GetValue<Guid>();
        var version = registered["version"]!.GetValue<long>();
        if (contract.Progress != DemoProgress.REGISTERED)
        {
            version = await officer.Act(HttpMethod.Put, $"contracts/{id}/answers", contract.Answers, version, ct);
            await Record(id, ct);
        }

        if (contract.Amendment is { } amendment)
        {
            version = await officer.Act(HttpMethod.Post, $"contracts/{id}/amendments", amendment, version, ct);
        }

        if (contract.Termination is { } termination)
        {
            await officer.Act(HttpMethod.Post, $"contracts/{id}/termination", termination, version, ct);
        }

        if (contract.Progress is DemoProgress.RECORDED or DemoProgress.REPORTED)
        {
            await Report(id, ct);
        }

        return id;
    }

    private object Registration(Guid? predecessorId)
    {
        var contractor = world.Contractors[contract.Contractor];
        var office = world.Offices[contract.Office];
        var norm = contract.Edition == "ED-D" ? "令和７年度版" : "令和５年度版";
        return new
        {
            contract.Name,
            contract.SignedOn,
            contract.StartsOn,
            contract.EndsOn,
            editionCode = contract.Edition,
            contractor = new
            {
                organisationId = contractorId,
                contractor.Name,
                contractor.Address,
                contractor.RepresentativeTitle,
                contractor.RepresentativeName,
            },
            officeId,
            officeName = office.Name,
            sectionName = contract.Section,
            addressee = $"{office.Name.Replace(" ", "", StringComparison.Ordinal)}{contract.Section}長　殿",
            namedNorm = $"政府機関等のサイバーセキュリティ対策のための統一基準群（{norm}）",
            effectiveNorm = contract.SignedOn is null ? null : "政府機関等のサイバーセキュリティ対策のための統一基準群（令和７年度版）",
            predecessorId,
        };
    }

    /// <summary>Takes the proposals over and records the rest; of a record that has only begun, two requirements in three.</summary>
    private async Task Record(Guid id, CancellationToken ct)
    {
        var proposals = ((await officer.Get($"contracts/{id}/proposals", ct)) as JsonArray ?? [])
            .ToDictionary(proposal => proposal!["number"]!.GetValue<int>(), proposal => proposal!);
        foreach (var obligation in (await officer.Get($"contracts/{id}/obligations", ct)).AsArray())
        {
            var number = obligation!["number"]!.GetValue<int>();
            if (number == 1 || (contract.Progress == DemoProgress.BEGUN && random.Number(1, 3) == 1))
            {
                continue;
            }

            await Record(id, obligation, proposals.GetValueOrDefault(number), ct);
        }
    }

    private async Task Record(Guid id, JsonNode obligation, JsonNode? proposal, CancellationToken ct)
    {
        var path = $"contracts/{id}/obligations/{obligation["number"]!.GetValue<int>()}";
        var subject = DemoWords.Subject(obligation["requirementId"]!.GetValue<string>());
        var version = obligation["version"]!.GetValue<long>();
        var (status, reason) = proposal is not null
            ? (proposal["status"]!.GetValue<string>(), proposal["reason"]?.GetValue<string>())
            : Imagined(subject);
        version = await officer.Act(HttpMethod.Put, $"{path}/status", new { status, reason }, version, ct);
        foreach (var statement in obligation["statements"]!.AsArray().Where(statement => statement!["alwaysExplained"]!.GetValue<bool>()))
        {
            if (status != "NOT_APPLICABLE")
            {
                var explanation = new { status = "IMPLEMENTED", reason = random.ListItem([.. DemoWords.Closures]) };
                version = await officer.Act(HttpMethod.Put, $"{path}/statements/{Index(statement!)}/status", explanation, version, ct);
            }
        }

        if (status != "NOT_APPLICABLE" && DemoWords.Methods.TryGetValue(subject, out var method) && random.Bool())
        {
            await officer.Act(HttpMethod.Put, $"{path}/method", new { method }, version, ct);
        }
    }

    /// <summary>17:15.10 is the tenth of its requirement.</summary>
    private static string Index(JsonNode statement) => statement["id"]!.GetValue<string>().Split('.')[^1];

    private (string Status, string? Reason) Imagined(int subject) =>
        DemoWords.NotYet.TryGetValue(subject, out var reason) && random.Number(1, 6) == 1 ? ("NOT_IMPLEMENTED", reason) : ("IMPLEMENTED", null);

    /// <summary>Drafts the report of every period that has passed, and finalises it where the world says so.</summary>
    private async Task Report(Guid id, CancellationToken ct)
    {
        var periods = (await officer.Get($"contracts/{id}/periods", ct)).AsArray()
            .Select(period => (From: Date(period!, "from"), To: Date(period!, "to"), Guide: Date(period!, "guideOn")))
            .Where(period => period.To < today)
            .ToList();
        foreach (var (from, to, guide) in periods)
        {
            var draft = await officer.Post($"contracts/{id}/reports", new { from, to }, ct);
            if (contract.Progress == DemoProgress.REPORTED)
            {
                await Finalise(draft["id"]!.GetValue<Guid>(), guide < today ? guide : today, ct);
            }
        }
    }

    private async Task Finalise(Guid reportId, DateOnly reportedOn, CancellationToken ct)
    {
        var report = await officer.Get($"reports/{reportId}", ct);
        var header = report["header"]!.DeepClone().AsObject();
        header["reportedOn"] = reportedOn.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        var version = await officer.Act(HttpMethod.Put, $"reports/{reportId}/header", header, report["version"]!.GetValue<long>(), ct);
        await officer.Act(HttpMethod.Post, $"reports/{reportId}/finalisation", body: null, version, ct);
    }

    private static DateOnly Date(JsonNode node, string name) =>
        DateOnly.ParseExact(node[name]!.GetValue<string>(), "O", System.Globalization.CultureInfo.InvariantCulture);
}
