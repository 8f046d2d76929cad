using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.DomainTests.Deadlines;

/// <summary>Over 10,000 contracts at random, with all that they have.</summary>
public sealed class DutiesProperties
{
    private static readonly Config Ten000 = Config.QuickThrowOnFailure.WithReplay(20261130, 9).WithMaxTest(10_000);

    [Fact]
    public void Nothing_is_due_after_the_end_but_on_a_day_that_the_officer_named() => Prop.ForAll(DutyWorlds.Worlds.ToArbitrary(), world =>
        world.Duties().Where(duty => duty.DueOn > world.Contract.Term.To).All(duty => duty.DueIs == DueKind.DEADLINE
            && (duty.Rule == DutyRules.ConditionToKeep || world.Contract.Reporting is { Agreed.Basis: ReportingBasis.AGREED_CALENDAR }))).Check(Ten000);

    [Fact]
    public void What_is_to_be_done_follows_from_what_is_recorded_alone() => Prop.ForAll(DutyWorlds.Worlds.ToArbitrary(), world =>
        JsonSerializer.Serialize(world.Duties()) == JsonSerializer.Serialize((world with { }).Duties())).Check(Ten000);

    [Fact]
    public void A_duty_is_told_apart_by_its_rule_its_thing_and_its_key_and_its_day_says_what_it_is() => Prop.ForAll(DutyWorlds.Worlds.ToArbitrary(), world =>
    {
        var duties = world.Duties();
        return duties.DistinctBy(duty => (duty.Rule.Type, duty.Noun, duty.ThingId, duty.Key)).Count() == duties.Count
            && duties.All(duty => duty.DueOn is null == duty.DueIs is null && !(duty.ShownFrom > duty.ShownUntil));
    }).Check(Ten000);
}
