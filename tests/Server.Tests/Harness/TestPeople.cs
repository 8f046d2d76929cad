using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests;

/// <summary>
/// Puts people there and signs them in through the program's own services. A person whose id follows from organisation and role
/// (<c>StreamId.Person</c>) is registered at the start, or, in an organisation that came later, when first asked for; any other must have been registered by the test.
/// </summary>
public sealed class TestPeople(IServiceProvider services, TestClock clock) : IDisposable
{
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(5);
    private static readonly DateOnly Since = new(2020, 4, 1);

    private readonly Dictionary<(Guid, Guid?), (string Key, DateTimeOffset At)> keys = [];
    private readonly SemaphoreSlim oneAtATime = new(1);

    private People People => services.GetRequiredService<People>();

    private EventStore Store => services.GetRequiredService<EventStore>();

    /// <summary>The person who plays a role in one of the two organisations that a fresh installation has.</summary>
    public static Guid IdOf(Role role) => StreamId.Person(
        role is Role.SUPERVISING_OFFICER or Role.SECTION_HEAD or Role.AUDITOR ? FirstOrganisations.OfficeId : FirstOrganisations.ContractorId, role.ToString());

    /// <summary>The key of a session in which a person is signed in with two factors, just now.</summary>
    public async Task<string> KeyOf(Guid personId, Guid? membershipId, CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            if (!keys.TryGetValue((personId, membershipId), out var known) || (clock.Now - known.At).Duration() >= Recent)
            {
                var person = await Registered(personId, ct);
                var opened = await services.GetRequiredService<Sessions>().Open(person, SignInMethod.PASSWORD, secondFactor: true, SignInStep.DONE, "tests", ct, membershipId);
                keys[(personId, membershipId)] = known = (opened.Key, clock.Now);
            }

            return known.Key;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>The key of a session of its own, for tests that end sessions.</summary>
    public async Task<string> FreshKeyOf(Guid personId, CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            keys.Remove((personId, null));
        }
        finally
        {
            oneAtATime.Release();
        }

        return await KeyOf(personId, membershipId: null, ct);
    }

    /// <inheritdoc/>
    public void Dispose() => oneAtATime.Dispose();

    /// <summary>Registers a person with memberships.</summary>
    public async Task Register(Guid personId, string name, string? mail, params IReadOnlyList<GrantMembership> grants)
    {
        var session = Store.OpenSession(ActorHeaders.Metadata(Actor.System, correlationId: null));
        await People.Register(session, personId, name, mail, grants, CancellationToken.None);
        await session.SaveChanges(CancellationToken.None);
    }

    /// <summary>Registers everyone who has a role in an organisation that is there, in one go.</summary>
    public async Task RegisterEveryone(CancellationToken ct)
    {
        var session = Store.OpenSession(ActorHeaders.Metadata(Actor.System, correlationId: null));
        foreach (var organisation in await session.Query<Organisation>("", [], ct))
        {
            foreach (var role in PersonDecider.RolesOf(organisation.Value.Kind))
            {
                var id = StreamId.Person(organisation.Id, role.ToString());
                if (await People.Find(id, ct) is null)
                {
                    var section = PersonDecider.HasSection(role) ? organisation.Value.Sections[0].Id : (Guid?)null;
                    var grant = new GrantMembership(Guid.CreateVersion7(), organisation.Id, organisation.Value, section, role, Since);
                    await People.Register(session, id, Actors.NameOf(role), mail: null, [grant], ct);
                }
            }
        }

        await session.SaveChanges(ct);
    }

    private async Task<Versioned<Person>> Registered(Guid personId, CancellationToken ct)
    {
        if (await People.Find(personId, ct) is { } person)
        {
            return person;
        }

        await RegisterEveryone(ct);
        return await People.Find(personId, ct) ?? throw new InvalidOperationException($"Nobody has the id {personId}: register the person first, or use StreamId.Person");
    }
}
