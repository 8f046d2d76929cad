using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.DomainTests.Deadlines;
using static SecurityTracker.DomainTests.Deadlines.Days;

namespace SecurityTracker.DomainTests.Obligations;

public sealed class RecordDutiesTests
{
    private static readonly Guid ContractId = new("01990000-0000-7000-8000-000000000001");
    private static readonly Guid Hanako = new("01990000-0000-7000-8000-0000000000a1");
    private static readonly Guid Taro = new("01990000-0000-7000-8000-0000000000a2");
    private static readonly EditionRef Edition = new("ED-X", 1);
    private static readonly DateSpan Period = new(Day("2026-04-01"), Day("2026-09-30"));
    private static readonly DateOnly WorkBegins = Day("2026-09-01");
    private static readonly NextReport Next = new(Period, WorkBegins, Day("2026-10-15"), DueKind.GUIDE);
    private static readonly ObligationRecordReaffirmed Reaffirmed = new(Period.From, Period.To);
    private static readonly ObligationStatusSet Implemented = new(ImplementationStatus.IMPLEMENTED, Reason: null);

    [Fact]
    public void All_items_without_a_status_are_one_duty() =>
        Given(Item(15), Item(2), Item(5, Implemented), Item(3)).Then("ITEMS_TO_RECORD 「2) 3) 15)」 GUIDE 2026-10-15");

    [Fact]
    public void So_are_those_without_a_reason_and_those_whose_words_changed() =>
        Given(
            Item(2, new ObligationStatusSet(ImplementationStatus.NOT_APPLICABLE, Reason: null)),
            Item(3, new ObligationStatusSet(ImplementationStatus.NOT_APPLICABLE, "該当しない。")),
            Item(4, Implemented, new ObligationMovedToEdition(Edition, 4, Reported: true, [], WordsChanged: true)),
            Item(6, Implemented, new ObligationMovedToEdition(Edition, 6, Reported: true, [], WordsChanged: true), new ObligationRecordKept(Edition))).Then(
            "ITEMS_TO_RECORD 「2) 4)」 GUIDE 2026-10-15");

    [Fact]
    public void Who_looks_after_some_of_them_has_those()
    {
        Given(Item(2, new ObligationAssigned([Taro])), Item(3, new ObligationAssigned([Hanako, Taro])), Item(5)).Then(
            "ITEMS_TO_RECORD 「2) 3) 5)」 GUIDE 2026-10-15",
            $"ITEMS_TO_RECORD ({Hanako}) 「3)」 GUIDE 2026-10-15",
            $"ITEMS_TO_RECORD ({Taro}) 「2) 3)」 GUIDE 2026-10-15");
        Given(Item(2, new ObligationAssigned([Taro]))).ThenEach(duty => (duty.Noun, duty.ThingId, string.Join(' ', duty.PersonIds)).ShouldBe(("CONTRACT", ContractId, duty.Key)));
    }

    [Fact]
    public void An_item_without_a_row_and_one_that_the_edition_no_longer_has_are_not_wanted() =>
        Given(Item(1, new ObligationMovedToEdition(Edition, 1, Reported: false, [])), Item(2, new ObligationSetAside())).ThenNothing();

    [Fact]
    public void Nothing_is_wanted_where_no_report_is_to_come_nor_where_all_is_recorded()
    {
        new DutiesOf(RecordDuties.Of(ContractId, [(Item(2), null)], next: null)).ThenNothing();
        Given(Item(2, Implemented)).ThenNothing();
    }

    [Fact]
    public void By_the_officers_day_where_the_next_report_has_one() =>
        new DutiesOf(RecordDuties.Of(ContractId, [(Item(2), null)], Next with { DueIs = DueKind.DEADLINE })).Then("ITEMS_TO_RECORD 「2)」 DEADLINE 2026-10-15");

    [Fact]
    public void What_stands_from_before_work_on_the_report_began_is_asked_about() =>
        Given((Item(2, Implemented), WorkBegins.AddDays(-1)), (Item(3, Implemented, new ObligationAssigned([Taro])), Day("2026-04-01")), (Item(5, Implemented), WorkBegins)).Then(
            "ITEMS_TO_REAFFIRM 「2) 3)」 from 2026-09-01 GUIDE 2026-10-15",
            $"ITEMS_TO_REAFFIRM ({Taro}) 「3)」 from 2026-09-01 GUIDE 2026-10-15");

    [Fact]
    public void Who_said_so_for_this_period_is_not_asked_again_and_who_said_so_for_the_last_one_is() =>
        Given(
            (Item(2, Implemented, Reaffirmed), Day("2026-04-01")),
            (Item(3, Implemented, new ObligationRecordReaffirmed(Day("2025-10-01"), Day("2026-03-31"))), Day("2026-03-20")),
            (Item(4, Reaffirmed), null)).Then("ITEMS_TO_RECORD 「4)」 GUIDE 2026-10-15", "ITEMS_TO_REAFFIRM 「3)」 from 2026-09-01 GUIDE 2026-10-15");

    private static DutiesOf Given(params IReadOnlyList<Obligation> items) => Given([.. items.Select(item => (item, (DateOnly?)WorkBegins))]);

    private static DutiesOf Given(params IReadOnlyCollection<(Obligation Item, DateOnly? RecordedOn)> items) => new(RecordDuties.Of(ContractId, items, Next));

    private static Obligation Item(int number, params IReadOnlyList<IObligationEvent> then) =>
        then.Prepend(new ObligationOpened(ContractId, $"17:{number}", number, Edition, Reported: true, [])).Aggregate(Obligation.Initial, ObligationDecider.Evolve);
}
