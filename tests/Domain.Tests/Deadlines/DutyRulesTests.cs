using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.DomainTests.Deadlines;

public sealed class DutyRulesTests
{
    [Fact]
    public void Every_rule_is_listed_once_under_a_type_of_its_own()
    {
        var written = typeof(DutyRules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(obj: null)).OfType<DutyRule>();
        DutyRules.All.ShouldBe(written, ignoreOrder: true);
        DutyRules.All.Select(rule => rule.Type).ShouldBeUnique();
        DutyRules.All.ShouldAllBe(rule => rule.Type.All(letter => letter == '_' || char.IsAsciiLetterUpper(letter)));
    }

    [Fact]
    public void A_number_of_ours_is_said_in_both_languages_and_called_a_default()
    {
        var ours = DutyRules.All.Select(rule => rule.Default).OfType<Message>().ToList();
        ours.Count.ShouldBe(DutyRules.All.Count - 1);
        DutyRules.ConditionToKeep.Default.ShouldBeNull("its day is the officer's");
        ours.ShouldAllBe(words => words.Ja.StartsWith("既定値：", StringComparison.Ordinal) && words.Ja.EndsWith('。'));
        ours.ShouldAllBe(words => words.En.StartsWith("Default of this program: ", StringComparison.Ordinal) && words.En.EndsWith('.'));
        DutyRules.DocumentToPresent.Default.ShouldBe(new(
            "既定値：契約締結の10営業日後（条文は「速やかに」）。", "Default of this program: 10 business days after signing (the text says “promptly”)."));
    }

    [Fact]
    public void A_rule_comes_from_an_item_of_the_seventeen_or_from_none() =>
        DutyRules.All.ShouldAllBe(rule => rule.Requirement == null || (rule.Requirement >= 1 && rule.Requirement <= 17));

    [Fact]
    public void Every_rule_makes_duties_and_no_duty_is_without_a_rule()
    {
        var made = DutyWorlds.Worlds.Sample(50, new Rnd(20261130, 7), 300).SelectMany(world => world.Duties()).Select(duty => duty.Rule).ToList();
        made.Select(rule => rule.Type).Distinct().ShouldBe(DutyRules.All.Select(rule => rule.Type), ignoreOrder: true);
        // A duty says itself whether it is awaited where an officer confirmed its day; all else is the rule's.
        made.Select(rule => rule with { Awaited = false }).Distinct().ShouldBe(DutyRules.All.Select(rule => rule with { Awaited = false }), ignoreOrder: true);
        made.Where(rule => !DutyRules.All.Contains(rule)).Select(rule => rule.Type).Distinct()
            .ShouldBe([DutyRules.ReportToDraft.Type, DutyRules.ReportToFinalise.Type, DutyRules.ReportToSubmit.Type], ignoreOrder: true);
    }
}
