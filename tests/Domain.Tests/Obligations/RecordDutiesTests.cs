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
    private static readonly NextReport Next = new(Day("2026-10-15"), DueKind.GUIDE);
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
        new DutiesOf(RecordDuties.Of(ContractId, [Item(2)], next: null)).ThenNothing();
        Given(Item(2, Implemented)).ThenNothing();
    }

    [Fact]
    public void By_the_officers_day_where_the_next_report_has_one() =>
        new DutiesOf(RecordDuties.Of(ContractId, [Item(2)], Next with { DueIs = DueKind.DEADLINE })).Then("ITEMS_TO_RECORD 「2)」 DEADLINE 2026-10-15");

    private static DutiesOf Given(params IReadOnlyList<Obligation> items) => new(RecordDuties.Of(ContractId, items, Next));

    private static Obligation Item(int number, params IReadOnlyList<IObligationEvent> then) =>
        then.Prepend(new ObligationOpened(ContractId, $"17:{number}", number, Edition, Reported: true, [])).Aggregate(Obligation.Initial, ObligationDecider.Evolve);
}
