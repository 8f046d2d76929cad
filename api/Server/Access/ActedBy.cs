using System.Text.Json.Nodes;
using SecurityTracker.Domain;

namespace SecurityTracker.Server.Access;

/// <summary>Who did something, as shown beside it.</summary>
/// <param name="Name">What the person is called.</param>
/// <param name="Role">The role in which it was done; null for the program itself.</param>
/// <param name="OrganisationName">The organisation it was done for.</param>
public sealed record ActedBy(string Name, Role? Role, string? OrganisationName)
{
    /// <summary>The program itself.</summary>
    public static ActedBy System { get; } = new("SecurityTracker", Role: null, OrganisationName: null);
}

/// <summary>Names the actors of recorded events, for one answer.</summary>
public sealed class Signatories
{
    private readonly IReadOnlyDictionary<Guid, string> organisations;
    private readonly IReadOnlyDictionary<Guid, string> people;

    private Signatories(IReadOnlyDictionary<Guid, string> organisations, IReadOnlyDictionary<Guid, string> people) =>
        (this.organisations, this.people) = (organisations, people);

    /// <summary>Reads who is known.</summary>
    public static async Task<Signatories> Load(Actors actors, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actors);
        var (organisations, people) = (actors.Organisations(ct), actors.Names(ct));
        return new(await organisations, await people);
    }

    /// <summary>Who appended an event with these headers.</summary>
    public ActedBy Of(JsonObject headers)
    {
        var actor = ActorHeaders.Read(headers);
        return actor switch
        {
            { Kind: ActorKind.SYSTEM } => ActedBy.System,
            _ => new(NameOf(actor), actor.Role, actor.OrganisationId is { } office ? organisations.GetValueOrDefault(office) : null),
        };
    }

    /// <summary>What a person is called; who is not known by name goes by the role.</summary>
    public string NameOf(Guid personId, Role role) => people.GetValueOrDefault(personId) ?? Actors.NameOf(role);

    private string NameOf(Actor actor) =>
        actor.PersonId is { } id && people.TryGetValue(id, out var name) ? name
        : actor.Role is { } role ? Actors.NameOf(role)
        : ActedBy.System.Name;
}
