using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Parts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>How far the reported items of a contract are recorded.</summary>
/// <param name="Unrecorded">Without a status.</param>
/// <param name="ReasonMissing">With a status whose reason, or the explanation of ⑩, is still to be written.</param>
/// <param name="LookWanted">Recorded for words that a 変更契約 changed since; they are in none of the three until a person has looked.</param>
internal sealed record ContractCounts(int Implemented, int NotImplemented, int NotApplicable, int Unrecorded, int ReasonMissing, int LookWanted);

/// <summary>受注者 with its representative's name.</summary>
internal sealed record ContractorDetails(
    Guid? OrganisationId, string Name, string Address, string? RepresentativeTitle, string RepresentativeName, string? CorporateNumber);

/// <summary>One item of a contract in short.</summary>
internal sealed record ObligationSummary(
    int Number,
    string RequirementId,
    long Version,
    string? Heading,
    bool Reported,
    ImplementationStatus? Status,
    string? Reason,
    StatusSource? Source,
    string? Explanation,
    bool ReasonMissing,
    bool LookWanted,
    DateTimeOffset UpdatedAt);

/// <summary>What the actor could do with a contract now.</summary>
internal sealed record ContractCan(
    Can SignContract, Can AmendContract, Can CorrectContract, Can TerminateContract, Can AnswerQuestions, Can AddExtraItem, Can DraftReport, Can EngageSubcontractor, Can SetMailSubject, Can AgreeRosterChanges);

/// <summary>One 担当職員.</summary>
internal sealed record OfficerDetails(OfficerPost Post, string Name, string? Mail, string? Telephone, DateOnly From, Guid? PersonId);

/// <summary>The 担当職員 from a day on.</summary>
/// <param name="FileId">The mail that announced them.</param>
/// <param name="RecordedBy">Whether the contractor wrote it down (「受注者が記録」).</param>
internal sealed record OfficerListDetails(DateOnly From, IReadOnlyList<OfficerDetails> Officers, Guid? FileId, Side? RecordedBy);

/// <summary>What the actor could do with a firm that takes part.</summary>
internal sealed record SubcontractorCan(Can ChangeSubcontractor, Can ReleaseSubcontractor);

/// <summary>A firm that takes part.</summary>
/// <param name="PartId">Its part, or null for a joint party.</param>
/// <param name="OrganisationChoice">Whether a change can say which organisation here it is.</param>
internal sealed record SubcontractorDetails(
    Guid Id, Guid? OrganisationId, string Name, SubcontractorKind Kind, IReadOnlyList<int> Numbers, DateOnly From, DateOnly? EndedOn, Guid? PartId,
    Can OrganisationChoice, SubcontractorCan Can)
{
    /// <summary>A firm of a contract.</summary>
    internal static SubcontractorDetails Of(Guid contractId, Contract contract, Subcontractor s, Actor actor)
    {
        var changeable = contract.NotLead(actor) ?? (s.EndedOn is null ? null : SubcontractorRefusals.Ended);
        var hasPart = s.Kind != SubcontractorKind.JOINT_MEMBER;
        Can If(Refusal? refusal) => Http.Can.If(Permission.RegisterSubcontractor, actor, refusal);
        return new(
            s.Id, s.OrganisationId, s.Name, s.Kind, s.Numbers, s.From, s.EndedOn, hasPart ? StreamId.Part(contractId, s.Id) : null,
            If(changeable ?? (hasPart && s.OrganisationId is not null ? PartRefusals.OfAnotherFirm : null)),
            new(If(changeable), If(changeable)));
    }
}

/// <summary>The 件名 rule of the contract's mails.</summary>
/// <param name="Pattern">As the section asked for it, or null while our default (既定値) applies.</param>
/// <param name="Example">A whole 件名 as it would be now.</param>
internal sealed record MailSubjectDetails(string? Pattern, string Default, string Example)
{
    /// <summary>The rule of a contract.</summary>
    public static MailSubjectDetails Of(Contract contract) =>
        new(contract.MailSubjectPattern, MailSubjects.Default, MailSubjects.Of(contract.MailSubjectPattern, contract.Name, "機器の持込み（許可のお願い）"));
}

/// <summary>When to report, as agreed with the 担当職員.</summary>
/// <param name="Periods">Empty unless the basis is a calendar of its own.</param>
internal sealed record ReportingDetails(ReportingBasis Basis, IReadOnlyList<AgreedPeriod> Periods, Consultation Consultation);

