using SecurityTracker.Domain;

namespace SecurityTracker.Server.Access;

/// <summary>What the actor could do with a role of somebody.</summary>
internal sealed record MembershipCan(Can EndMembership);

/// <summary>One role that a person has in the organisation.</summary>
/// <param name="On">The first day on which it is over, or null.</param>
internal sealed record PersonMembership(Guid Id, Role Role, Guid? SectionId, string? SectionName, DateOnly From, DateOnly? On, MembershipCan Can);

/// <summary>A role that the actor may give to people and programs of the organisation.</summary>
/// <param name="SectionIds">The 課室 for which, where the role is of one; else null.</param>
internal sealed record RoleToGive(Role Role, IReadOnlyList<Guid>? SectionIds);
