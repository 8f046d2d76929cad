using SecurityTracker.Domain.Contracts;
using static SecurityTracker.Domain.Decision;

namespace SecurityTracker.Domain.Access;

/// <summary>What can be asked of a person's record.</summary>
public interface IPersonCommand;

/// <summary>Makes a person known.</summary>
public sealed record RegisterPerson(PersonalInput Name, PersonalInput? Mail) : IPersonCommand;

/// <summary>Gives the person another name.</summary>
public sealed record RenamePerson(PersonalInput Name) : IPersonCommand;

/// <summary>Gives the person another address, or none.</summary>
public sealed record ChangePersonMail(PersonalInput? Mail) : IPersonCommand;

/// <summary>Lets the person act for an organisation.</summary>
/// <param name="MembershipId">A fresh id.</param>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Organisation">The organisation as it stands: its kind and its 課室 say which roles there are.</param>
/// <param name="SectionId">The 課室, for 担当職員 and 課室長.</param>
/// <param name="Role">As what.</param>
/// <param name="From">The first day.</param>
public sealed record GrantMembership(Guid MembershipId, Guid OrganisationId, Organisation Organisation, Guid? SectionId, Role Role, DateOnly From) : IPersonCommand;

/// <summary>Ends a membership: on this day the person does not act in it any more.</summary>
public sealed record EndMembership(Guid MembershipId, DateOnly On) : IPersonCommand;

/// <summary>Erases what is personal; the personal values themselves are erased in the same transaction by who asks.</summary>
public sealed record ErasePerson(DateOnly On) : IPersonCommand;

/// <summary>The rules of people and their memberships.</summary>
public static class PersonDecider
{
    private const int MaxName = 100;

    private static readonly Role[] OfContractors = [Role.CONTRACTOR_OFFICER, Role.CONTRACTOR_STAFF, Role.SUBCONTRACTOR_OFFICER, Role.ADMINISTRATOR];
    private static readonly Role[] OfOffices = [Role.SUPERVISING_OFFICER, Role.SECTION_HEAD, Role.AUDITOR, Role.ADMINISTRATOR];

    /// <summary>The roles that an organisation of a kind has.</summary>
    public static IReadOnlyList<Role> RolesOf(OrganisationKind kind) => kind == OrganisationKind.CONTRACTOR ? OfContractors : OfOffices;

    /// <summary>Whether a role is played in a 課室.</summary>
    public static bool HasSection(Role role) => role is Role.SUPERVISING_OFFICER or Role.SECTION_HEAD;

