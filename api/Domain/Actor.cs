using System.Text.Json.Serialization;

namespace SecurityTracker.Domain;

/// <summary>Who can act: a person, a service account, the program itself, or someone writing down what an outsider said.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActorKind>))]
public enum ActorKind
{
    PERSON,
    SERVICE,
    SYSTEM,
    ON_BEHALF_OF_OUTSIDER,
}

/// <summary>The part a person plays in an organisation (design: Access).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role
{
    CONTRACTOR_OFFICER,
    CONTRACTOR_STAFF,
    SUBCONTRACTOR_OFFICER,
    SUPERVISING_OFFICER,
    SECTION_HEAD,
    AUDITOR,
    ADMINISTRATOR,
}

/// <summary>
/// Who acts, as of the act. It is kept in the headers of every event from the first one on, so that what was done stays with
/// person, office and role even after a transfer (異動).
/// </summary>
/// <param name="Kind">Person, service, system, or on behalf of an outsider.</param>
/// <param name="PersonId">The person, or null for the system itself.</param>
/// <param name="OrganisationId">The organisation the actor acts for.</param>
/// <param name="SectionId">The 課室, where the organisation is an office of the ministry.</param>
/// <param name="Role">The role in which the act is done.</param>
public sealed record Actor(ActorKind Kind, Guid? PersonId, Guid? OrganisationId, Guid? SectionId, Role? Role)
{
    /// <summary>The side for which the role acts; whoever audits reads with the ministry's.</summary>
    [JsonIgnore]
    public Side Side => Role is Domain.Role.SUPERVISING_OFFICER or Domain.Role.SECTION_HEAD or Domain.Role.AUDITOR ? Side.OFFICER : Side.CONTRACTOR;

    /// <summary>The program itself: migrations, shipped editions, jobs.</summary>
    public static Actor System { get; } = new(ActorKind.SYSTEM, PersonId: null, OrganisationId: null, SectionId: null, Role: null);
}
