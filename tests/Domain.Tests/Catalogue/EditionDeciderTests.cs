using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.DomainTests.Catalogue;

public class EditionDeciderTests
{
    private static readonly Specification<Edition, IEditionEvent, IEditionCommand> Editions =
        new(Edition.Initial, EditionDecider.Evolve, EditionDecider.Decide);

    private static readonly Specification<EditionDraft, IEditionDraftEvent, IEditionDraftCommand> Drafts =
        new(EditionDraft.Initial, EditionDraftDecider.Evolve, EditionDraftDecider.Decide);

    private static readonly AnnexEdition Sound = ShippedEditions.All[^1];

    public static TheoryData<int> Shipped => [.. Enumerable.Range(0, ShippedEditions.All.Count)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Shipped_editions_are_published_unchanged(int index) =>
        Editions.Given().When(new PublishEdition(ShippedEditions.All[index])).Then(new EditionPublished(ShippedEditions.All[index]));

    [Fact]
    public void A_code_is_published_once() =>
        Editions.Given(new EditionPublished(Sound)).When(new PublishEdition(Sound)).Then(EditionRefusals.CodeTaken);

    [Fact]
    public void A_correction_is_the_next_revision_with_its_reason()
    {
        var corrected = Sound with { Opening = "以下の事項を遵守すること。" };
        Editions.Given(new EditionPublished(Sound))
            .When(new ReviseEdition(corrected with { Code = "IGNORED", Revision = 7 }, " 原本との照合 "))
            .Then(new EditionRevised(corrected with { Revision = 2 }, "原本との照合"))
            .ThenState(s =>
            {
                s.Current!.Revision.ShouldBe(2);
                s.Revision(1).ShouldBe(Sound);
                s.Revision(3).ShouldBeNull();
            });
    }

    [Fact]
    public void A_correction_that_changes_nothing_records_nothing() =>
        Editions.Given(new EditionPublished(Sound)).When(new ReviseEdition(Sound, "念のため")).ThenNothing();

    [Theory]
    [InlineData("")]
    [InlineData("　")]
    public void A_correction_says_why(string reason) =>
        Editions.Given(new EditionPublished(Sound)).When(new ReviseEdition(Sound with { Opening = "…" }, reason)).Then(EditionRefusals.ReasonMissing);

    [Fact]
    public void Only_a_published_edition_is_corrected() =>
        Editions.Given().When(new ReviseEdition(Sound, "訂正")).Then(EditionRefusals.Unknown);

    public static TheoryData<string, string> Unsound => new()
    {
        { "code", EditionRefusals.CodeMalformed.Code },
        { "long code", EditionRefusals.CodeMalformed.Code },
        { "name", EditionRefusals.NameMissing.Code },
        { "no requirement", EditionRefusals.RequirementsMissing.Code },
        { "number twice", EditionRefusals.NumbersBroken.Code },
        { "number left out", EditionRefusals.NumbersBroken.Code },
        { "empty requirement", EditionRefusals.TextMissing.Code },
        { "empty row", EditionRefusals.TextMissing.Code },
        { "control character", EditionRefusals.TextMalformed.Code },
        { "too long", EditionRefusals.TextMalformed.Code },
        { "row without requirement", EditionRefusals.RowWithoutRequirement.Code },
        { "row twice", EditionRefusals.RowWithoutRequirement.Code },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void What_is_not_an_edition_is_refused(string what, string code)
    {
        var broken = Break(what);
        var expected = new Refusal(code, RefusalKind.INVALID, new("", ""));
        Editions.Given().When(new PublishEdition(broken)).Then(expected);
        Drafts.Given(new EditionDraftStarted(broken, "公募要領.pdf")).When(new PublishEditionDraft()).Then(expected);
        Drafts.Given().When(new StartEditionDraft(broken, "公募要領.pdf")).Then(new EditionDraftStarted(EditionRules.WithDerivedIds(broken), "公募要領.pdf"));
    }

    [Fact]
    public void A_draft_is_completed_and_published_once()
    {
        var draft = Drafts.Given(new EditionDraftStarted(Break("empty row"), "公募要領.pdf"), new EditionDraftAmended(Sound));
        draft.When(new PublishEditionDraft()).Then(new EditionDraftPublished(Sound.Code));
        var published = Drafts.Given(new EditionDraftStarted(Sound, null), new EditionDraftPublished(Sound.Code));
        published.When(new PublishEditionDraft()).Then(EditionRefusals.DraftPublished);
        published.When(new AmendEditionDraft(Sound)).Then(EditionRefusals.DraftPublished);
        Drafts.Given().When(new AmendEditionDraft(Sound)).Then(EditionRefusals.DraftUnknown);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Ids_and_statements_are_derived_from_number_and_text(int index)
    {
        var bare = ShippedEditions.All[index] with
        {
            Requirements = [.. ShippedEditions.All[index].Requirements.Select(r => r with { Id = "", Statements = [] })],
        };
        Editions.Given().When(new PublishEdition(bare)).Then(new EditionPublished(ShippedEditions.All[index]));
    }

    private static AnnexEdition Break(string what)
    {
        IReadOnlyList<Requirement> requirements = Sound.Requirements;
        var rows = Sound.Form!.Rows;
        return what switch
        {
            "code" => Sound with { Code = "新しい版" },
            "long code" => Sound with { Code = new string('A', 41) },
            "name" => Sound with { Name = " " },
            "no requirement" => Sound with { Requirements = [] },
            "number twice" => Sound with { Requirements = [.. requirements.Select(r => r.Number == 3 ? r with { Number = 2 } : r)] },
            "number left out" => Sound with { Requirements = [.. requirements.Where(r => r.Number != 3)] },
            "empty requirement" => Sound with { Requirements = [.. requirements.Select(r => r.Number == 3 ? r with { Text = " " } : r)] },
            "control character" => Sound with { Requirements = [.. requirements.Select(r => r.Number == 3 ? r with { Text = "\0" } : r)] },
            "too long" => Sound with { Requirements = [.. requirements.Select(r => r.Number == 3 ? r with { Text = new('あ', 20_001) } : r)] },
            "empty row" => Sound with { Form = Sound.Form with { Rows = [.. rows.Select(r => r.Number == 4 ? r with { Text = "" } : r)] } },
            "row without requirement" => Sound with { Form = Sound.Form with { Rows = [.. rows, new(18, "18）", "…")] } },
            "row twice" => Sound with { Form = Sound.Form with { Rows = [.. rows, rows[0]] } },
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };
    }
}
