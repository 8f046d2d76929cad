using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Obligations;

namespace SecurityTracker.Domain.Contracts;

/// <summary>What someone asks of a contract.</summary>
public interface IContractCommand;

/// <summary>A personal value as it came, with the random id under which it is kept; only the id enters the event.</summary>
public sealed record PersonalInput([property: Personal] string Value, PersonalRef Ref);

/// <summary>受注者 as entered.</summary>
public sealed record ContractorInput(
    Guid? OrganisationId, string Name, string Address, string? RepresentativeTitle, PersonalInput RepresentativeName, string? CorporateNumber);

/// <summary>担当課室 as entered.</summary>
public sealed record SectionInput(Guid? OfficeId, string? OfficeName, string SectionName, PersonalInput? SectionMail, Guid? SectionId = null);

/// <summary>Another contract, as far as it matters to this one.</summary>
public sealed record PredecessorInput(Guid Id, DateOnly StartsOn);

/// <summary>One 担当職員 as entered.</summary>
public sealed record OfficerInput(OfficerPost Post, PersonalInput Name, PersonalInput? Mail, PersonalInput? Telephone, DateOnly From, Guid? PersonId = null);

/// <summary>What is to change; null stands for "as before".</summary>
public sealed record ChangesInput(
    string? Name = null,
    DateOnly? SignedOn = null,
    DateOnly? StartsOn = null,
    DateOnly? EndsOn = null,
    EditionRef? Edition = null,
    ContractorInput? Contractor = null,
    SectionInput? Section = null);

/// <summary>Enter a contract, signed or still in preparation.</summary>
public sealed record RegisterContract(
    Guid ContractId,
    string Name,
    DateOnly? SignedOn,
    DateOnly StartsOn,
    DateOnly EndsOn,
    EditionRef Edition,
    ContractorInput Contractor,
    SectionInput Section,
    string Addressee,
    string NamedNorm,
    string? EffectiveNorm = null,
    Consortium? Consortium = null,
    PredecessorInput? Predecessor = null) : IContractCommand;

/// <summary>Note the 契約締結.</summary>
public sealed record SignContract(DateOnly SignedOn, string? EffectiveNorm) : IContractCommand;

/// <summary>Note a 変更契約.</summary>
public sealed record AmendContract(DateOnly AgreedOn, string Reason, ChangesInput Changes) : IContractCommand;

/// <summary>Correct a slip (訂正).</summary>
public sealed record CorrectContract(string Reason, ChangesInput Changes) : IContractCommand;

/// <summary>Note a 契約解除.</summary>
public sealed record TerminateContract(DateOnly TerminatedOn, string Reason) : IContractCommand;

/// <summary>Name the earlier contract of the same work, or take the name back with null.</summary>
public sealed record NamePredecessor(Guid ContractId, PredecessorInput? Predecessor) : IContractCommand;

/// <summary>Address reports otherwise from a day on.</summary>
public sealed record ChangeAddressee(string Addressee, DateOnly From) : IContractCommand;

/// <summary>Set named and effective norm.</summary>
public sealed record SetNorms(string NamedNorm, string? EffectiveNorm) : IContractCommand;

/// <summary>Answer the six questions.</summary>
public sealed record AnswerQuestions(Answers Answers) : IContractCommand;

/// <summary>Add an item after 相談 (記載要領 2).</summary>
public sealed record AddExtraItem(string Text, Consultation? Consultation) : IContractCommand;

/// <summary>Note what was agreed to report where the annex leaves it open.</summary>
public sealed record AgreeConvention(Convention Convention, ImplementationStatus Status, Consultation? Consultation) : IContractCommand;

/// <summary>Note whether a change of the roster alone wants no more than 再提示, as agreed with the officer.</summary>
public sealed record AgreeRosterChanges(bool RePresentationOnly, Consultation? Consultation, Side RecordedBy) : IContractCommand;

/// <summary>Name the 担当職員 from a day on.</summary>
public sealed record ChangeOfficers(
    IReadOnlyList<OfficerInput> Officers, DateOnly From, Guid? FileId = null, Side? RecordedBy = null) : IContractCommand;

/// <summary>Note when to report, as agreed with the officer; the periods only with a calendar of its own.</summary>
public sealed record AgreeReporting(ReportingBasis Basis, IReadOnlyList<AgreedPeriod>? Periods, Consultation? Consultation) : IContractCommand;
