using SecurityTracker.Demo.World;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Demo.Filling;

/// <summary>Engages the firms that take part in a contract, and enters what they say of their items.</summary>
/// <param name="organisations">Those that are registered, by name.</param>
internal sealed class DemoPartFilling(DemoParties parties, IReadOnlyDictionary<string, Guid> organisations)
{
    /// <summary>All firms of the contract.</summary>
    /// <param name="version">The contract's.</param>
    /// <returns>Its next one.</returns>
    public async Task<long> Fill(long version, CancellationToken ct)
    {
        var diary = parties.Diary();
        foreach (var firm in parties.Contract.Firms)
        {
            var body = new { firm.Name, firm.Kind, from = parties.Contract.StartsOn, organisationId = organisations[firm.Name], firm.Numbers };
            await parties.Contractor.At(diary.Soon()).Post($"contracts/{parties.Id}/subcontractors", body, ct, version);
            version++;
        }

        foreach (var part in (await parties.Contractor.Get($"contracts/{parties.Id}/parts", ct)).AsArray())
        {
            var firm = parties.Contract.Firms.First(firm => firm.Name == part!["name"]!.GetValue<string>());
            if (firm.Kind != SubcontractorKind.JOINT_MEMBER)
            {
                await Enter(firm, $"parts/{part!["id"]}", diary, ct);
            }
        }

        return version;
    }

    private async Task Enter(DemoFirm firm, string path, DemoDiary diary, CancellationToken ct)
    {
        // The members of a consortium here have no account for it: the 幹事法人 enters what they signed.
        var byContractor = firm.OnPaper || firm.Kind == SubcontractorKind.CONSORTIUM_MEMBER;
        var who = byContractor ? parties.Contractor : parties.Hands.Of(firm.Name, Role.SUBCONTRACTOR_OFFICER);
        Guid? paper = byContractor ? await parties.Paper(who.At(diary.Soon()), $"{firm.Name}　実施状況の確認書", ct) : null;
        var part = await who.Get(path, ct);
        var version = part["version"]!.GetValue<long>();
        foreach (var row in part["rows"]!.AsArray().Take(firm.Entered))
        {
            var subject = DemoWords.Subject(row!["requirementId"]!.GetValue<string>());
            var reason = subject == 10 ? DemoWords.NotYet[10] : null;
            var body = new { method = DemoWords.Methods[subject], status = reason is null ? "IMPLEMENTED" : "NOT_IMPLEMENTED", reason, fileId = paper };
            version = await who.At(diary.Soon()).Act(HttpMethod.Put, $"{path}/rows/{row["number"]}", body, version, ct);
        }
    }
}
