using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Domain.Deadlines;
using static SecurityTracker.DomainTests.Deadlines.Days;

namespace SecurityTracker.DomainTests.ConfirmationDocuments;

/// <summary>One 確認書類 of three items, all of it in order; each test says what is different.</summary>
internal static class DocumentExamples
{
    public static readonly Guid ContractId = new("01980000-0000-7000-8000-000000000001");
    public static readonly Guid Takano = new("01980000-0000-7000-8000-00000000000a");
    public static readonly DateOnly Today = Day("2026-11-20");

    public static readonly AnnexEdition Annex = new(
        "ED-C", 1, "例", "例", "受注者", "以下の事項について遵守すること。",
        [
            new(1, "17:1", Heading: null, "担当職員に提示し了承を得た上で確認書類として提出すること。", []),
            new(2, "17:2", Heading: null, "規程等を遵守すること。", []),
            new(4, "17:4", Heading: null, "本業務の全ての従事者の所属、専門性、実績及び国籍に関する情報を担当職員に提示すること。", []),
        ],
        Form: null);

    public static readonly IReadOnlyList<DocumentMethod> Recorded = [new(2, "規程を遵守する。", 3), new(4, "従事者を限定する。", 2)];

    public static readonly DocumentContent Content = DocumentContent.From(Annex, [], Recorded) with
    {
        People = [Person(Takano)],
        Organization = new DocumentOrganization("体制の概要", "本社", Ref(90)),
    };

    public static readonly DocumentHeader Header = new(Today, "課長 殿", "東京都", "株式会社例", "代表取締役", Ref(99), Day("2026-07-10"), "調査事業");

    public static readonly IReadOnlyList<DocumentFile> Files = [new(DocumentFileFormat.DOCX, "aa", 1), new(DocumentFileFormat.PDF, "bb", 2)];

    public static readonly DateSpan Term = Span("2026-07-10", "2027-02-27");

    public static readonly ConfirmationDocumentDrafted Drafted = new(ContractId, BasedOn: null, Content);

    public static readonly ConfirmationDocumentPresented Presented = new(1, VersionKind.FIRST, Header, Files, EffectiveFrom: null, ActId: null);

    public static readonly ConfirmationDocumentDrafted Redrafted = new(ContractId, BasedOn: 1, Content);

    public static PersonalRef Ref(int number) => new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));

    public static RosterPerson Person(Guid id, int name = 1) =>
        new(id, HasAccount: false, [OrganizationRole.INFORMATION_MANAGER], "集計", Ref(name), Ref(2), Expertise: Ref(3), Achievements: Ref(4), Nationality: Ref(5));

    public static PersonValues Values(string? name = "髙野 花子") => new([OrganizationRole.WORKER], "集計", name, "調査部", null, null, null, "日本", null, null);

    public static PresentConfirmationDocument Present(VersionKind kind = VersionKind.FIRST, params DocumentCheck[] checks) =>
        new(checks, kind, Header, Files, EffectiveFrom: null, ActId: null, Term);

    public static DocumentVersion Version(int number, DateOnly? effectiveFrom = null) =>
        new(number, number == 1 ? VersionKind.FIRST : VersionKind.CHANGE, Content, Header, Files, effectiveFrom, Submission: null);
}
