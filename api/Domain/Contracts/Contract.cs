using System.Text.Json.Serialization;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Obligations;

namespace SecurityTracker.Domain.Contracts;

/// <summary>Where a contract stands on a given day.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContractStage>))]
public enum ContractStage
{
    /// <summary>契約準備中: not signed yet.</summary>
    PREPARING,
    ACTIVE,

    /// <summary>The last day has passed.</summary>
    ENDED,

    /// <summary>契約解除.</summary>
    TERMINATED,
}

/// <summary>Whom reports are addressed to, from which day on.</summary>
public sealed record Addressee(string Text, DateOnly From);

/// <summary>契約解除.</summary>
public sealed record Termination(DateOnly On, string Reason);

/// <summary>A 変更契約 that was agreed.</summary>
public sealed record Amendment(DateOnly AgreedOn, string Reason);

/// <summary>The six answers; each says whether the contract has the thing at all.</summary>
public sealed record Answers(
    bool Subcontracting, bool BringsDevices, bool CopiesOutside, bool Cloud, bool SystemOrSite, bool ApplicationOrContent);

/// <summary>An added item. Its number starts at <see cref="FirstNumber"/> so that it never meets a number of any edition.</summary>
public sealed record ExtraItem(int Number, string Text, Consultation Consultation)
{
    /// <summary>The number of a contract's first added item.</summary>
    public const int FirstNumber = 101;

    /// <summary>The requirement id of an added item, e.g. <c>extra:1</c>.</summary>
    public static string RequirementId(int number) => $"extra:{number - FirstNumber + 1}";
}

/// <summary>The agreed status for a convention.</summary>
public sealed record AgreedConvention(Convention Convention, ImplementationStatus Status, Consultation Consultation);

/// <summary>What was agreed on changes of the roster alone.</summary>
/// <param name="RePresentationOnly">再提示のみで可.</param>
public sealed record RosterChanges(bool RePresentationOnly, Consultation Consultation, Side RecordedBy);

/// <summary>The 担当職員 from a day on.</summary>
/// <param name="FileId">The mail that announced them, or null.</param>
/// <param name="RecordedBy">Who wrote it down, or null where that was not kept.</param>
public sealed record OfficerList(DateOnly From, IReadOnlyList<ContractOfficer> Officers, Guid? FileId = null, Side? RecordedBy = null);

/// <summary>When to report, as agreed, and the 協議 in which it was.</summary>
public sealed record ReportingAgreement(AgreedReporting Agreed, Consultation Consultation);

