using FsCheck;
using FsCheck.Fluent;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Reminders;

namespace SecurityTracker.DomainTests.Reminders;

/// <summary>When somebody is told: early enough, on days on which offices are open, and without end as long as nothing is done.</summary>
public sealed class ReminderDaysTests
{
    private static readonly Config Thousand = Config.QuickThrowOnFailure.WithReplay(20261201, 1).WithMaxTest(1_000);
    private static readonly DateOnly FirstDay = new(2026, 4, 1);

    private static readonly Gen<Waiting> Any =
        from since in Gen.Choose(0, 700)
        from due in Gen.Choose(-100, 300)
        from kind in Gen.Elements<DueKind?>(null, DueKind.DEADLINE, DueKind.GUIDE, DueKind.BEFORE)
        select new Waiting(FirstDay.AddDays(since), kind is null ? null : FirstDay.AddDays(since + due), kind);

    [Theory]
    // Since 1 September, due on Thursday 15 October: in time before it, and after it as long as nothing is done.
    [InlineData("2026-09-01", "2026-10-15", "DEADLINE", "09-01 09-15 10-01 10-08 10-14 10-15 10-16 10-19 10-22 10-29 11-05 11-12")]
    // A 目安日 is told of beforehand alike; after it only once a week.
    [InlineData("2026-09-01", "2026-10-15", "GUIDE", "09-01 09-15 10-01 10-08 10-14 10-15 10-22 10-29 11-05 11-12")]
    // The day before Monday the 5th is a Sunday: it is told on the Friday. The day after, Tuesday.
    [InlineData("2026-10-01", "2026-10-05", "BEFORE", "10-01 10-02 10-05 10-06 10-08 10-13 10-19 10-26 11-02 11-09")]
    // What was late when it arose is told of when it arises, not thirty times over.
    [InlineData("2026-11-06", "2026-10-15", "DEADLINE", "11-06 11-12")]
    // Without a day: when it arises (a Saturday, so on Monday), and 1, 3, 7 days and then weeks after.
    [InlineData("2026-10-17", null, null, "10-19 10-20 10-26 11-02 11-09")]
    public void It_is_told_on_these_days(string since, string? due, string? kind, string days) =>
        string.Join(' ', ReminderDays.Days(Of(since, due, kind), new(2026, 11, 15)).Select(day => day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(days);

    [Fact]
    public void Nobody_is_told_before_it_arises_or_while_offices_are_closed() => Prop.ForAll(Any.ToArbitrary(), thing =>
        ReminderDays.Days(thing, thing.Since.AddDays(400)).All(day => day >= thing.Since && BusinessDays.IsBusinessDay(day))).Check(Thousand);

    [Fact]
    public void Whoever_looks_every_business_day_is_told_on_each_of_the_days_and_on_no_other() => Prop.ForAll(Any.ToArbitrary(), thing =>
    {
        var (through, told) = (thing.Since.AddDays(120), thing.Since.AddDays(-1));
        var days = new List<DateOnly>();
        for (var today = thing.Since; today <= through; today = today.AddDays(1))
        {
            if (ReminderRhythm.DAILY.Tells(thing, told, today))
            {
                days.Add(today);
                told = today;
            }
        }

        return days.SequenceEqual(ReminderDays.Days(thing, through));
    }).Check(Thousand);

    [Fact]
    public void What_could_not_be_told_in_time_is_told_the_next_time_and_once() => Prop.ForAll(Any.ToArbitrary(), thing =>
    {
        // Nothing went out for three weeks: whatever was to be told in them is told on the day after.
        var (last, back) = (thing.Since.AddDays(20), BusinessDays.OnOrAfter(thing.Since.AddDays(41)));
        return ReminderDays.IsToTell(thing, last, back) == ReminderDays.Days(thing, back).Any(day => day > last)
            && !ReminderDays.IsToTell(thing, back, back);
    }).Check(Thousand);

    [Fact]
    public void What_waits_is_told_of_at_least_once_in_two_weeks_from_its_day_on() => Prop.ForAll(Any.ToArbitrary(), thing =>
    {
        var from = thing.DueOn is { } due && due > thing.Since ? due : thing.Since;
        var days = ReminderDays.Days(thing, from.AddDays(365)).Where(day => day >= from).Prepend(from).ToList();
        return days.Zip(days.Skip(1)).All(two => two.Second.DayNumber - two.First.DayNumber <= 14) && days.Count > 45;
    }).Check(Thousand);

    [Fact]
    public void What_waits_for_no_act_is_told_of_twice()
    {
        var notice = Of("2026-12-18", null, null) with { IsNotice = true };
        ReminderDays.Days(notice, new(2027, 12, 31)).ShouldBe([new(2026, 12, 18), new(2026, 12, 25)]);
        ReminderDays.IsToTell(notice, new(2026, 12, 25), new(2027, 1, 8)).ShouldBeFalse();
    }

    [Fact]
    public void Without_the_ministrys_word_a_firms_officers_are_told_so_from_a_week_before()
    {
        var word = Of("2026-12-03", "2026-12-23", "BEFORE");
        ReminderDays.IsToAskAfter(word, new(2026, 12, 8), new(2026, 12, 9)).ShouldBeFalse("the ministry has two weeks");
        ReminderDays.IsToAskAfter(word, new(2026, 12, 15), new(2026, 12, 16)).ShouldBeTrue();
        ReminderDays.IsToAskAfter(word, new(2026, 12, 23), new(2026, 12, 24)).ShouldBeTrue();
        ReminderDays.IsToAskAfter(word with { DueIs = DueKind.GUIDE }, new(2026, 12, 15), new(2026, 12, 16)).ShouldBeFalse();
    }

    [Fact]
    public void A_firms_officers_hear_of_what_another_of_theirs_has_not_done_a_week_after_its_day()
    {
        var thing = Of("2026-09-01", "2026-10-15", "GUIDE");
        ReminderDays.IsToEscalate(thing, new(2026, 10, 1), new(2026, 10, 21)).ShouldBeFalse();
        ReminderDays.IsToEscalate(thing, new(2026, 10, 21), new(2026, 10, 22)).ShouldBeTrue();
        ReminderDays.IsToEscalate(thing, new(2026, 10, 22), new(2026, 10, 28)).ShouldBeFalse();
        ReminderDays.IsToEscalate(thing, new(2026, 10, 22), new(2026, 10, 29)).ShouldBeTrue();
        ReminderDays.IsToEscalate(Of("2026-09-01", null, null), new(2026, 10, 1), new(2026, 12, 1)).ShouldBeFalse();
    }

    [Theory]
    // The 23rd of November 2026 is a holiday: the week begins on Tuesday.
    [InlineData(ReminderRhythm.WEEKLY, "2026-11-23", false)]
    [InlineData(ReminderRhythm.WEEKLY, "2026-11-24", true)]
    [InlineData(ReminderRhythm.WEEKLY, "2026-11-25", false)]
    [InlineData(ReminderRhythm.LATE_ONLY, "2026-11-24", true)]
    [InlineData(ReminderRhythm.LATE_ONLY, "2026-10-13", false)]
    [InlineData(ReminderRhythm.OFF, "2026-11-24", false)]
    public void Once_a_week_it_is_the_first_business_day(ReminderRhythm rhythm, string today, bool tells) =>
        rhythm.Tells(Of("2026-09-01", "2026-10-15", "DEADLINE"), FirstDay, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(tells);

    [Fact]
    public void A_guide_is_never_late_and_a_contractors_people_hear_of_what_is_late_in_any_case()
    {
        Of("2026-09-01", "2026-10-15", "GUIDE").IsLateOn(new(2026, 11, 1)).ShouldBeFalse();
        ReminderRhythms.ToChoose(Side.CONTRACTOR).ShouldNotContain(ReminderRhythm.OFF);
        ReminderRhythms.Least(Side.CONTRACTOR).ShouldBe(ReminderRhythm.LATE_ONLY);
        ReminderRhythms.Least(Side.OFFICER).ShouldBe(ReminderRhythm.OFF);
        (ReminderRhythms.DefaultOf(Side.OFFICER), ReminderRhythms.DefaultOf(Side.CONTRACTOR)).ShouldBe((ReminderRhythm.WEEKLY, ReminderRhythm.DAILY));
    }

    private static Waiting Of(string since, string? due, string? kind) => new(
        DateOnly.Parse(since, System.Globalization.CultureInfo.InvariantCulture),
        due is null ? null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture),
        kind is null ? null : Enum.Parse<DueKind>(kind));
}
