using System.Globalization;
using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.DomainTests.Deadlines;

/// <summary>
/// What is to be done after what was given, so that tests of duties read <c>Given(events).Then("TYPE* (key) 「title」 from day until day KIND day")</c>:
/// a star where the other side sees that it waits, and of the rest what there is.
/// </summary>
internal sealed class DutiesOf(IEnumerable<Duty> duties)
{
    /// <summary>Exactly these, in this order.</summary>
    public void Then(params IReadOnlyList<string> expected) => duties.Select(Print).ShouldBe(expected);

    /// <summary>Those of one rule are exactly these, in this order.</summary>
    public void ThenOf(DutyRule rule, params IReadOnlyList<string> expected) => duties.Where(duty => duty.Rule.Type == rule.Type).Select(Print).ShouldBe(expected);

    /// <summary>Nothing is to be done.</summary>
    public void ThenNothing() => Then();

    /// <summary>Looks at each of the duties, of which there is one at least.</summary>
    public void ThenEach(Action<Duty> look)
    {
        duties.ShouldNotBeEmpty();
        duties.ToList().ForEach(look);
    }

    /// <summary>A duty as a line.</summary>
    public static string Print(Duty duty)
    {
        IEnumerable<string?> words =
        [
            duty.Rule.Type + (duty.Rule.Awaited ? "*" : ""),
            duty.Key.Length > 0 ? $"({duty.Key})" : null,
            duty.Title is { } title ? $"「{title}」" : null,
            Print("from", duty.ShownFrom), Print("until", duty.ShownUntil), Print($"{duty.DueIs}", duty.DueOn),
        ];
        return string.Join(' ', words.OfType<string>());
    }

    private static string? Print(string word, DateOnly? day) => day is { } known ? word + known.ToString(" yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
