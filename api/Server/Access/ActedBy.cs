using System.Text.Json.Nodes;
using SecurityTracker.Domain;

namespace SecurityTracker.Server.Access;

/// <summary>Who did something, as shown beside it.</summary>
/// <param name="Name">What the person is called.</param>
/// <param name="Role">The role in which it was done; null for the program itself.</param>
/// <param name="OrganisationName">The organisation it was done for.</param>
/// <param name="SectionName">Its 課室 in which the person then was, where it is an office of the ministry.</param>
internal sealed record ActedBy(string Name, Role? Role, string? OrganisationName, string? SectionName)
{
    /// <summary>The program itself.</summary>
    public static ActedBy System { get; } = new("SecurityTracker", Role: null, OrganisationName: null, SectionName: null);
}

/// <summary>Names the actors of recorded events, for one answer.</summary>
internal sealed class Signatories
{
    private readonly ActorNames names;

    private Signatories(ActorNames names) => this.names = names;

    /// <summary>Reads what everyone is called.</summary>
    public static async Task<Signatories> Load(Actors actors, CancellationToken ct) =>
        new(await actors.Everyone(ct));

    /// <summary>Reads the names of those who appended events with these headers, and of other people, in one round trip.</summary>
    public static async Task<Signatories> Load(Actors actors, IEnumerable<JsonObject> headers, CancellationToken ct, params IEnumerable<Guid> others) =>
        new(await actors.Named(headers, others, ct));

    /// <summary>
    /// Who appended an event with these headers. Before people signed in, an organisation had one person a role: those are named by
    /// the role's word.
    /// </summary>
    public ActedBy Of(JsonObject headers)
    {
        var actor = ActorHeaders.Read(headers);
        return actor switch
        {
            { Kind: ActorKind.SYSTEM } => ActedBy.System,
            _ => new(NameOf(actor), actor.Role, PlaceOf(actor.OrganisationId), PlaceOf(actor.SectionId)),
        };
    }

    /// <summary>What a person is called; who is not known by name goes by the role.</summary>
    public string NameOf(Guid personId, Role role) => names.People.GetValueOrDefault(personId) ?? Actors.NameOf(role);

    private string? PlaceOf(Guid? id) => id is { } place ? names.Places.GetValueOrDefault(place) : null;

    private string NameOf(Actor actor) =>
        actor.PersonId is { } id && names.People.TryGetValue(id, out var name) ? name
        : actor.Role is { } role ? Actors.NameOf(role)
        : ActedBy.System.Name;
}
