using System.Text.Json.Nodes;
using SecurityTracker.Demo.World;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Demo.Filling;

/// <summary>Names the two organisations that an installation has, registers the others, and says what their 課室 work by.</summary>
/// <param name="world">The world.</param>
/// <param name="at">When.</param>
internal sealed class DemoOrganisationFilling(DemoWorld world, DateTimeOffset at)
{
    /// <summary>Everything that wants no people but the two administrators: each looks after their own organisation.</summary>
    /// <returns>The organisations by name.</returns>
    public async Task<IReadOnlyDictionary<string, Guid>> Register(DemoHands administrators, CancellationToken ct)
    {
        var firm = administrators.Of(DemoCast.First, Role.ADMINISTRATOR).At(at);
        var office = administrators.Of(DemoCast.FirstOffice, Role.ADMINISTRATOR).At(at);
        await Rename(firm, FirstOrganisations.ContractorId, DemoCast.First, ct);
        var version = await Rename(office, FirstOrganisations.OfficeId, DemoCast.FirstOffice, ct);
        foreach (var section in world.Offices[0].Sections)
        {
            version = await office.Act(HttpMethod.Post, $"organisations/{FirstOrganisations.OfficeId}/sections", new { section.Name, section.Mail }, version, ct);
        }

        foreach (var contractor in world.Contractors.Skip(1).Concat(world.Subcontractors))
        {
            await firm.Post("organisations", new { kind = "CONTRACTOR", contractor.Name }, ct);
        }

        foreach (var other in world.Offices.Skip(1))
        {
            await office.Post("organisations", new { kind = "MINISTRY_OFFICE", other.Name, sections = other.Sections.Select(section => new { section.Name, section.Mail }) }, ct);
        }

        return (await firm.Get("organisations", ct)).AsArray().ToDictionary(o => o!["name"]!.GetValue<string>(), o => o!["id"]!.GetValue<Guid>(), StringComparer.Ordinal);
    }

    /// <summary>The first 課室 wants a second pair of eyes for 利用承認, and its head is away for some days.</summary>
    public static async Task SetRules(DemoHands hands, DemoCalendar calendar, CancellationToken ct)
    {
        var head = hands.Of(DemoCast.FirstOffice, Role.SECTION_HEAD, DemoCast.FirstSection);
        var office = await Find(head, FirstOrganisations.OfficeId, ct);
        var section = office["sections"]!.AsArray().First(s => s!["name"]!.GetValue<string>() == DemoCast.FirstSection)!["id"]!;
        var path = $"organisations/{FirstOrganisations.OfficeId}/sections/{section}";
        var early = head.At(calendar.At(calendar.Day(-200), 9));
        var version = await early.Act(HttpMethod.Put, $"{path}/review-rules", new { secondPairOfEyes = (string[])["USE_APPROVE"] }, office["version"]!.GetValue<long>(), ct);
        var deputy = hands.IdOf(DemoCast.OfficersOf(DemoCast.FirstOffice, DemoCast.FirstSection)[1]);
        var delegation = new { toPersonId = deputy, from = calendar.Day(-1), until = calendar.Day(4) };
        await head.At(calendar.At(calendar.Day(-2), 16)).Act(HttpMethod.Post, $"{path}/delegations", delegation, version, ct);
    }

    private static async Task<long> Rename(DemoApi api, Guid id, string name, CancellationToken ct) =>
        await api.Act(HttpMethod.Put, $"organisations/{id}/name", new { name }, (await Find(api, id, ct))["version"]!.GetValue<long>(), ct);

    private static async Task<JsonNode> Find(DemoApi api, Guid id, CancellationToken ct) =>
        (await api.Get("organisations", ct)).AsArray().First(o => o!["id"]!.GetValue<Guid>() == id)!;
}