/// <summary>A contract with all that its page shows of it.</summary>
/// <param name="NormsAsked">The annex was changed to another edition, and which norms hold since is to be said (規程等).</param>
/// <param name="SectionIsHere">Somebody of the 担当課室 has joined: else nothing reaches it by this program.</param>
/// <param name="Officers">The 担当職員 of today; all lists with their days in <paramref name="OfficerLists"/>.</param>
/// <param name="RosterChanges">What was agreed on changes of the roster alone, or null while the default applies: 再提示 and 同意.</param>
/// <param name="Reporting">When to report, or null while our default (既定値) applies.</param>
/// <param name="Addressee">Whom a report of today would be addressed to; all of them with their days in <paramref name="Addressees"/>.</param>
internal sealed record ContractDetails(
    Guid Id,
    long Version,
    string Name,
    ContractStage Stage,
    string EditionCode,
    int EditionRevision,
    DateOnly? SignedOn,
    DateOnly StartsOn,
    DateOnly EndsOn,
    ContractorDetails Contractor,
    Guid? OfficeId,
    string? OfficeName,
    Guid? SectionId,
    string SectionName,
    string? SectionMail,
    bool SectionIsHere,
    string Addressee,
    IReadOnlyList<Addressee> Addressees,
    string NamedNorm,
    string? EffectiveNorm,
    bool NormsAsked,
    Consortium? Consortium,
    Guid? PredecessorId,
    IReadOnlyList<Amendment> Amendments,
    DateOnly? TerminatedOn,
    string? TerminationReason,
    Answers? Answers,
    IReadOnlyList<ExtraItem> ExtraItems,
    IReadOnlyList<AgreedConvention> Conventions,
    RosterChanges? RosterChanges,
    IReadOnlyList<OfficerDetails> Officers,
    IReadOnlyList<OfficerListDetails> OfficerLists,
    ReportingDetails? Reporting,
    IReadOnlyList<SubcontractorDetails> Subcontractors,
    MailSubjectDetails MailSubject,
    ContractCounts Counts,
    IReadOnlyList<ObligationSummary> Obligations,
    ContractCan Can)
{
    /// <summary>Puts a contract together with its records and its personal values.</summary>
    public static ContractDetails Of(
        Versioned<Contract> contract,
        IReadOnlyList<ObligationSummary> obligations,
        IReadOnlyDictionary<PersonalRef, string> personal,
        Actor actor,
        DateOnly today,
        bool sectionIsHere)
    {
        var c = contract.Value;
        string Shown(PersonalRef value) => personal.GetValueOrDefault(value, PersonalValues.Erased);
        OfficerDetails Officer(ContractOfficer o) =>
            new(o.Post, Shown(o.Name), o.Mail is { } address ? Shown(address) : null, o.Telephone is { } number ? Shown(number) : null, o.From, o.PersonId);
        return new(
            contract.Id, contract.Version, c.Name, c.StageOn(today), c.Edition.Code, c.Edition.Revision, c.SignedOn, c.StartsOn, c.EndsOn,
            new(c.Contractor.OrganisationId, c.Contractor.Name, c.Contractor.Address, c.Contractor.RepresentativeTitle,
                Shown(c.Contractor.RepresentativeName), c.Contractor.CorporateNumber),
            c.Section.OfficeId, c.Section.OfficeName, c.Section.SectionId, c.Section.SectionName, c.Section.SectionMail is { } mail ? Shown(mail) : null,
            sectionIsHere, c.AddresseeOn(today), c.Addressees, c.NamedNorm, c.EffectiveNorm, c.NormsAsked, c.Consortium, c.PredecessorId, c.Amendments,
            c.Termination?.On, c.Termination?.Reason, c.Answers, Seen(c.ExtraItems, obligations), c.Conventions, c.RosterChanges,
            [.. c.OfficersOn(today).Select(Officer)], [.. c.OfficerLists.Select(list => new OfficerListDetails(list.From, [.. list.Officers.Select(Officer)], list.FileId, list.RecordedBy))],
            c.Reporting is { } r ? new(r.Agreed.Basis, r.Agreed.Calendar, r.Consultation) : null,
            // 再委託先 are the officers' matter: staff see the items assigned to them.
            actor.Role == Role.CONTRACTOR_STAFF ? [] : [.. c.Subcontractors.Select(s => SubcontractorDetails.Of(contract.Id, c, s, actor))], MailSubjectDetails.Of(c), Count(obligations), obligations, CanDo(c, actor));
    }

    // An added item that is not among what the actor sees does not show its text either.
    private static IReadOnlyList<ExtraItem> Seen(IReadOnlyList<ExtraItem> items, IReadOnlyList<ObligationSummary> obligations) =>
        [.. items.Where(item => obligations.Any(o => o.Number == item.Number))];

    private static ContractCounts Count(IReadOnlyList<ObligationSummary> obligations)
    {
        var reported = obligations.Where(o => o.Reported).ToList();
        int With(ImplementationStatus? status) => reported.Count(o => o.Status == status && !o.LookWanted);
        return new(
            With(ImplementationStatus.IMPLEMENTED),
            With(ImplementationStatus.NOT_IMPLEMENTED),
            With(ImplementationStatus.NOT_APPLICABLE),
            With(status: null),
            reported.Count(o => o.ReasonMissing),
            reported.Count(o => o.LookWanted));
    }

    private static ContractCan CanDo(Contract c, Actor actor)
    {
        var notTheirs = c.NotToChange(actor);
        var terminated = c.Termination is null ? null : ContractRefusals.Terminated;
        var changeable = ContractDecider.NotToAmend(c);
        return new(
            Http.Can.If(Permission.RegisterContract, actor, notTheirs ?? terminated ?? (c.SignedOn is null ? null : ContractRefusals.Signed)),
            Http.Can.If(Permission.RegisterContract, actor, notTheirs ?? changeable),
            Http.Can.If(Permission.RegisterContract, actor, notTheirs),
            Http.Can.If(Permission.RegisterContract, actor, notTheirs ?? changeable),
            Http.Can.If(Permission.AnswerQuestions, actor),
            Http.Can.If(Permission.AddExtraItem, actor, notTheirs),
            Http.Can.If(Permission.DraftReport, actor),
            Http.Can.If(Permission.RegisterSubcontractor, actor, c.NotLead(actor)),
            Http.Can.If(Permission.RegisterContract, actor, notTheirs),
            Http.Can.If(Permission.RegisterContract, actor, notTheirs));
    }
}
