using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Organisations;

/// <summary>Organisations, their 課室 and their people.</summary>
internal sealed class OrganisationsModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddScoped<OrganisationPeople>()
        .AddScoped<SectionRules>();

    public void Register(Nouns store)
    {
        RegisterOrganisations(store);
        RegisterPeople(store);
    }

    private static void RegisterOrganisations(Nouns store) => store
        .MapEvent<OrganisationRegistered>("organisation_registered")
        .MapEvent<OrganisationRenamed>("organisation_renamed")
        .MapEvent<SectionAdded>("section_added")
        .MapEvent<SectionMailChanged>("section_mail_changed")
        .MapEvent<SectionReviewRulesSet>("section_review_rules_set")
        .MapEvent<SectionRetentionSet>("section_retention_set")
        .MapEvent<SectionReminderRhythmSet>("section_reminder_rhythm_set")
        .MapEvent<SectionDelegated>("section_delegated")
        .MapEvent<SectionDelegationEnded>("section_delegation_ended")
        .Fold<Organisation, IOrganisationEvent>("organisation", Organisation.Initial, OrganisationDecider.Evolve, version: 4)
        .Promote("kind", "text", o => o.Kind)
        .Promote("name", "text", o => o.Name)
        .Promote("registered_by_id", "uuid", o => o.RegisteredById);

    private static void RegisterPeople(Nouns store) => store
        .MapEvent<PersonRegistered>("person_registered")
        .MapEvent<PersonRenamed>("person_renamed")
        .MapEvent<PersonMailChanged>("person_mail_changed")
        .MapEvent<MembershipGranted>("membership_granted")
        .MapEvent<MembershipEnded>("membership_ended")
        .MapEvent<PersonErased>("person_erased")
        .Fold<Person, IPersonEvent>("person", Person.Initial, PersonDecider.Evolve)
        .Promote("membership_ids", "uuid[]", p => p.Memberships.Select(m => m.Id).ToArray(), index: true)
        .Promote("organisation_ids", "uuid[]", p => p.Memberships.Select(m => m.OrganisationId).Distinct().ToArray(), index: true)
        .Promote("section_ids", "uuid[]", p => p.Memberships.Select(m => m.SectionId).OfType<Guid>().Distinct().ToArray(), index: true);

    public Task Prepare(IServiceProvider services, CancellationToken ct) => FirstOrganisations.Register(services.GetRequiredService<EventStore>(), ct);
}
