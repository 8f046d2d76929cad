using System.Collections.Concurrent;
using System.Globalization;
using Bogus;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.EventStore;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.Demo;

/// <summary>Someone of the made-up world.</summary>
/// <param name="Token">A personal access token, good for everything that the role is.</param>
public sealed record DemoPerson(Guid Id, string Name, string Mail, Role Role, Guid OrganisationId, string OrganisationName, string? SectionName, string Token);

/// <summary>The people of the made-up world: one for each role of each organisation, each with a token.</summary>
public sealed class DemoPeople(
    Store store, People people, Tokens tokens, Accounts accounts, Passwords passwords, Totp totp, OfficesOfTheMinistry offices, TimeProvider time)
{
    /// <summary>The password of all of them.</summary>
    public const string Password = "霞が関の桜は四月に咲きます";

    private static readonly DateOnly Since = new(2020, 4, 1);

    private readonly Lazy<string> hash = new(() => passwords.Hash(Password));
    private readonly ConcurrentDictionary<(Guid Organisation, Role Role), Task<DemoPerson>> known = new();

    /// <summary>The person who plays a role in an organisation; registered where there is none yet.</summary>
    public Task<DemoPerson> Of(Guid organisationId, Role role, CancellationToken ct) => known.GetOrAdd((organisationId, role), _ => Register(organisationId, role, ct));

    /// <summary>Those of the installation's own two organisations.</summary>
    public async Task<IReadOnlyList<DemoPerson>> First(CancellationToken ct)
    {
        var found = new List<DemoPerson>();
        foreach (var (organisation, kind) in new[] { (FirstOrganisations.ContractorId, OrganisationKind.CONTRACTOR), (FirstOrganisations.OfficeId, OrganisationKind.MINISTRY_OFFICE) })
        {
            foreach (var role in PersonDecider.RolesOf(kind))
            {
                found.Add(await Of(organisation, role, ct));
            }
        }

        return found;
    }

    /// <summary>Everyone, by organisation in the order of registration.</summary>
    public async Task<IReadOnlyList<DemoPerson>> Everyone(CancellationToken ct)
    {
        var everyone = new List<DemoPerson>();
        foreach (var organisation in await store.OpenSession().Query<Organisation>("ORDER BY d.id", [], ct))
        {
            foreach (var role in PersonDecider.RolesOf(organisation.Value.Kind))
            {
                everyone.Add(await Of(organisation.Id, role, ct));
            }
        }

        return everyone;
    }

    private async Task<DemoPerson> Register(Guid organisationId, Role role, CancellationToken ct)
    {
        var organisation = (await store.OpenSession().Load<Organisation>(organisationId, ct))!.Value;
        var section = PersonDecider.HasSection(role) ? organisation.Sections[0] : null;
        var id = StreamId.Person(organisationId, role.ToString());
        var (name, mail) = (NameOf(id), $"{role.ToString().ToLower(CultureInfo.InvariantCulture).Replace('_', '-')}.{id.ToString("N")[..6]}@demo.example");
        var session = store.OpenSession(ActorHeaders.Metadata(Actor.System, correlationId: null));
        var membershipId = (await people.Find(id, ct))?.Value.ActingOn(Tokyo.Today(time)).First(m => m.OrganisationId == organisationId && m.Role == role).Id;
        if (membershipId is null)
        {
            membershipId = Guid.CreateVersion7(time.GetUtcNow());
            var grant = new GrantMembership(membershipId.Value, organisationId, organisation, section?.Id, role, Since);
            if (await people.Register(session, id, name, mail, [grant], ct) is { } problem)
            {
                throw new InvalidOperationException($"{role} of {organisation.Name} was refused: {problem.Code}");
            }
        }

        var (_, token) = tokens.Issue(session, new(id, membershipId, ServiceAccountId: null, "demo", TokenScopes.All, Tokyo.Today(time).AddYears(1)));
        await session.SaveChanges(ct);
        await OpenAccount(id, mail, ct);
        return new(id, name, mail, role, organisationId, organisation.Name, section?.Name, token);
    }

    private async Task OpenAccount(Guid id, string mail, CancellationToken ct)
    {
        if (await accounts.Of(id, ct) is not null)
        {
            return;
        }

        var session = store.OpenSession();
        session.QueueSql(accounts.Opening(id, mail, hash.Value));
        await session.SaveChanges(ct);
        if (await offices.DemandSecondFactor((await people.Find(id, ct))!.Value, ct))
        {
            await accounts.BeginTotp(id, totp.Fresh().Protected, ct);
            await accounts.ConfirmTotp(id, step: 0, ct);
        }
    }

    private static string NameOf(Guid id)
    {
        var faker = new Faker("ja") { Random = new Randomizer(BitConverter.ToInt32(id.ToByteArray())) };
        return $"{faker.Name.LastName()}　{faker.Name.FirstName()}";
    }
}
