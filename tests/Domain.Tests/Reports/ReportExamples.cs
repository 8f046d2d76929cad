using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;
using static SecurityTracker.DomainTests.Deadlines.Days;

namespace SecurityTracker.DomainTests.Reports;

/// <summary>One contract and one report on its first half year, all of it in order; each test says what is different.</summary>
internal static class ReportExamples
{
    public static readonly Guid ContractId = new("01980000-0000-7000-8000-000000000001");

    /// <summary>17 items, of which ⑩ of 15) is always explained.</summary>
    public static readonly AnnexEdition Annex = new(
        "ED-C", 1, "例", "例", "受注者", "以下の事項について遵守すること。",
        [.. Enumerable.Range(1, 17).Select(number => new Requirement(number, $"17:{number}", Heading: null, $"事項{number}", number == 15
            ? [new Statement("17:15.1", "①", "設計", []), new Statement("17:15.10", "⑩", "閉鎖", [], AlwaysExplained: true)]
            : []))],
        Form: null);

    public static readonly ReportHeader Header = new(
        Day("2026-10-09"), DocumentNumber: null, "経済産業省文化創造産業課長　殿", "東京都千代田区一丁目", "株式会社例", "代表取締役",
        new PersonalRef(new Guid("01980000-0000-7000-8000-000000000002")), Day("2026-04-01"), "調査事業");

    public static readonly Contract Underway = Contract.Initial with
    {
        Name = "調査事業",
        SignedOn = Day("2026-04-01"),
        StartsOn = Day("2026-04-01"),
        EndsOn = Day("2027-03-31"),
        Edition = new EditionRef("ED-C", 1),
        Contractor = new ContractorParty(null, "株式会社例", "東京都千代田区一丁目", "代表取締役", Header.RepresentativeName, CorporateNumber: null),
        NamedNorm = "令和７年度版",
        EffectiveNorm = "令和７年度版",
    };

    public static readonly IReadOnlyList<RecordedAnswer> Records =
        [.. Enumerable.Range(2, 16).Select(number => new RecordedAnswer(number, Answer(number), Version: number))];

    public static readonly ReportFacts Facts = new(Annex, Underway, "山田 太郎", Records, []);

    public static readonly ReportDrafted Drafted =
        ReportDraft.Of(ContractId, Span("2026-04-01", "2026-09-30"), Annex, Header, [], Records, previous: null);

    public static readonly IReadOnlyList<ReportFile> Files =
        [new(FormFormat.DOCX, "aa", 1), new(FormFormat.PDF, "bb", 2), new(FormFormat.XLSX, "cc", 3)];

    public static RowAnswer Implemented => new(ImplementationStatus.IMPLEMENTED);

    public static RowAnswer NotApplicable(string? reason) => new(ImplementationStatus.NOT_APPLICABLE, reason);

    public static RowAnswer NotImplemented(string? reason) => new(ImplementationStatus.NOT_IMPLEMENTED, reason);

    /// <summary>8) is for the end of the work; ⑩ of 15) is explained; all else is implemented.</summary>
    private static RowAnswer Answer(int number) => number switch
    {
        8 => NotImplemented("契約期間中のため。"),
        15 => Implemented with { Explanation = "該当するシステムの閉鎖はありません。" },
        _ => Implemented,
    };
}
