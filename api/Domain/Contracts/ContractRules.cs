namespace SecurityTracker.Domain.Contracts;

/// <summary>What a contract's fields must be. Each check answers the first refusal, or null when all is well.</summary>
internal static class ContractRules
{
    public const int MaxName = 200;
    public const int MaxNorm = 200;
    private const int MaxTermYears = 10;
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2100, 12, 31);

    public static Refusal? Check(RegisterContract c) =>
        Texts.Line(c.Name, MaxName, "/name")
        ?? CheckTerm(c.SignedOn, c.StartsOn, c.EndsOn)
        ?? CheckContractor(c.Contractor)
        ?? CheckSection(c.Section)
        ?? Texts.Line(c.Addressee, MaxName, "/addressee")
        ?? CheckNorms(c.NamedNorm, c.EffectiveNorm)
        ?? CheckPredecessor(c.ContractId, c.StartsOn, c.Predecessor);

    /// <summary>The contract as it would be after the changes must obey the same rules.</summary>
    public static Refusal? Check(ChangesInput c, Contract state) =>
        Texts.OptionalLine(c.Name, MaxName, "/name")
        ?? CheckTerm(c.SignedOn ?? state.SignedOn, c.StartsOn ?? state.StartsOn, c.EndsOn ?? state.EndsOn)
        ?? (c.Contractor is null ? null : CheckContractor(c.Contractor))
        ?? (c.Section is null ? null : CheckSection(c.Section));

    public static Refusal? CheckTerm(DateOnly? signedOn, DateOnly startsOn, DateOnly endsOn) =>
        endsOn < startsOn ? ContractRefusals.TermInvalid
        : startsOn < Earliest || endsOn > Latest || endsOn > startsOn.AddYears(MaxTermYears) ? ContractRefusals.TermTooLong
        : signedOn > endsOn ? ContractRefusals.SignedAfterEnd
        : signedOn is { } day ? CheckDay(day, "/signedOn")
        : null;

    public static Refusal? CheckDay(DateOnly day, string pointer) =>
        day < Earliest || day > Latest ? ContractRefusals.TermTooLong.At(pointer) : null;

    public static Refusal? CheckNorms(string namedNorm, string? effectiveNorm) =>
        Texts.Line(namedNorm, MaxNorm, "/namedNorm") ?? Texts.OptionalLine(effectiveNorm, MaxNorm, "/effectiveNorm");

    public static Refusal? CheckPredecessor(Guid contractId, DateOnly startsOn, PredecessorInput? predecessor) => predecessor switch
    {
        null => null,
        { Id: var id } when id == contractId => ContractRefusals.PredecessorItself,
        { StartsOn: var start } when start >= startsOn => ContractRefusals.PredecessorNotEarlier,
        _ => null,
    };

    public static Refusal? CheckConsultation(Consultation consultation) =>
        (Texts.IsBlank(consultation.With) || Texts.IsBlank(consultation.Outcome) ? ContractRefusals.ConsultationMissing : null)
        ?? Texts.Line(consultation.With, MaxName, "/consultation/with")
        ?? Texts.Paragraphs(consultation.Outcome, "/consultation/outcome")
        ?? CheckDay(consultation.ConsultedOn, "/consultation/consultedOn");

    private static Refusal? CheckContractor(ContractorInput c) =>
        Texts.Line(c.Name, MaxName, "/contractor/name")
        ?? Texts.Line(c.Address, MaxName, "/contractor/address")
        ?? Texts.OptionalLine(c.RepresentativeTitle, MaxName, "/contractor/representativeTitle")
        ?? Texts.Line(c.RepresentativeName.Value, MaxName, "/contractor/representativeName")
        ?? (c.CorporateNumber is null || CorporateNumber.IsValid(c.CorporateNumber) ? null : ContractRefusals.CorporateNumberInvalid);

    private static Refusal? CheckSection(SectionInput s) =>
        Texts.OptionalLine(s.OfficeName, MaxName, "/officeName")
        ?? Texts.Line(s.SectionName, MaxName, "/sectionName")
        ?? (s.SectionMail is null || LooksLikeMail(s.SectionMail.Value) ? null : ContractRefusals.MailInvalid);

    public static bool LooksLikeMail(string text) =>
        text.Length <= 254
        && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at == text.LastIndexOf('@')
        && at < text.Length - 1
        && !text.Any(char.IsWhiteSpace)
        && Texts.IsPrintable(text, lineBreaks: false);
}