/// <summary>A contract as its events tell it.</summary>
public sealed record Contract(
    string Name,
    DateOnly? SignedOn,
    DateOnly StartsOn,
    DateOnly EndsOn,
    EditionRef Edition,
    ContractorParty Contractor,
    ResponsibleSection Section,
    IReadOnlyList<Addressee> Addressees,
    string NamedNorm,
    string? EffectiveNorm,
    Consortium? Consortium,
    Guid? PredecessorId,
    IReadOnlyList<Amendment> Amendments,
    Termination? Termination,
    Answers? Answers,
    IReadOnlyList<ExtraItem> ExtraItems,
    IReadOnlyList<AgreedConvention> Conventions,
    IReadOnlyList<OfficerList> OfficerLists,
    ReportingAgreement? Reporting,
    IReadOnlyList<Subcontractor> Subcontractors)
{
    /// <summary>No contract yet.</summary>
    public static Contract Initial { get; } = new(
        Name: "", SignedOn: null, StartsOn: default, EndsOn: default, new EditionRef("", 0),
        new ContractorParty(OrganisationId: null, "", "", RepresentativeTitle: null, default, CorporateNumber: null),
        new ResponsibleSection(OfficeId: null, OfficeName: null, "", SectionMail: null),
        [], NamedNorm: "", EffectiveNorm: null, Consortium: null, PredecessorId: null, Amendments: [], Termination: null, Answers: null, [], [], [], Reporting: null, []);

    /// <summary>The 件名 rule of mails on this contract, or null while our default applies.</summary>
    public string? MailSubjectPattern { get; init; }

    /// <summary>The annex was changed to another edition, and nobody has said since which norms it names and which is in force.</summary>
    public bool NormsAsked { get; init; }

    /// <summary>The codes of the editions that the contract is on or ever was: what was reported or presented on one stays readable with it.</summary>
    public IReadOnlyList<string> EditionCodes { get; init; } = [];

    /// <summary>What was agreed on changes of the roster alone, or null while the default applies: 再提示 and 同意.</summary>
    public RosterChanges? RosterChanges { get; init; }

    /// <summary>Whether the contract was registered at all.</summary>
    [JsonIgnore]
    public bool Exists => Edition.Revision > 0;

    /// <summary>The days of the contract: its end is the day of 契約解除 if there was one. That can be before the first day, where it was signed before.</summary>
    [JsonIgnore]
    public DateSpan Term => new(StartsOn, Termination?.On ?? EndsOn);

    /// <summary>The stage on a day in Tokyo; the last day of the term still belongs to it.</summary>
    public ContractStage StageOn(DateOnly today) => StageOn(SignedOn, EndsOn, Termination?.On, today);

    /// <inheritdoc cref="StageOn(DateOnly)"/>
    public static ContractStage StageOn(DateOnly? signedOn, DateOnly endsOn, DateOnly? terminatedOn, DateOnly today) =>
        terminatedOn is not null ? ContractStage.TERMINATED
        : signedOn is null ? ContractStage.PREPARING
        : today > endsOn ? ContractStage.ENDED
        : ContractStage.ACTIVE;

    /// <summary>The addressee on a day: the latest that had begun, or the first one for any day before.</summary>
    public string AddresseeOn(DateOnly day) =>
        (Addressees.LastOrDefault(a => a.From <= day) ?? (Addressees.Count > 0 ? Addressees[0] : null))?.Text ?? "";

    /// <summary>The 担当職員 on a day: the latest list that had begun, or the first one for any day before.</summary>
    public IReadOnlyList<ContractOfficer> OfficersOn(DateOnly day) =>
        (OfficerLists.LastOrDefault(list => list.From <= day) ?? (OfficerLists.Count > 0 ? OfficerLists[0] : null))?.Officers ?? [];

    /// <summary>Whether someone acts for the contractor itself, the 幹事法人 of a consortium.</summary>
    public bool IsContractors(Actor actor) =>
        actor is { Role: Role.CONTRACTOR_OFFICER or Role.CONTRACTOR_STAFF } && actor.OrganisationId == Contractor.OrganisationId;

    /// <summary>Of several parties the 幹事法人 alone hands in and presents for all of them: why this actor does not, or null.</summary>
    public Refusal? NotLead(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Kind == ActorKind.SYSTEM || IsContractors(actor) ? null : SubcontractorRefusals.LeadOnly;
    }

    /// <summary>
    /// The contract itself (契約締結, 変更契約, 訂正, 契約解除), whom it names (担当職員, あて先) and what is agreed on it are changed by the ministry's
    /// side or by the 幹事法人: why this actor does not, or null.
    /// </summary>
    public Refusal? NotToChange(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Role is Role.CONTRACTOR_OFFICER or Role.CONTRACTOR_STAFF ? NotLead(actor) : null;
    }

    /// <summary>Why an organisation cannot be named as one that takes part beside the contractor, or null.</summary>
    /// <param name="organisationId">The organisation.</param>
    /// <param name="but">The firm of this contract that it would be.</param>
    public Refusal? NotToTakePart(Guid organisationId, Guid? but = null) =>
        organisationId == Contractor.OrganisationId ? SubcontractorRefusals.Itself
        : Subcontractors.Any(s => s.Id != but && s.EndedOn is null && s.OrganisationId == organisationId) ? SubcontractorRefusals.Twice
        : null;

    /// <summary>The name of the party for which someone acts: of a 連名契約 that party's own.</summary>
    public string PartyOf(Actor actor) => IsContractors(actor) ? Contractor.Name
        : Subcontractors.FirstOrDefault(s => s is { Kind: SubcontractorKind.JOINT_MEMBER, EndedOn: null } && s.OrganisationId == actor.OrganisationId)?.Name ?? Contractor.Name;

    /// <summary>The organisations of a 連名契約 beside the 幹事法人.</summary>
    [JsonIgnore]
    public IReadOnlyList<Guid> JointMemberIds =>
        [.. Subcontractors.Where(s => s is { Kind: SubcontractorKind.JOINT_MEMBER, EndedOn: null }).Select(s => s.OrganisationId).OfType<Guid>()];

    /// <summary>What was agreed for a convention, or null while the default applies.</summary>
    public AgreedConvention? Agreed(Convention convention) => Conventions.FirstOrDefault(c => c.Convention == convention);
}
