using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.DomainTests.Catalogue;

/// <summary>Whom a published edition is for: a firm's own until the ministry's side adopts it, and each side takes back what it did.</summary>
public class EditionStandingTests
{
    private static readonly Specification<Edition, IEditionEvent, IEditionCommand> Editions =
        new(Edition.Initial, EditionDecider.Evolve, EditionDecider.Decide);

    private static readonly Guid Firm = new("01920000-0000-7000-8000-0000abcd0001");
    private static readonly Guid Other = new("01920000-0000-7000-8000-0000abcd0002");
    private static readonly AnnexEdition Sound = ShippedEditions.All[^1] with { Code = "ED-X" };
    private static readonly AnnexEdition Marked = Sound with { Code = "ED-X_ABCD0001" };
    private static readonly EditionPublished ByFirm = new(Marked, Firm);
    private static readonly EditionPublished ForEveryone = new(Sound);

    [Fact]
    public void A_firm_publishes_for_itself_under_a_code_with_its_mark() =>
        Editions.Given().When(new PublishEdition(Sound, Firm)).Then(ByFirm).ThenState(s =>
        {
            s.Standing.ShouldBe(EditionStanding.OWN);
            s.NotFor(Firm).ShouldBeNull();
            s.NotFor(Other)!.Code.ShouldBe("edition-of-another-firm");
            s.NotFor(firmId: null)!.Code.ShouldBe("edition-of-another-firm");
        });

    [Fact]
    public void A_mark_is_not_typed() =>
        Editions.Given().When(new PublishEdition(Marked, Other)).Then(EditionRefusals.CodeMalformed);

    [Fact]
    public void What_was_published_before_there_was_adopting_is_everyones() =>
        Editions.Given(ForEveryone, new EditionRevised(Sound with { Revision = 2 }, "訂正")).ThenState(s =>
        {
            (s.Standing, s.AdoptedThrough, s.FirmId).ShouldBe((EditionStanding.ADOPTED, 2, null));
            s.NotFor(Other).ShouldBeNull();
        });

    [Fact]
    public void The_ministry_adopts_and_the_firm_no_longer_withdraws()
    {
        var adopted = Editions.Given(ByFirm, new EditionAdoptionRequested()).When(new AdoptEdition("各課で使うため")).Then(new EditionAdopted("各課で使うため"));
        adopted.ThenState(s =>
        {
            (s.Standing, s.AdoptionRequested, s.AdoptedThrough).ShouldBe((EditionStanding.ADOPTED, false, 1));
            s.NotFor(Other).ShouldBeNull();
        });
        var then = Editions.Given(ByFirm, new EditionAdopted("採用"));
        then.When(new AdoptEdition("もう一度")).Then(EditionRefusals.AlreadyAdopted);
        then.When(new RequestAdoption()).Then(EditionRefusals.AlreadyAdopted);
        then.When(new WithdrawEdition("使わない")).Then(EditionRefusals.Adopted);
    }

    [Fact]
    public void An_adoption_taken_back_leaves_the_firm_its_own_and_what_was_read_readable()
    {
        var taken = Editions.Given(ByFirm, new EditionAdopted("採用"), new EditionAdoptionWithdrawn("原本と違う", Firm));
        taken.ThenState(s =>
        {
            (s.Standing, s.AdoptedThrough).ShouldBe((EditionStanding.OWN, 1));
            s.NotFor(Firm).ShouldBeNull();
            s.NotFor(Other)!.Code.ShouldBe("edition-of-another-firm");
        });
        taken.When(new WithdrawAdoption("もう一度", Firm)).Then(EditionRefusals.NotAdoptedNow);
        taken.When(new RequestAdoption()).Then(new EditionAdoptionRequested());
        taken.When(new ReviseEdition(Sound with { Opening = "…" }, "訂正")).ThenState(s => (s.Current!.Revision, s.AdoptedThrough, s.Through(s.AdoptedThrough).Current!.Revision).ShouldBe((2, 1, 1)));
    }

    [Fact]
    public void A_correction_of_an_adopted_edition_is_everyones_too() =>
        Editions.Given(ByFirm, new EditionAdopted("採用")).When(new ReviseEdition(Sound with { Opening = "…" }, "訂正")).ThenState(s => (s.AdoptedThrough, s.Current!.Code).ShouldBe((2, Marked.Code)));

    [Fact]
    public void What_no_firm_published_is_withdrawn_with_its_adoption_and_comes_back_with_it()
    {
        var taken = Editions.Given(ForEveryone, new EditionAdoptionWithdrawn("古い", FirmId: null));
        taken.ThenState(s =>
        {
            s.Standing.ShouldBe(EditionStanding.WITHDRAWN);
            s.NotFor(Firm)!.Code.ShouldBe("edition-no-longer-chosen");
        });
        taken.When(new WithdrawEdition("誰のものでもない")).Then(EditionRefusals.NotYourEdition);
        taken.When(new AdoptEdition("戻す")).Then(new EditionAdopted("戻す"));
    }

    [Fact]
    public void From_before_there_was_adopting_it_goes_back_to_the_firm_that_published_it() =>
        Editions.Given(ForEveryone).When(new WithdrawAdoption("確かめていない", Firm)).ThenState(s => (s.Standing, s.FirmId).ShouldBe((EditionStanding.OWN, Firm)));

    [Fact]
    public void A_withdrawn_edition_stays_withdrawn()
    {
        var withdrawn = Editions.Given(ByFirm, new EditionAdoptionRequested(), new EditionWithdrawn("誤って公表"));
        withdrawn.ThenState(s =>
        {
            (s.Standing, s.AdoptionRequested).ShouldBe((EditionStanding.WITHDRAWN, false));
            s.NotFor(Firm)!.Code.ShouldBe("edition-no-longer-chosen");
            s.Revision(1).ShouldNotBeNull("contracts that are on it go on reading it");
        });
        foreach (var command in (IEditionCommand[])[new RequestAdoption(), new AdoptEdition("採用"), new WithdrawAdoption("取消し", Firm), new WithdrawEdition("もう一度"), new ReviseEdition(Sound, "訂正")])
        {
            withdrawn.When(command).Then(EditionRefusals.Withdrawn);
        }
    }

    [Fact]
    public void Adoption_is_asked_for_once() =>
        Editions.Given(ByFirm, new EditionAdoptionRequested()).When(new RequestAdoption()).Then(EditionRefusals.AlreadyRequested);

    [Theory]
    [InlineData("")]
    [InlineData("　")]
    [InlineData("\u0007")]
    public void Each_act_says_why(string reason)
    {
        Editions.Given(ByFirm).When(new AdoptEdition(reason)).Then(TextRefusals.Missing);
        Editions.Given(ForEveryone).When(new WithdrawAdoption(reason, FirmId: null)).Then(TextRefusals.Missing);
        Editions.Given(ByFirm).When(new WithdrawEdition(reason)).Then(TextRefusals.Missing);
        Editions.Given(ByFirm).When(new WithdrawEdition(new string('字', 4001))).Then(TextRefusals.TooLong(4000));
    }

    [Fact]
    public void What_was_never_published_is_neither_adopted_nor_withdrawn()
    {
        foreach (var command in (IEditionCommand[])[new RequestAdoption(), new AdoptEdition("採用"), new WithdrawAdoption("取消し", Firm), new WithdrawEdition("取下げ")])
        {
            Editions.Given().When(command).Then(EditionRefusals.Unknown);
        }
    }
}
