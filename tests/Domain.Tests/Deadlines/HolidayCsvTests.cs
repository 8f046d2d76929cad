using System.Text;
using SecurityTracker.Domain.Deadlines;
using static SecurityTracker.DomainTests.Deadlines.Days;

namespace SecurityTracker.DomainTests.Deadlines;

public sealed class HolidayCsvTests
{
    private const string Year2026 =
        "2026/1/1,元日\n2026/1/12,成人の日\n2026/2/11,建国記念の日\n2026/2/23,天皇誕生日\n2026/3/20,春分の日\n2026/4/29,昭和の日\n2026/5/3,憲法記念日\n2026/5/4,みどりの日\n"
        + "2026/5/5,こどもの日\n2026/5/6,休日\n2026/7/20,海の日\n2026/8/11,山の日\n2026/9/21,敬老の日\n2026/9/22,休日\n2026/9/23,秋分の日\n2026/10/12,スポーツの日\n"
        + "2026/11/3,文化の日\n2026/11/23,勤労感謝の日\n";

    private static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void The_announced_days_are_read_and_are_those_that_are_computed(string end)
    {
        var reading = Read(Year2026.Replace("\n", end, StringComparison.Ordinal), end);
        reading.Refusal.ShouldBeNull();
        reading.Holidays.ShouldNotBeNull().AnnouncedThrough.ShouldBe(2026);
        reading.Holidays.Days.Select(day => day.Date).ShouldBe(Holidays.Of(2026).Select(day => day.Date));
        reading.Holidays.Days.ShouldAllBe(day => !day.Provisional);
        reading.Holidays.Days[9].ShouldBe(new(Day("2026-05-06"), "休日", Provisional: false));
    }

    [Fact]
    public void Several_years_follow_each_other_whole_and_the_last_line_may_be_without_an_end() =>
        Read("2018/1/1,元日\n2018/11/23,勤労感謝の日\n2018/12/23,天皇誕生日\n2018/12/24,休日\n2019/1/1,元日\n2019/11/23,勤労感謝の日").Holidays.ShouldNotBeNull().AnnouncedThrough.ShouldBe(2019);

    [Theory]
    [InlineData("2026-1-1,元日\n", "holidays-line-unreadable", "2行目")]
    [InlineData("2026/1/1,元日\n2026/2/30,建国記念の日\n", "holidays-line-unreadable", "3行目")]
    [InlineData("2026/1/1,元日\n2026/1/12\n", "holidays-line-unreadable", "3行目")]
    [InlineData("2026/1/1,元日,祝日\n", "holidays-line-unreadable", "2行目")]
    [InlineData("2026/1/1, \n", "holidays-line-unreadable", "2行目")]
    [InlineData("2026/1/1,元日\n\n2026/1/12,成人の日\n", "holidays-line-unreadable", "3行目")]
    [InlineData("2026/1/1,元日\n2026/1/1,元日\n", "holidays-out-of-order", "3行目")]
    [InlineData("2026/1/1,元日\n2025/1/1,元日\n", "holidays-out-of-order", "3行目")]
    [InlineData("2026/1/12,成人の日\n", "holidays-year-incomplete", "2行目：2026年")]
    [InlineData("2026/1/1,元日\n2026/11/3,文化の日\n", "holidays-year-incomplete", "3行目：2026年")]
    [InlineData("2026/1/1,元日\n2027/1/1,元日\n", "holidays-year-incomplete", "2行目：2026年")]
    [InlineData("2026/1/1,元日\n2026/11/23,勤労感謝の日\n2027/1/11,成人の日\n", "holidays-year-incomplete", "4行目：2027年")]
    [InlineData("2026/1/1,元日\n2026/11/23,勤労感謝の日\n2028/1/1,元日\n", "holidays-year-incomplete", "4行目：2027年")]
    [InlineData("", "holidays-empty", "1行も")]
    public void What_is_not_as_it_should_be_is_said_with_its_line(string lines, string code, string words)
    {
        var refusal = Read(lines).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe(code);
        refusal.Message.Ja.ShouldContain(words);
    }

    [Fact]
    public void Another_file_is_refused_as_a_whole()
    {
        HolidayCsv.Read([]).Refusal.ShouldBe(HolidayCsvRefusals.HeaderUnknown);
        HolidayCsv.Read(Encoding.UTF8.GetBytes($"{HolidayCsv.Header}\n{Year2026}")).Refusal.ShouldBeOneOf(HolidayCsvRefusals.HeaderUnknown, HolidayCsvRefusals.NotShiftJis);
        HolidayCsv.Read([0x81, 0x20]).Refusal.ShouldBe(HolidayCsvRefusals.NotShiftJis);
        HolidayCsv.Read(new byte[HolidayCsv.MostBytes + 1]).Refusal.ShouldBe(HolidayCsvRefusals.TooLarge);
    }

    [Fact]
    public void Whatever_is_cut_off_is_refused_unless_a_year_is_whole_in_it()
    {
        var file = ShiftJis.GetBytes($"{HolidayCsv.Header}\n{Year2026}");
        var whole = ShiftJis.GetByteCount($"{HolidayCsv.Header}\n{Year2026[..Year2026.LastIndexOf(',')]},") + 1;
        for (var length = 0; length < whole; length++)
        {
            HolidayCsv.Read(file[..length]).Refusal.ShouldNotBeNull($"after {length} bytes");
        }
    }

    private static HolidayReading Read(string lines, string end = "\n") => HolidayCsv.Read(ShiftJis.GetBytes(HolidayCsv.Header + end + lines));
}
