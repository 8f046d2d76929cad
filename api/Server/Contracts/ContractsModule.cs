using System.Globalization;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Erasure;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>Contracts and what changes them.</summary>
internal sealed class ContractsModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddScoped<ContractReader>()
        .AddScoped<ContractPeople>()
        .AddScoped<Parties>()
        .AddScoped<ContractEditions>()
        .AddScoped<SectionPresence>()
        .AddScoped<ContractLetters>()
        .AddSingleton<SenderTelephones>()
        .ErasedWithPerson("sender_telephones")
        .AddScoped<Subcontracting>()
        .AddScoped<Succession>()
        .AddScoped<ContractChangeServices>();

    public void Register(Nouns store) => store
        .Migrate("contracts", typeof(ContractsModule).Assembly, "Contracts/")
        .MapEvent<ContractRegistered>("contract_registered")
        .MapEvent<ContractSigned>("contract_signed")
        .MapEvent<ContractAmended>("contract_amended")
        .MapEvent<ContractCorrected>("contract_corrected")
        .MapEvent<ContractTerminated>("contract_terminated")
        .MapEvent<ContractPredecessorNamed>("contract_predecessor_named")
        .MapEvent<ContractAddresseeChanged>("contract_addressee_changed")
        .MapEvent<ContractNormsSet>("contract_norms_set")
        .MapEvent<ContractMailSubjectSet>("contract_mail_subject_set")
        .MapEvent<ContractQuestionsAnswered>("contract_questions_answered")
        .MapEvent<ContractExtraItemAdded>("contract_extra_item_added")
        .MapEvent<ContractConventionAgreed>("contract_convention_agreed")
        .MapEvent<ContractRosterChangesAgreed>("contract_roster_changes_agreed")
        .MapEvent<ContractOfficersChanged>("contract_officers_changed")
        .MapEvent<ContractReportingAgreed>("contract_reporting_agreed")
        .MapEvent<SubcontractorEngaged>("subcontractor_engaged")
        .MapEvent<SubcontractorChanged>("subcontractor_changed")
        .MapEvent<SubcontractorReleased>("subcontractor_released")
        .Fold<Contract, IContractEvent>("contract", Contract.Initial, ContractDecider.Evolve, version: 6)
        .Promote("contractor_organisation_id", "uuid", c => c.Contractor.OrganisationId, index: true)
        .Promote("office_organisation_id", "uuid", c => c.Section.OfficeId, index: true)
        .Promote("name", "text", c => c.Name, index: true)
        .Promote("contractor_name", "text", c => c.Contractor.Name)
        .Promote("office_name", "text", c => c.Section.OfficeName)
        .Promote("section_name", "text", c => c.Section.SectionName)
        .Promote("section_id", "uuid", c => c.Section.SectionId, index: true)
        .Promote("joint_member_ids", "uuid[]", c => c.JointMemberIds.ToArray(), index: true)
        .Promote("firm_ids", "uuid[]", c => c.Subcontractors.Select(s => s.OrganisationId).OfType<Guid>().Distinct().ToArray(), index: true)
        .Promote("officer_person_ids", "uuid[]", c => c.OfficerLists.SelectMany(list => list.Officers).Select(o => o.PersonId).OfType<Guid>().Distinct().ToArray(), index: true)
        .Promote("edition_code", "text", c => c.Edition.Code)
        .Promote("edition_codes", "text[]", c => c.EditionCodes.ToArray(), index: true)
        .Promote("edition_revision", "integer", c => c.Edition.Revision)
        .Promote("signed_on", "date", c => c.SignedOn)
        .Promote("starts_on", "date", c => c.StartsOn)
        .Promote("ends_on", "date", c => c.EndsOn, index: true)
        .Promote("terminated_on", "date", c => c.Termination?.On)
        .Promote("search_text", "text", SearchText);

    /// <summary>A text as it is searched for: NFKC and without case, so that ＡＢＣ finds abc. Never shown, never compared with a clause.</summary>
    internal static string Searchable(string text) => SoundText.Normal(text).ToLower(CultureInfo.InvariantCulture);

    private static string SearchText(Contract c) =>
        Searchable(string.Join('\n', c.Name, c.Contractor.Name, c.Section.OfficeName, c.Section.SectionName));
}
