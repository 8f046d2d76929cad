using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;

namespace SecurityTracker.DomainTests.Contracts;

/// <summary>A contract to test with: signed on 2026-07-10, from that day to 2027-02-27, edition ED-X.</summary>
internal static class ContractSamples
{
    public static readonly Guid Id = new("01990000-0000-7000-8000-000000000001");
    public static readonly PersonalInput Representative = new("代表　太郎", new(new Guid("01990000-0000-7000-8000-0000000000aa")));
    public static readonly EditionRef Edition = new("ED-X", 1);
    public static readonly Consultation Consulted = new(new(2026, 9, 1), "○○課　課長補佐", "追加して差し支えないとの回答");

    public static readonly ContractorInput Contractor =
        new(OrganisationId: null, "株式会社調査", "東京都千代田区一丁目1番1号", "代表取締役", Representative, "4011001098993");

    public static readonly RegisterContract Register = new(
        Id, "令和8年度　動向調査", new(2026, 7, 10), new(2026, 7, 10), new(2027, 2, 27), Edition, Contractor,
        new SectionInput(OfficeId: null, OfficeName: null, "文化創造産業課", SectionMail: null),
        "経済産業省文化創造産業課長 殿", "令和5年度版", "令和7年度版");

    public static readonly ContractRegistered Registered = new(
        Register.Name, Register.SignedOn, Register.StartsOn, Register.EndsOn, Edition,
        new(OrganisationId: null, Contractor.Name, Contractor.Address, Contractor.RepresentativeTitle, Representative.Ref, Contractor.CorporateNumber),
        new(OfficeId: null, OfficeName: null, "文化創造産業課", SectionMail: null),
        Register.Addressee, Register.StartsOn, Register.NamedNorm, Register.EffectiveNorm, Consortium: null, PredecessorId: null);

    public static readonly ContractRegistered InPreparation = Registered with { SignedOn = null };
}
