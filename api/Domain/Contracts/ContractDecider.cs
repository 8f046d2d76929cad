using static SecurityTracker.Domain.Decision;

namespace SecurityTracker.Domain.Contracts;

/// <summary>What may happen to a contract, and what it then is.</summary>
public static class ContractDecider
{
    /// <summary>The events that follow from a command, or why it is refused; nothing where nothing would change.</summary>
    public static Decision Decide(IContractCommand command, Contract state) => (command, state) switch
    {
        (RegisterContract c, { Exists: false }) => ContractRules.Check(c) is { } refusal ? Refuse(refusal) : Accept(Registered(c)),
        (RegisterContract, _) => Refuse(ContractRefusals.Registered),
        (_, { Exists: false }) => Refuse(ContractRefusals.NotFound),
        (SignContract c, _) => Sign(c, state),
        (AmendContract c, _) => Amend(c, state),
        (CorrectContract c, _) => Correct(c, state),
        (TerminateContract c, _) => Terminate(c, state),
        (NamePredecessor c, _) => Name(c, state),
        (ChangeAddressee c, _) => Change(c, state),
        (SetNorms c, _) => Set(c, state),
        (SetMailSubject c, _) => MailSubjects.Decide(c, state),
        (AnswerQuestions c, _) => Answer(c.Answers, state),
        (AddExtraItem c, _) => Add(c, state),
        (AgreeConvention c, _) => Agree(c, state),
        (AgreeRosterChanges c, _) => Agree(c, state),
        (ChangeOfficers c, _) => Change(c, state),
        (AgreeReporting c, _) => Agree(c, state),
        (SucceedOfficer c, _) => OfficerSuccession.Decide(c, state),
        (EngageSubcontractor c, _) => SubcontractorRules.Decide(c, state),
        (ChangeSubcontractor c, _) => SubcontractorRules.Decide(c, state),
        (RenumberSubcontractors c, _) => SubcontractorRules.Decide(c, state),
        (ReleaseSubcontractor c, _) => SubcontractorRules.Decide(c, state),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "unknown command"),
    };

    /// <summary>The contract after one more event.</summary>
    public static Contract Evolve(Contract state, IContractEvent e) => e switch
    {
        ContractRegistered r => Contract.Initial with
        {
            Name = r.Name, SignedOn = r.SignedOn, StartsOn = r.StartsOn, EndsOn = r.EndsOn, Edition = r.Edition, EditionCodes = [r.Edition.Code],
            Contractor = r.Contractor, Section = r.Section, Addressees = [new(r.Addressee, r.AddresseeFrom)],
            NamedNorm = r.NamedNorm, EffectiveNorm = r.EffectiveNorm, Consortium = r.Consortium, PredecessorId = r.PredecessorId,
        },
        ContractSigned s => state with { SignedOn = s.SignedOn, EffectiveNorm = s.EffectiveNorm ?? state.EffectiveNorm },
        ContractAmended a => Changed(state, a.Changes) with { Amendments = [.. state.Amendments, new(a.AgreedOn, a.Reason)] },
        ContractCorrected c => Changed(state, c.Changes),
        ContractTerminated t => state with { Termination = new(t.TerminatedOn, t.Reason) },
        ContractPredecessorNamed p => state with { PredecessorId = p.PredecessorId },
        ContractAddresseeChanged a => state with
        {
            Addressees = [.. state.Addressees.Where(x => x.From != a.From).Append(new(a.Addressee, a.From)).OrderBy(x => x.From)],
        },
        ContractMailSubjectSet m => state with { MailSubjectPattern = m.Pattern },
        ContractNormsSet n => state with { NamedNorm = n.NamedNorm, EffectiveNorm = n.EffectiveNorm, NormsAsked = false },
        ContractQuestionsAnswered q => state with
        {
            Answers = new(q.Subcontracting, q.BringsDevices, q.CopiesOutside, q.Cloud, q.SystemOrSite, q.ApplicationOrContent),
        },
        ContractExtraItemAdded x => state with { ExtraItems = [.. state.ExtraItems, new(x.Number, x.Text, x.Consultation)] },
        ContractConventionAgreed c => state with
        {
            Conventions = [.. state.Conventions.Where(x => x.Convention != c.Convention), new(c.Convention, c.Status, c.Consultation)],
        },
        ContractRosterChangesAgreed r => state with { RosterChanges = new(r.RePresentationOnly, r.Consultation, r.RecordedBy) },
        ContractOfficersChanged o => state with
        {
            OfficerLists = [.. state.OfficerLists.Where(x => x.From != o.From).Append(new(o.From, o.Officers, o.FileId, o.RecordedBy)).OrderBy(x => x.From)],
        },
        ContractReportingAgreed r => state with { Reporting = new(new(r.Basis, r.Periods ?? []), r.Consultation) },
        SubcontractorEngaged or SubcontractorChanged or SubcontractorReleased => state with { Subcontractors = SubcontractorRules.Evolve(state.Subcontractors, e) },
        _ => throw new ArgumentOutOfRangeException(nameof(e), e, "unknown event"),
    };

    private static Contract Changed(Contract state, ContractChanges c) => state with
    {
        Name = c.Name ?? state.Name,
        SignedOn = c.SignedOn ?? state.SignedOn,
        StartsOn = c.StartsOn ?? state.StartsOn,
        EndsOn = c.EndsOn ?? state.EndsOn,
        Edition = c.Edition ?? state.Edition,
        EditionCodes = c.Edition is { } other && !state.EditionCodes.Contains(other.Code) ? [.. state.EditionCodes, other.Code] : state.EditionCodes,
        NormsAsked = state.NormsAsked || (c.Edition is { } edition && edition.Code != state.Edition.Code),
        Contractor = c.Contractor ?? state.Contractor,
        Section = c.Section ?? state.Section,
    };

    private static ContractRegistered Registered(RegisterContract c) => new(
        c.Name, c.SignedOn, c.StartsOn, c.EndsOn, c.Edition, Party(c.Contractor), Section(c.Section),
        c.Addressee, AddresseeFrom: c.SignedOn < c.StartsOn ? c.SignedOn.Value : c.StartsOn,
        c.NamedNorm, c.EffectiveNorm, c.Consortium, c.Predecessor?.Id);

    private static Decision Sign(SignContract c, Contract state)
    {
        var refusal = Texts.OptionalLine(c.EffectiveNorm, ContractRules.MaxNorm, "/effectiveNorm")
            ?? ContractRules.CheckTerm(c.SignedOn, state.StartsOn, state.EndsOn);
        return state switch
        {
            { Termination: not null } => Refuse(ContractRefusals.Terminated),
            { SignedOn: { } day } when day != c.SignedOn => Refuse(ContractRefusals.Signed),
            _ when refusal is not null => Refuse(refusal),
            _ when state.SignedOn == c.SignedOn && (c.EffectiveNorm is null || c.EffectiveNorm == state.EffectiveNorm) => Nothing,
            _ => Accept(new ContractSigned(c.SignedOn, c.EffectiveNorm)),
        };
    }

    /// <summary>Why there is nothing to amend or to terminate, or null: a contract is amended from its signing to its termination.</summary>
    public static Refusal? NotToAmend(Contract state) => state switch
    {
        { Termination: not null } => ContractRefusals.Terminated,
        { SignedOn: null } => ContractRefusals.NotSigned,
        _ => null,
    };

    private static Decision Amend(AmendContract c, Contract state)
    {
        var changes = Difference(c.Changes with { SignedOn = null }, state);
        var refusal = Texts.Paragraphs(c.Reason, "/reason") ?? ContractRules.Check(c.Changes, state);
        return state switch
        {
            _ when NotToAmend(state) is { } closed => Refuse(closed),
            _ when c.AgreedOn < state.SignedOn => Refuse(ContractRefusals.AgreedBeforeSigning),
            _ when refusal is not null => Refuse(refusal),
            _ => changes == ContractChanges.None ? Nothing : Accept(new ContractAmended(c.AgreedOn, c.Reason, changes)),
        };
    }

    private static Decision Correct(CorrectContract c, Contract state)
    {
        var changes = Difference(c.Changes, state);
        var refusal = Texts.Paragraphs(c.Reason, "/reason")
            ?? (c.Changes.SignedOn is not null && state.SignedOn is null ? ContractRefusals.NotSigned.At("/signedOn") : null)
            ?? ContractRules.Check(c.Changes, state);
        return refusal is not null ? Refuse(refusal)
            : changes == ContractChanges.None ? Nothing
            : Accept(new ContractCorrected(c.Reason, changes));
    }

    private static Decision Terminate(TerminateContract c, Contract state) => state switch
    {
        { Termination: { } t } => t == new Termination(c.TerminatedOn, c.Reason) ? Nothing : Refuse(ContractRefusals.Terminated),
        { SignedOn: null } => Refuse(ContractRefusals.NotSigned),
        _ when c.TerminatedOn < state.SignedOn || c.TerminatedOn > state.EndsOn => Refuse(ContractRefusals.TerminationOutsideTerm),
        _ when Texts.Paragraphs(c.Reason, "/reason") is { } refusal => Refuse(refusal),
        _ => Accept(new ContractTerminated(c.TerminatedOn, c.Reason)),
    };

    private static Decision Name(NamePredecessor c, Contract state) =>
        c.Predecessor?.Id == state.PredecessorId ? Nothing
        : ContractRules.CheckPredecessor(c.ContractId, state.StartsOn, c.Predecessor) is { } refusal ? Refuse(refusal)
        : Accept(new ContractPredecessorNamed(c.Predecessor?.Id));

    private static Decision Change(ChangeAddressee c, Contract state) =>
        (Texts.Line(c.Addressee, ContractRules.MaxName, "/addressee") ?? ContractRules.CheckDay(c.From, "/from")) is { } refusal ? Refuse(refusal)
        : state.Addressees.Contains(new(c.Addressee, c.From)) ? Nothing
        : Accept(new ContractAddresseeChanged(c.Addressee, c.From));

    private static Decision Set(SetNorms c, Contract state) =>
        ContractRules.CheckNorms(c.NamedNorm, c.EffectiveNorm) is { } refusal ? Refuse(refusal)
        : (c.NamedNorm, c.EffectiveNorm) == (state.NamedNorm, state.EffectiveNorm) && !state.NormsAsked ? Nothing
        : Accept(new ContractNormsSet(c.NamedNorm, c.EffectiveNorm));

    private static Decision Answer(Answers a, Contract state) => a == state.Answers ? Nothing : Accept(new ContractQuestionsAnswered(
        a.Subcontracting, a.BringsDevices, a.CopiesOutside, a.Cloud, a.SystemOrSite, a.ApplicationOrContent));

    private static Decision Add(AddExtraItem c, Contract state) =>
        Texts.Paragraphs(c.Text, "/text") is { } refusal ? Refuse(refusal)
        : Consulted(c.Consultation, consultation => Accept(new ContractExtraItemAdded(ExtraItem.FirstNumber + state.ExtraItems.Count, c.Text, consultation)));

    private static Decision Agree(AgreeConvention c, Contract state) => Consulted(c.Consultation, consultation =>
        state.Agreed(c.Convention) == new AgreedConvention(c.Convention, c.Status, consultation) ? Nothing
        : Accept(new ContractConventionAgreed(c.Convention, c.Status, consultation)));

    private static Decision Agree(AgreeRosterChanges c, Contract state) => Consulted(c.Consultation, consultation =>
        state.RosterChanges == new RosterChanges(c.RePresentationOnly, consultation, c.RecordedBy) ? Nothing
        : Accept(new ContractRosterChangesAgreed(c.RePresentationOnly, consultation, c.RecordedBy)));

    private static Decision Change(ChangeOfficers c, Contract state)
    {
        if (OfficerRules.Check(c) is { } refusal)
        {
            return Refuse(refusal);
        }

        ContractOfficer[] officers = [.. c.Officers.Select(o => new ContractOfficer(o.Post, o.Name.Ref, o.Mail?.Ref, o.Telephone?.Ref, o.From, o.PersonId))];
        return state.OfficerLists.Any(list => list.From == c.From && list.Officers.SequenceEqual(officers) && (c.FileId is null || c.FileId == list.FileId))
            ? Nothing
            : Accept(new ContractOfficersChanged(officers, c.From, c.FileId, c.RecordedBy));
    }

    private static Decision Agree(AgreeReporting c, Contract state) =>
        ReportingRules.Check(c, state) is { } refusal ? Refuse(refusal)
        : Consulted(c.Consultation, consultation =>
            state.Reporting is { } r && r.Agreed.Basis == c.Basis && r.Agreed.Calendar.SequenceEqual(c.Periods ?? []) && r.Consultation == consultation ? Nothing
            : Accept(new ContractReportingAgreed(c.Basis, c.Periods, consultation)));

    // Nothing is agreed without a 協議.
    private static Decision Consulted(Consultation? consultation, Func<Consultation, Decision> agreed) =>
        consultation is null ? Refuse(ContractRefusals.ConsultationMissing)
        : ContractRules.CheckConsultation(consultation) is { } refusal ? Refuse(refusal)
        : agreed(consultation);

    private static ContractChanges Difference(ChangesInput c, Contract state) => new(
        c.Name == state.Name ? null : c.Name,
        c.SignedOn == state.SignedOn ? null : c.SignedOn,
        c.StartsOn == state.StartsOn ? null : c.StartsOn,
        c.EndsOn == state.EndsOn ? null : c.EndsOn,
        c.Edition == state.Edition ? null : c.Edition,
        c.Contractor is null || Party(c.Contractor) == state.Contractor ? null : Party(c.Contractor),
        c.Section is null || Section(c.Section) == state.Section ? null : Section(c.Section));

    private static ContractorParty Party(ContractorInput c) =>
        new(c.OrganisationId, c.Name, c.Address, c.RepresentativeTitle, c.RepresentativeName.Ref, c.CorporateNumber);

    private static ResponsibleSection Section(SectionInput s) => new(s.OfficeId, s.OfficeName, s.SectionName, s.SectionMail?.Ref, s.SectionId);
}
