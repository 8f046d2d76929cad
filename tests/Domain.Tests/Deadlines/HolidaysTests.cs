using SecurityTracker.Domain.Deadlines;
using static SecurityTracker.DomainTests.Deadlines.Days;

namespace SecurityTracker.DomainTests.Deadlines;

public sealed class HolidaysTests
{
    [Theory]
    // From the calendar of the Cabinet Office.
    [InlineData(2024, "1/1 1/8 2/11 2/12 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/22 9/23 10/14 11/3 11/4 11/23")]
    [InlineData(2025, "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/21 8/11 9/15 9/23 10/13 11/3 11/23 11/24")]
    [InlineData(2026, "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23")]
    [InlineData(2027, "1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23")]
    public void Announced_years_are_as_announced(int year, string days) =>
        string.Join(' ', Holidays.Of(year).Select(holiday => $"{holiday.Date.Month}/{holiday.Date.Day}")).ShouldBe(days);

    [Theory]
    [InlineData(2028, 20, 22)]
    [InlineData(2029, 20, 23)]
    [InlineData(2030, 20, 23)]
    [InlineData(2031, 21, 23)]
    [InlineData(2032, 20, 22)]
    [InlineData(2033, 20, 23)]
    [InlineData(2034, 20, 23)]
    [InlineData(2035, 21, 23)]
    public void Later_equinoxes_are_computed_and_provisional(int year, int march, int september)
    {
        var holidays = Holidays.Of(year);
        holidays.ShouldContain(new Holiday(new DateOnly(year, 3, march), "春分の日", Provisional: true));
        holidays.ShouldContain(new Holiday(new DateOnly(year, 9, september), "秋分の日", Provisional: true));
    }

    [Fact]
    public void A_holiday_on_a_Sunday_moves_past_the_holidays_after_it() =>
        Holidays.On(new DateOnly(2026, 5, 6)).ShouldBe(new Holiday(new DateOnly(2026, 5, 6), "振替休日", Provisional: false));

    [Theory]
    [InlineData("2026-09-22")]
    [InlineData("2032-09-21")]
    public void A_day_between_two_holidays_is_one(string day) => Holidays.On(Day(day)).ShouldNotBeNull().Name.ShouldBe("国民の休日");

    [Fact]
    public void The_years_of_a_list_are_those_of_the_list_and_no_longer_provisional()
    {
        // Years that no other test looks at: what is announced holds for the whole program.
        const int Year = 2097;
        Holidays.IsProvisional(Year).ShouldBeTrue();
        try
        {
            Holidays.Announce(new([new(new DateOnly(Year, 1, 1), "元日", Provisional: false), new(new DateOnly(Year, 6, 3), "休日", Provisional: false), new(new DateOnly(Year, 11, 23), "勤労感謝の日", Provisional: false)], Year));
            Holidays.Of(Year).Select(day => day.Name).ShouldBe(["元日", "休日", "勤労感謝の日"]);
            BusinessDays.IsBusinessDay(new DateOnly(Year, 6, 3)).ShouldBeFalse();
            (Holidays.IsProvisional(Year), Holidays.IsProvisional(Year + 1), Holidays.IsProvisional(2027)).ShouldBe((false, true, false));
            Holidays.On(new DateOnly(2026, 5, 6)).ShouldNotBeNull().Name.ShouldBe("振替休日", "a year that is not in the list is computed");
        }
        finally
        {
            Holidays.Announce(null);
        }

        Holidays.On(new DateOnly(Year, 6, 3)).ShouldBeNull();
    }
}
