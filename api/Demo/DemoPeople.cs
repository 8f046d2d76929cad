using SecurityTracker.Demo.World;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.SignIn;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Demo;

/// <summary>One part that someone plays, with a token for it.</summary>
internal sealed record DemoMembership(string Organisation, string? Section, Role Role, string Token);

/// <summary>Someone with an account.</summary>
/// <param name="TotpSecret">Base32, as an authenticator app takes it; null where there is no second factor.</param>
internal sealed record DemoAccount(Guid Id, DemoPerson Person, string? TotpSecret, IReadOnlyList<DemoMembership> Memberships);

/// <summary>
/// Lays in the people of the made-up world with their accounts. They do not come by invitation as real ones do: nobody reads their
/// mail. All that they do afterwards they do through the API.
/// </summary>
internal sealed class DemoPeople(
    EventStore store, People people, Tokens tokens, Accounts accounts, Passwords passwords, Totp totp, OfficesOfTheMinistry offices, TimeProvider time)
{
    /// <summary>The password of all of them.</summary>
    public const string Password = "霞が関の桜は四月に咲きます";

    private static readonly DateOnly Since = new(2020, 4, 1);

    private readonly Lazy<string> hash = new(() => passwords.Hash(Password));

    /// <summary>Whether anybody has an account.</summary>
    public Task<bool> AreThere(CancellationToken ct) => accounts.Any(ct);

    /// <summary>Lays people in; their organisations are there.</summary>
    public async Task<IReadOnlyList<DemoAccount>> LayIn(IEnumerable<DemoPerson> cast, CancellationToken ct)
    {
        var organisations = (await store.OpenSession().Query<Organisation>("", [], ct)).ToDictionary(NameOf, StringComparer.Ordinal);
        var laidIn = new List<DemoAccount>();
        foreach (var person in cast)
        {
            laidIn.Add(await LayIn(person, organisations, ct));
        }

        return laidIn;
    }

    private async Task<DemoAccount> LayIn(DemoPerson person, Dictionary<string, Versioned<Organisation>> organisations, CancellationToken ct)
    {
        var (id, session) = (StreamId.Of($"demo:{person.Mail}"), store.OpenSession(ActorHeaders.Metadata(Actor.System, correlationId: null)));
        var grants = person.Roles.Select(role => Grant(role, organisations[role.Organisation])).ToList();
        await people.Register(session, id, person.Name, person.Mail, grants, ct);
        var memberships = person.Roles.Zip(grants, (role, grant) => new DemoMembership(
            role.Organisation, role.Section, role.Role,
            tokens.Issue(session, new(id, grant.MembershipId, ServiceAccountId: null, "demo", TokenScopes.All, Tokyo.Today(time).AddYears(1)), madeIn: null).Token));
        session.QueueSql(accounts.Opening(id, person.Mail, hash.Value));
        DemoAccount account = new(id, person, TotpSecret: null, [.. memberships]);
        await session.SaveChanges(ct);
        return account with { TotpSecret = await SecondFactor(id, ct) };
    }

    // The first two have names of the world once their administrators have named them.
    private static string NameOf(Versioned<Organisation> organisation) =>
        organisation.Id == FirstOrganisations.ContractorId ? DemoCast.First
        : organisation.Id == FirstOrganisations.OfficeId ? DemoCast.FirstOffice
        : organisation.Value.Name;

    private GrantMembership Grant(DemoRole role, Versioned<Organisation> organisation) => new(
        Guid.CreateVersion7(time.GetUtcNow()), organisation.Id, organisation.Value,
        role.Section is null ? null : organisation.Value.Sections.First(section => section.Name == role.Section).Id, role.Role, Since);

    private async Task<string?> SecondFactor(Guid id, CancellationToken ct)
    {
        if (!offices.DemandSecondFactor((await people.Find(id, ct))!.Value))
        {
            return null;
        }

        var (secret, kept) = totp.Fresh();
        await accounts.BeginTotp(id, kept, ct);
        await accounts.ConfirmTotp(id, step: 0, ct);
        return secret;
    }
}
