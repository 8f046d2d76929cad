using SecurityTracker.Domain;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.DomainTests.Reports;

/// <summary>Cells and days as people fill them in.</summary>
public sealed class StatusCellTests
{
    [Theory]
    [InlineData("実施", ImplementationStatus.IMPLEMENTED)]
    [InlineData(" 該当\nなし ", ImplementationStatus.NOT_APPLICABLE)]
    [InlineData("☑実施 ☐未実施 ☐該当なし", ImplementationStatus.IMPLEMENTED)]
    [InlineData("□実施\n■未実施\n□該当なし", ImplementationStatus.NOT_IMPLEMENTED)]
    [InlineData("☐ 実施　☐ 未実施　☒ 該当なし", ImplementationStatus.NOT_APPLICABLE)]
    [InlineData("実施☐ 未実施☑ 該当なし☐", ImplementationStatus.NOT_IMPLEMENTED)]
    [InlineData("実施・未実施・レ該当なし", ImplementationStatus.NOT_APPLICABLE)]
    [InlineData("実施／✓未実施／該当なし", ImplementationStatus.NOT_IMPLEMENTED)]
    [InlineData("[レ]実施 [ ]未実施 [ ]該当なし", ImplementationStatus.IMPLEMENTED)]
    [InlineData("○実施・未実施・該当なし", ImplementationStatus.IMPLEMENTED)]
    [InlineData("○実施 ●未実施 ○該当なし", ImplementationStatus.NOT_IMPLEMENTED)]
    [InlineData("■実施", ImplementationStatus.IMPLEMENTED)]
    public void A_cell_says_its_word_or_the_marked_one(string cell, ImplementationStatus status) => FormWords.StatusOf(cell).ShouldBe(status);

    [Theory]
    [InlineData("")]
    [InlineData("☐実施")]
    [InlineData("☐実施 ☐未実施 ☐該当なし")]
    [InlineData("☑実施 ☑未実施 ☐該当なし")]
    [InlineData("実施・未実施・該当なし")]
    [InlineData("実施 ☑未実施 ☐該当なし")]
    [InlineData("☑")]
    [InlineData("☑実施予定")]
    [InlineData("一部実施")]
    [InlineData("実施（一部）")]
    [InlineData("○実施 ○未実施")]
    public void A_cell_that_says_none_or_two_says_none(string cell) => FormWords.StatusOf(cell).ShouldBeNull();

    [Theory]
    [InlineData("令和８年５月９日")]
    [InlineData("令和 8年 5月 9日（土）")]
    [InlineData("2026年5月9日")]
    [InlineData("２０２６年５月９日(土曜日)")]
    [InlineData("R8.5.9")]
    [InlineData("Ｒ８．５．９")]
    [InlineData("R8/5/9")]
    [InlineData("R08.05.09")]
    [InlineData("2026/5/9")]
    [InlineData("2026-05-09")]
    [InlineData("2026.5.9 土")]
    [InlineData("㋿8年5月9日")]
    public void A_day_is_read_as_people_write_it(string text)
    {
        PrintedDate.Parse(text).ShouldBe(new DateOnly(2026, 5, 9));
        PrintedDate.IsOne(text).ShouldBeTrue();
    }

    [Theory]
    [InlineData("令和　　年　　月　　日")]
    [InlineData("2026/13/9")]
    [InlineData("R8.2.30")]
    [InlineData("46151")]
    [InlineData("PR8.5.9")]
    [InlineData("12026/5/9")]
    [InlineData("令和八年")]
    public void What_is_no_day_is_none(string text) => PrintedDate.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData("霞調第2026-5-9号")]
    [InlineData("令和8年5月9日付けで契約した件")]
    public void A_day_inside_other_words_is_not_a_day_alone(string text) => PrintedDate.IsOne(text).ShouldBeFalse();
}