    /// <summary>What follows from a command, or why it is refused.</summary>
    public static Decision Decide(IPersonCommand command, Person state) => (command, state) switch
    {
        (RegisterPerson, { Exists: true }) => Refuse(PersonRefusals.Registered),
        (RegisterPerson c, _) => (CheckName(c.Name) ?? CheckMail(c.Mail)) is { } refusal ? Refuse(refusal) : Accept(new PersonRegistered(c.Name.Ref, c.Mail?.Ref)),
        (_, { Exists: false }) => Refuse(PersonRefusals.NotFound),
        (ErasePerson, { Erased: true }) => Nothing,
        (ErasePerson c, _) => Accept([.. state.Memberships.Where(m => m.On is null || m.On > c.On).Select(m => End(m, c.On)), new PersonErased()]),
        (_, { Erased: true }) => Refuse(PersonRefusals.Erased),
        (RenamePerson c, _) => c.Name.Ref == state.Name ? Nothing : CheckName(c.Name) is { } refusal ? Refuse(refusal) : Accept(new PersonRenamed(c.Name.Ref)),
        (ChangePersonMail c, _) => c.Mail?.Ref == state.Mail ? Nothing : CheckMail(c.Mail) is { } refusal ? Refuse(refusal) : Accept(new PersonMailChanged(c.Mail?.Ref)),
        (GrantMembership c, _) => Grant(c, state),
        (EndMembership c, _) => End(c, state),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "A command without a rule"),
    };

    /// <summary>The person after an event.</summary>
    public static Person Evolve(Person state, IPersonEvent e) => e switch
    {
        PersonRegistered r => Person.Initial with { Name = r.Name, Mail = r.Mail },
        PersonRenamed r => state with { Name = r.Name },
        PersonMailChanged m => state with { Mail = m.Mail },
        MembershipGranted g => state with { Memberships = [.. state.Memberships, new(g.MembershipId, g.OrganisationId, g.SectionId, g.Role, g.From, On: null)] },
        MembershipEnded d => state with { Memberships = [.. state.Memberships.Select(m => m.Id == d.MembershipId ? m with { On = d.On } : m)] },
        PersonErased => state with { Erased = true },
        _ => throw new ArgumentOutOfRangeException(nameof(e), e, "An event without a rule"),
    };

    /// <summary>Why nobody can be somebody in this role in an organisation, or in this 課室 of it; null where one can.</summary>
    public static Refusal? NotAPlace(Organisation organisation, Role role, Guid? sectionId)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return !RolesOf(organisation.Kind).Contains(role) ? PersonRefusals.RoleNotOfOrganisation
            : sectionId is null ? HasSection(role) ? PersonRefusals.SectionMissing : null
            : !HasSection(role) || organisation.Sections.All(s => s.Id != sectionId) ? PersonRefusals.SectionUnknown
            : null;
    }

    /// <summary>Why an actor neither gives nor takes a role in their own organisation, or null where they do.</summary>
    public static Refusal? NotToGive(Role role, Guid? sectionId, Actor actor) => (actor.Role, role) switch
    {
        (Role.ADMINISTRATOR, _) => null,
        (Role.CONTRACTOR_OFFICER, Role.CONTRACTOR_OFFICER or Role.CONTRACTOR_STAFF or Role.SUBCONTRACTOR_OFFICER) => null,
        (Role.SUBCONTRACTOR_OFFICER, Role.SUBCONTRACTOR_OFFICER) => null,
        (Role.SECTION_HEAD, Role.SUPERVISING_OFFICER or Role.SECTION_HEAD) when sectionId == actor.SectionId => null,
        _ => PersonRefusals.RoleNotYours,
    };

    /// <summary>Why an administrator does not erase a person of their organisation on a day, or null: nobody erases themselves, nor who acts for others too.</summary>
    public static Refusal? NotToErase(Guid personId, Person state, Actor actor, DateOnly day) =>
        personId == actor.PersonId ? PersonRefusals.ErasingOneself
        : state.ActingOn(day).Any(membership => membership.OrganisationId != actor.OrganisationId) ? PersonRefusals.ActsForOthers
        : null;

    private static Decision Grant(GrantMembership c, Person state)
    {
        var refusal = c switch
        {
            _ when NotAPlace(c.Organisation, c.Role, c.SectionId) is { } notAPlace => notAPlace,
            _ when state.Memberships.Any(m => (m.OrganisationId, m.SectionId, m.Role) == (c.OrganisationId, c.SectionId, c.Role) && (m.On is null || m.On > c.From)) =>
                PersonRefusals.MembershipTwice,
            _ => ContractRules.CheckDay(c.From, "/from"),
        };
        return refusal is null ? Accept(new MembershipGranted(c.MembershipId, c.OrganisationId, c.SectionId, c.Role, c.From)) : Refuse(refusal);
    }

    private static Decision End(EndMembership c, Person state) => state.Memberships.FirstOrDefault(m => m.Id == c.MembershipId) switch
    {
        null => Refuse(PersonRefusals.MembershipUnknown),
        { On: { } on } when on <= c.On => Nothing,
        var membership => ContractRules.CheckDay(c.On, "/on") is { } refusal ? Refuse(refusal) : Accept(End(membership, c.On)),
    };

    // What has not begun yet ends on the day it would have begun: the person never acted in it.
    private static MembershipEnded End(Membership membership, DateOnly on) => new(membership.Id, on < membership.From ? membership.From : on);

    private static Refusal? CheckName(PersonalInput name) => Names.Line(name.Value, MaxName, "/name");

    private static Refusal? CheckMail(PersonalInput? mail) => mail is null || ContractRules.LooksLikeMail(mail.Value) ? null : ContractRefusals.MailInvalid.At("/mail");
}
