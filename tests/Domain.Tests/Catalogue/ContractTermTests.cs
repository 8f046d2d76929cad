using System.Globalization;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Catalogue.Import;

namespace SecurityTracker.DomainTests.Catalogue;

/// <summary>How tenders write the term.</summary>
public sealed class ContractTermTests
{
    private const string Clean = "2. 事業実施期間\n契約締結日～令和9年3月31日";

    [Theory]
    [InlineData("term-t0.txt", null)]
    [InlineData("term-t1.txt", null)]
    [InlineData("term-t2.txt", null)]
    [InlineData("term-t5.txt", "2026-07-01")]
    [InlineData("term-t6.txt", "2026-07-01")]
    [InlineData("term-t8.txt", null)]
    public void The_term_of_a_tender_is_proposed(string file, string? start) => ShouldBe(FieldTests.Field(file), start, "2027-03-31");

    [Theory]
    [InlineData("契約期間\n契約締結の日から令和９年３月３１日まで", null, "2027-03-31")]
    [InlineData("契約期間：契約日～令和９年３月３１日（水）", null, "2027-03-31")]
    [InlineData("契約期間 契約締結日（令和8年7月1日予定）から令和9年3月31日まで", null, "2027-03-31")]
    [InlineData("契約期間 契約締結日（令和8年7月上旬予定）〜令和9年2月末日", null, "2027-02-28")]
    [InlineData("履行期間 契約締結日から令和10年2月末まで", null, "2028-02-29")]
    [InlineData("履行期間 契約締結日から令和8年度末まで", null, "2027-03-31")]
    [InlineData("委託期間 委託契約締結日から2026年度末日まで", null, "2027-03-31")]
    [InlineData("契約期間は、契約締結の日から2027年3月31日までとする。", null, "2027-03-31")]
    [InlineData("契約期間 2026年7月1日～2027年3月31日", "2026-07-01", "2027-03-31")]
    [InlineData("業務期間 2026/7/1-2027/3/31", "2026-07-01", "2027-03-31")]
    [InlineData("業務期間 R8.7.1～R9.3.31", "2026-07-01", "2027-03-31")]
    [InlineData("契約期間 令和8年7月1日（水）から同年12月28日（月）まで", "2026-07-01", "2026-12-28")]
    [InlineData("契約期間 令和8年7月1日から翌年3月31日まで", "2026-07-01", "2027-03-31")]
    [InlineData("契約期間 令和8年7月1日から12月28日まで", "2026-07-01", "2026-12-28")]
    [InlineData("契約期間 自 令和8年7月1日 至 令和9年3月31日", "2026-07-01", "2027-03-31")]
    [InlineData("事業期間 令和9年3月31日まで", null, "2027-03-31")]
    [InlineData("納入期限 令和9年3月31日", null, "2027-03-31")]
    [InlineData("納入期限：2027年3月末日", null, "2027-03-31")]
    [InlineData("履行期限は令和９年３月３１日（水）とする。", null, "2027-03-31")]
    [InlineData("納期　令和9年3月31日（水）17時", null, "2027-03-31")]
    [InlineData("履行期間：契約締結日の翌日から令和９年３月３１日まで", null, "2027-03-31")]
    [InlineData("事業期間：交付決定日～令和9年2月26日（金）", null, "2027-02-26")]
    [InlineData("実施期間　令和８年７月１日～９年３月３１日", "2026-07-01", "2027-03-31")]
    [InlineData("委託期間　令和８年４月１日（契約締結日）から令和９年３月３１日", "2026-04-01", "2027-03-31")]
    [InlineData("契約期間 契約締結日から令和8年度末日（令和9年3月31日）まで", null, "2027-03-31")]
    [InlineData("契約期間 9年3月31日", null, null)]
    [InlineData("契約期間 令和9年13月41日まで", null, null)]
    [InlineData("契約期間は別途協議する。", null, null)]
    public void Each_way_is_understood(string way, string? start, string? end) =>
        ShouldBe(FieldTests.Field("base.txt").Replace(Clean, "2. " + way, StringComparison.Ordinal), start, end);

    private static void ShouldBe(string text, string? start, string? end)
    {
        var proposals = AnnexImporter.Read(text, ShippedEditions.All)!.Proposals;
        (proposals.StartsOn, proposals.EndsOn).ShouldBe((Day(start), Day(end)));
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
