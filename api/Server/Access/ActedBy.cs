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
    private readonly Dictionary<Guid, ActorSummary> people;

    private Signatories(Dictionary<Guid, ActorSummary> people) => this.people = people;

    /// <summary>Reads who is known, in one round trip.</summary>
    public static async Task<Signatories> Load(Actors actors, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actors);
        return new((await actors.All(ct)).ToDictionary(a => a.Id));
    }

    /// <summary>Who appended an event with these headers.</summary>
    public ActedBy Of(JsonObject headers)
    {
        var actor = ActorHeaders.Read(headers);
        return actor switch
        {
            { Kind: ActorKind.SYSTEM } => ActedBy.System,
            { PersonId: { } id } when people.TryGetValue(id, out var person) => new(person.Name, actor.Role, person.OrganisationName),
            _ => new(actor.Role is { } role ? Actors.NameOf(role) : ActedBy.System.Name, actor.Role, OrganisationName: null),
        };
    }
}
