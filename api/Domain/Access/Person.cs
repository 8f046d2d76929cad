using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.Access;

/// <summary>What happened to a person: who they are here, and for whom they act. Passwords, keys and sessions are rows elsewhere, never events.</summary>
public interface IPersonEvent : IEvent;

/// <summary>A person is known here from now on.</summary>
public sealed record PersonRegistered([property: Personal] PersonalRef Name, [property: Personal] PersonalRef? Mail) : IPersonEvent;

/// <summary>The person goes by another name; what was signed under the former keeps it.</summary>
public sealed record PersonRenamed([property: Personal] PersonalRef Name) : IPersonEvent;

/// <summary>The person is written to at another address.</summary>
public sealed record PersonMailChanged([property: Personal] PersonalRef? Mail) : IPersonEvent;

/// <summary>The person acts for an organisation in a role, from a day on.</summary>
/// <param name="MembershipId">Its id; sessions and tokens act as one membership.</param>
/// <param name="OrganisationId">For whom.</param>
/// <param name="SectionId">The 課室, for roles that have one.</param>
/// <param name="Role">As what.</param>
/// <param name="From">The first day.</param>
public sealed record MembershipGranted(Guid MembershipId, Guid OrganisationId, Guid? SectionId, Role Role, DateOnly From) : IPersonEvent;

/// <summary>The person no longer acts as this member: not on this day nor after it. Acts of before stay theirs.</summary>
public sealed record MembershipEnded(Guid MembershipId, DateOnly On) : IPersonEvent;

/// <summary>What is personal was erased; memberships ended with it. Readers see 「消去済み」.</summary>
public sealed record PersonErased : IPersonEvent;

/// <summary>One part that a person plays.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganisationId">For whom.</param>
/// <param name="SectionId">The 課室, or null.</param>
/// <param name="Role">As what.</param>
/// <param name="From">The first day.</param>
/// <param name="On">The first day on which it is over, or null while no end is known.</param>
public sealed record Membership(Guid Id, Guid OrganisationId, Guid? SectionId, Role Role, DateOnly From, DateOnly? On)
{
    /// <summary>Whether the person acts in it on a day (in Tokyo).</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (On is null || day < On);
}

/// <summary>A person as they are known here.</summary>
public sealed record Person(PersonalRef Name, PersonalRef? Mail, IReadOnlyList<Membership> Memberships, bool Erased)
{
    /// <summary>Nobody yet.</summary>
    public static Person Initial { get; } = new(default, Mail: null, [], Erased: false);

    /// <summary>Whether the person was registered at all.</summary>
    [JsonIgnore]
    public bool Exists => Name != default;

    /// <summary>The membership with this id if the person acts in it on a day, or null.</summary>
    public Membership? Acting(Guid membershipId, DateOnly day) => Erased ? null : Memberships.FirstOrDefault(m => m.Id == membershipId && m.HoldsOn(day));

    /// <summary>All that the person acts in on a day, in the order in which they were granted.</summary>
    public IReadOnlyList<Membership> ActingOn(DateOnly day) => Erased ? [] : [.. Memberships.Where(m => m.HoldsOn(day))];
}
