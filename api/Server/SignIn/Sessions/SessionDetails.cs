using System.Text.Json;
using Microsoft.Extensions.Options;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>A person, to himself or herself.</summary>
internal sealed record OwnPerson(Guid Id, string? Name, string? Mail);

/// <summary>One part that the signed-in person plays.</summary>
internal sealed record OwnMembership(
    Guid Id, Guid OrganisationId, string OrganisationName, OrganisationKind OrganisationKind, Guid? SectionId, string? SectionName, Role Role);

/// <summary>Who is signed in, as what, until when, and what can be done.</summary>
/// <param name="Next">What the sign-in still waits for.</param>
/// <param name="Factors">What can complete it.</param>
/// <param name="Person">The person; name and mail only once they may be known to who asks.</param>
/// <param name="Acting">What the person acts as.</param>
/// <param name="Memberships">What the person could act as today.</param>
/// <param name="ReauthenticatedUntil">Until when important acts need no further proof.</param>
/// <param name="IdleMinutes">Minutes without a request after which the session ends.</param>
/// <param name="Can">Every permission of the table, in camelCase, and whether the acting role has it.</param>
internal sealed record SessionDetails(
    SignInStep Next, IReadOnlyList<SecondFactor> Factors, OwnPerson Person, OwnMembership? Acting, IReadOnlyList<OwnMembership> Memberships,
    SignInMethod Method, bool SecondFactor, DateTimeOffset SignedInAt, DateTimeOffset? ReauthenticatedUntil, DateTimeOffset ExpiresAt, int IdleMinutes,
    IReadOnlyDictionary<string, bool> Can);

/// <summary>Describes sessions to their person.</summary>
internal sealed class SessionDescription(EventStore store, PersonalValues values, IOptions<SignInSettings> settings, TimeProvider time)
{
    /// <summary>A session with its person.</summary>
    public async Task<SessionDetails> Describe(SessionAtHand at, IReadOnlyList<SecondFactor> factors, Actor actor, CancellationToken ct)
    {
        var session = at.Session;
        var memberships = session.Next == SignInStep.DONE ? await Memberships(at.Person.Value, ct) : [];
        return new(
            session.Next, factors, await Describe(at, ct), memberships.FirstOrDefault(m => m.Id == session.MembershipId), memberships,
            session.Method, session.SecondFactor, session.SignedInAt, session.RecentUntil(settings.Value, time.GetUtcNow()), session.ExpiresAt,
            (int)session.Idle.TotalMinutes,
            Permission.All.Where(p => p.Reach == Reach.MEMBERSHIP).ToDictionary(p => CamelCase(p.Name), p => p.Allows(actor), StringComparer.Ordinal));
    }

    /// <summary>What a person could act as today, with the names of organisations and 課室.</summary>
    public async Task<IReadOnlyList<OwnMembership>> Memberships(Person person, CancellationToken ct)
    {
        var held = person.ActingOn(Tokyo.Today(time));
        var organisations = (await store.OpenSession().Query<Organisation>(
            "WHERE d.id = ANY ($1)", [new NpgsqlParameter<Guid[]> { TypedValue = [.. held.Select(m => m.OrganisationId)] }], ct)).ToDictionary(o => o.Id, o => o.Value);
        return [.. held.Select(m => Describe(m, organisations[m.OrganisationId]))];
    }

    /// <summary>The person of a session; not even a name as long as only a password was shown.</summary>
    public async Task<OwnPerson> Describe(SessionAtHand at, CancellationToken ct)
    {
        if (at.Session.Next == SignInStep.SECOND_FACTOR)
        {
            return new(at.Person.Id, Name: null, Mail: null);
        }

        var (name, mail) = (at.Person.Value.Name, at.Person.Value.Mail);
        var texts = await values.Load(mail is { } given ? [name, given] : [name], ct);
        return new(at.Person.Id, texts[name], mail is { } address ? texts[address] : null);
    }

    private static OwnMembership Describe(Membership m, Organisation organisation) => new(
        m.Id, m.OrganisationId, organisation.Name, organisation.Kind, m.SectionId, organisation.Sections.FirstOrDefault(s => s.Id == m.SectionId)?.Name, m.Role);

    private static string CamelCase(string kebab) =>
        JsonNamingPolicy.CamelCase.ConvertName(string.Concat(kebab.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])));
}
