using System.Text.Json.Serialization;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Obligations;

namespace SecurityTracker.Domain.Contracts;

/// <summary>What happened to a contract (契約).</summary>
public interface IContractEvent : IEvent;

/// <summary>Whether the members of a consortium are parties themselves (連名契約) or count as 再委託先 of the 幹事法人 under 5).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Consortium>))]
public enum Consortium
{
    JOINT,
    LEAD_ONLY,
}

/// <summary>A point that the annex leaves open and that the officer and the contractor settle for their contract.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Convention>))]
public enum Convention
{
    /// <summary>What is reported for acts at the end of the work (返却・廃棄・消去) while the work goes on.</summary>
    END_OF_WORK,

    /// <summary>What is reported for the acceptance of audits while none was held.</summary>
    NO_AUDIT_YET,
}

/// <summary>主 or 副.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OfficerPost>))]
public enum OfficerPost
{
    PRIMARY,
    DEPUTY,
}

/// <summary>One of the 担当職員 of a contract; everything personal is kept outside the events.</summary>
/// <param name="Post">主 or 副.</param>
/// <param name="Name">氏名.</param>
/// <param name="Mail">The officer's own address, beside the shared one of the 課室.</param>
/// <param name="Telephone">電話.</param>
/// <param name="From">Since when the officer is in charge.</param>
/// <param name="PersonId">The person here, or null where the officer has no account.</param>
public sealed record ContractOfficer(
    OfficerPost Post,
    [property: Personal] PersonalRef Name,
    [property: Personal] PersonalRef? Mail,
    [property: Personal] PersonalRef? Telephone,
    DateOnly From,
    Guid? PersonId = null);

/// <summary>受注者 (受託者); of a consortium its 幹事法人.</summary>
/// <param name="OrganisationId">The organisation here, whose people see the contract; null when it is not known here.</param>
/// <param name="Name">名称, as it stands in the contract.</param>
/// <param name="Address">住所, as it stands in the contract.</param>
/// <param name="RepresentativeTitle">役職, printed before the name (代表取締役 …).</param>
/// <param name="RepresentativeName">代表者氏名, kept outside the events.</param>
/// <param name="CorporateNumber">法人番号, 13 digits.</param>
public sealed record ContractorParty(
    Guid? OrganisationId,
    string Name,
    string Address,
    string? RepresentativeTitle,
    [property: Personal] PersonalRef RepresentativeName,
    string? CorporateNumber);

/// <summary>担当課室.</summary>
/// <param name="OfficeId">The ministry's office here, whose people see the contract; null when it is not known here.</param>
/// <param name="OfficeName">Its name (関東経済産業局 …).</param>
/// <param name="SectionName">The 課室 of the inquiry block.</param>
/// <param name="SectionMail">The shared mail address of the 課室, kept outside the events.</param>
/// <param name="SectionId">The 課室 here, whose officers see the contract; null when it is not known here.</param>
public sealed record ResponsibleSection(
    Guid? OfficeId, string? OfficeName, string SectionName, [property: Personal] PersonalRef? SectionMail, Guid? SectionId = null);

/// <summary>協議 or 相談 with the ministry, as noted: when, with whom (課室 and post rather than a person's name) and how it came out.</summary>
public sealed record Consultation(DateOnly ConsultedOn, string With, string Outcome);

/// <summary>What a 変更契約 or a 訂正 changes: null stands for "as before".</summary>
public sealed record ContractChanges(
    string? Name = null,
    DateOnly? SignedOn = null,
    DateOnly? StartsOn = null,
    DateOnly? EndsOn = null,
    EditionRef? Edition = null,
    ContractorParty? Contractor = null,
    ResponsibleSection? Section = null)
{
    /// <summary>No change at all.</summary>
    public static ContractChanges None { get; } = new();
}

/// <summary>The contract enters the program; <paramref name="SignedOn"/> is null while it is in preparation (契約準備中).</summary>
public sealed record ContractRegistered(
    string Name,
    DateOnly? SignedOn,
    DateOnly StartsOn,
    DateOnly EndsOn,
    EditionRef Edition,
    ContractorParty Contractor,
    ResponsibleSection Section,
    string Addressee,
    DateOnly AddresseeFrom,
    string NamedNorm,
    string? EffectiveNorm,
    Consortium? Consortium,
    Guid? PredecessorId) : IContractEvent;

/// <summary>契約締結. The norm in force on that day is the effective one (2) second sentence), where it is known.</summary>
public sealed record ContractSigned(DateOnly SignedOn, string? EffectiveNorm) : IContractEvent;

/// <summary>変更契約 agreed between the parties; the form's 契約締結日 stays the first one.</summary>
public sealed record ContractAmended(DateOnly AgreedOn, string Reason, ContractChanges Changes) : IContractEvent;

/// <summary>訂正 of a slip in what was entered; the old value stays in the history and the reason beside it.</summary>
public sealed record ContractCorrected(string Reason, ContractChanges Changes) : IContractEvent;

/// <summary>契約解除; 8) starts at once.</summary>
public sealed record ContractTerminated(DateOnly TerminatedOn, string Reason) : IContractEvent;

/// <summary>The earlier contract of the same work, or null when there is none after all. Nothing granted under it carries over.</summary>
public sealed record ContractPredecessorNamed(Guid? PredecessorId) : IContractEvent;

/// <summary>Whom reports are addressed to from this day on (異動, 組織改編).</summary>
public sealed record ContractAddresseeChanged(string Addressee, DateOnly From) : IContractEvent;

/// <summary>規程等: what the annex names and what is in force for this contract.</summary>
public sealed record ContractNormsSet(string NamedNorm, string? EffectiveNorm) : IContractEvent;

/// <summary>The six はい／いいえ answers that proposals are drawn from.</summary>
public sealed record ContractQuestionsAnswered(
    bool Subcontracting,
    bool BringsDevices,
    bool CopiesOutside,
    bool Cloud,
    bool SystemOrSite,
    bool ApplicationOrContent) : IContractEvent;

/// <summary>An item that the annex does not have, added after 相談 with the ministry (記載要領 2).</summary>
public sealed record ContractExtraItemAdded(int Number, string Text, Consultation Consultation) : IContractEvent;

/// <summary>What the officer and the contractor agreed to report where the annex leaves it open.</summary>
public sealed record ContractConventionAgreed(Convention Convention, ImplementationStatus Status, Consultation Consultation) : IContractEvent;

/// <summary>
/// Whether a change of the roster alone is shown again and no more (再提示のみで可), or proposed for 同意 as well, which is the default: item 4)
/// asks for 再提示 and has no word of approval, item 1) counts the roster into the 体制.
/// </summary>
/// <param name="RecordedBy">Who wrote it down.</param>
public sealed record ContractRosterChangesAgreed(bool RePresentationOnly, Consultation Consultation, Side RecordedBy) : IContractEvent;

/// <summary>The 担当職員 from this day on, all of them: the list takes the place of the one before (異動).</summary>
/// <param name="FileId">The mail that announced it, or null.</param>
/// <param name="RecordedBy">Who wrote it down; null in what was recorded before sides were told apart.</param>
public sealed record ContractOfficersChanged(
    IReadOnlyList<ContractOfficer> Officers, DateOnly From, Guid? FileId = null, Side? RecordedBy = null) : IContractEvent;

/// <summary>When to report, as the officer agreed; the periods are named where the basis is a calendar of its own.</summary>
public sealed record ContractReportingAgreed(ReportingBasis Basis, IReadOnlyList<AgreedPeriod>? Periods, Consultation Consultation) : IContractEvent;
