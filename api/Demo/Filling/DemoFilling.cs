using SecurityTracker.Demo.World;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Http;

namespace SecurityTracker.Demo.Filling;

/// <summary>What was filled in: the contracts by their numbers, and those who act.</summary>
internal sealed record DemoFilled(IReadOnlyDictionary<int, Guid> Contracts, IReadOnlyList<DemoAccount> Accounts);

/// <summary>Fills an empty installation with a made-up world.</summary>
/// <param name="http">The program's API.</param>
/// <param name="people">Lays the people in.</param>
/// <param name="clock">The clock of the world.</param>
/// <param name="world">The world.</param>
/// <param name="since">When its organisations were registered.</param>
internal sealed class DemoFilling(HttpClient http, DemoPeople people, DemoClock clock, DemoWorld world, DateOnly since)
{
    /// <summary>How many contracts are filled side by side.</summary>
    private const int Hands = 6;

    private readonly DemoCalendar calendar = new(Tokyo.Today(clock), clock.GetUtcNow());

    private IReadOnlyDictionary<string, Guid> organisations = new Dictionary<string, Guid>(StringComparer.Ordinal);

    /// <summary>Organisations and people, from the first second; then they can sign in.</summary>
    /// <returns>The people, or null where somebody has an account here already: then nothing was done.</returns>
    public async Task<IReadOnlyList<DemoAccount>?> Begin(CancellationToken ct)
    {
        if (await people.AreThere(ct))
        {
            return null;
        }

        var administrators = await people.LayIn(world.People.Where(IsFirstAdministrator), ct);
        organisations = await new DemoOrganisationFilling(world, calendar.At(since, 9)).Register(new(http, clock, administrators), ct);
        return [.. await people.LayIn(world.People.Where(person => !IsFirstAdministrator(person)), ct), .. administrators];
    }

    /// <summary>Contracts with all that belongs to them.</summary>
    public async Task<DemoFilled> Fill(IReadOnlyList<DemoAccount> accounts, CancellationToken ct)
    {
        var hands = new DemoHands(http, clock, accounts);
        await DemoOrganisationFilling.SetRules(hands, calendar, ct);
        return new(await Contracts(hands, ct), accounts);
    }

    private static bool IsFirstAdministrator(DemoPerson person) => person.Roles[0] is { Role: Role.ADMINISTRATOR };

    private async Task<IReadOnlyDictionary<int, Guid>> Contracts(DemoHands hands, CancellationToken ct)
    {
        var ids = new Dictionary<int, Guid>();
        // Last year's contracts first, for this year's name them; and a firm is known to another once they share a contract.
        foreach (var round in world.Contracts.GroupBy(Round).OrderBy(round => round.Key))
        {
            await Parallel.ForEachAsync(round, new ParallelOptions { MaxDegreeOfParallelism = Hands, CancellationToken = ct }, async (contract, token) =>
            {
                Guid? predecessor = contract.Predecessor is { } number ? ids[number] : null;
                var id = await new DemoContractFilling(Parties(hands, contract), organisations).Fill(predecessor, token);
                lock (ids)
                {
                    ids[contract.Number] = id;
                }
            });
        }

        return ids;
    }

    private DemoParties Parties(DemoHands hands, DemoContract contract) => new(hands, world, contract, calendar)
    {
        RegisteredAt = calendar.At(contract.SignedOn is { } signed ? BusinessDays.After(signed, 1) : calendar.Day(-10), 9 + (contract.Number % 8)),
    };

    private static int Round(DemoContract contract) => contract.Predecessor is not null || contract.Firms.Any(firm => firm.Name == DemoCast.First) ? 1 : 0;
}
