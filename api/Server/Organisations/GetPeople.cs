using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Organisations;

/// <summary>What the actor could do for somebody.</summary>
internal sealed record PersonCan(Can ResetSignIn);

/// <summary>One of the organisation's people, with what they act in here; what they act in elsewhere is not told.</summary>
internal sealed record PersonDetails(Guid Id, long Version, string Name, string? Mail, bool Erased, bool Active, IReadOnlyList<PersonMembership> Memberships, PersonCan Can);

/// <summary>A delegation of a 課室長, with the name of who decides.</summary>
internal sealed record DelegationDetails(Guid Id, Guid ToPersonId, string ToName, DateOnly From, DateOnly Until);

/// <summary>What the actor could do with a 課室.</summary>
internal sealed record SectionCan(Can ChangeSectionMail, Can SetReviewRules, Can Delegate, Can SucceedOfficer, Can SetRetention, Can SetSectionReminders);

/// <summary>A 課室 with what it works by.</summary>
/// <param name="RetentionYears">保存期間 in years after the fiscal year; null for the 既定値.</param>
/// <param name="ReminderRhythm">How often its people are written to who have not chosen themselves; null for the 既定値, once a week.</param>
internal sealed record SectionDetails(
    Guid Id, string Name, string? Mail, IReadOnlyList<ReviewedKind> SecondPairOfEyes, IReadOnlyList<DelegationDetails> Delegations, SectionCan Can, int? RetentionYears, ReminderRhythm? ReminderRhythm);

/// <summary>What the actor could do with the organisation's people.</summary>
internal sealed record PeopleCan(Can Invite, Can CreateServiceAccount, Can ErasePerson, Can AddSection, Can RegisterOrganisation);

/// <summary>An organisation with its people.</summary>
/// <param name="RolesToGive">The roles that the actor may give; none to who does not manage people.</param>
internal sealed record OrganisationPeopleDetails(
    OrganisationDetails Organisation, IReadOnlyList<SectionDetails> Sections, IReadOnlyList<PersonDetails> People,
    IReadOnlyList<RoleToGive> RolesToGive, PeopleCan Can);

/// <summary>The people of one's own organisation. Of any other there are none to be seen. The version is the organisation's; each person carries their own.</summary>
internal sealed class GetPeopleEndpoint(OrganisationAccess access, OrganisationPeople people, PersonalValues values, Actor actor) : ApiEndpoint<OfOrganisation>
{
    public override void Configure()
    {
        Get("/organisations/{id:guid}/people");
        Description(route => route
            .Requires(Permission.ReadPeople)
            .Reads<OrganisationPeopleDetails>());
    }

    public override async Task<IResult> ExecuteAsync(OfOrganisation request, CancellationToken ct)
    {
        var organisation = (await access.Own(request.Id, ct)).OrNotFound();
        var all = await people.All(request.Id, ct);
        var names = await values.Load([.. all.SelectMany(p => new[] { p.Value.Name, p.Value.Mail }).OfType<PersonalRef>()], ct);
        var details = all.Select(p => Of(p, names, people.Today, Memberships(p.Value, organisation, access), access)).ToList();
        return Answer.Of(
            new OrganisationPeopleDetails(
                OrganisationDetails.Of(organisation),
                [.. organisation.Value.Sections.Select(s => Of(s, organisation.Value, details, access, actor))],
                details,
                Permission.ManagePeople.Allows(actor) ? access.RolesToGive(organisation.Value) : [],
                new(
                    Can.If(Permission.ManagePeople, actor), Can.If(Permission.ManagePeople, actor), Can.If(Permission.ErasePerson, actor),
                    Can.If(Permission.RegisterOrganisation, actor), access.CanAddOffice)),
            organisation.Version);
    }

    private static PersonDetails Of(
        Versioned<Person> person, IReadOnlyDictionary<PersonalRef, string> names, DateOnly today, List<PersonMembership> memberships, OrganisationAccess access) => new(
        person.Id, person.Version, names[person.Value.Name], person.Value.Mail is { } mail ? names[mail] : null, person.Value.Erased,
        memberships.Exists(m => Holds(m, today)), memberships, new(access.CanReset(person.Id, [.. memberships.Where(m => Holds(m, today))])));

    private static bool Holds(PersonMembership m, DateOnly today) => m.From <= today && (m.On is null || today < m.On);

    private static List<PersonMembership> Memberships(Person person, Versioned<Organisation> organisation, OrganisationAccess access) =>
        [.. from m in person.Memberships
            where m.OrganisationId == organisation.Id
            let section = organisation.Value.Sections.FirstOrDefault(s => s.Id == m.SectionId)?.Name
            select new PersonMembership(m.Id, m.Role, m.SectionId, section, m.From, m.On, new(access.CanTake(m.Role, m.SectionId)))];

    private static SectionDetails Of(Section section, Organisation organisation, List<PersonDetails> people, OrganisationAccess access, Actor actor)
    {
        var aside = access.LooksAfter(section.Id) ? null : SectionRefusals.NotFound;
        return new(
            section.Id, section.Name, section.Mail, organisation.SecondPairOfEyes(section.Id),
            [.. organisation.Delegations.Where(d => d.SectionId == section.Id)
                .Select(d => new DelegationDetails(d.Id, d.ToPersonId, people.FirstOrDefault(p => p.Id == d.ToPersonId)?.Name ?? PersonalValues.Erased, d.From, d.Until))],
            new(
                Can.If(Permission.ManageSection, actor, aside), Can.If(Permission.ManageSection, actor, aside),
                Can.If(Permission.Delegate, actor, aside), Can.If(Permission.SucceedOfficers, actor, aside), Can.If(Permission.ManageSection, actor, aside), Can.If(Permission.ManageSection, actor, aside)),
            organisation.RetentionYears(section.Id), organisation.ReminderRhythm(section.Id));
    }
}
