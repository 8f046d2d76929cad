using System.Text.Json;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Chronicle;
using DocumentReader = SecurityTracker.Server.ConfirmationDocuments.DocumentReader;

namespace SecurityTracker.ServerTests.Chronicle;

/// <summary>The one table of sentences knows every event that a contract's streams can carry.</summary>
public sealed class ChronicleWordsTests
{
    /// <summary>The nouns whose streams are of no contract. A new noun is a contract's, until it is named here.</summary>
    private static readonly string[] OfNoContract = ["organisation", "person", "edition", "edition_draft", "report_batch"];

    private static readonly Server.Store.Nouns Store = Server.Services.StoreOptions();

    private static readonly ChronicleThing Thing = new("複製の許可", "許可", 8, new DateSpan(Day("2026-07-10"), Day("2026-09-30")), _ => "消去済み");

    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(Repository.At("tests", "Server.Tests", "events"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Where(IsTold).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_event_of_a_contract_has_a_sentence_or_names_the_event_that_tells_it() => Store.All
        .Where(noun => !OfNoContract.Contains(noun.Name))
        .SelectMany(Store.EventsOf)
        .Where(type => ChronicleWords.All.Told.Contains(type) == ChronicleWords.All.Tellers.ContainsKey(type))
        .Select(Store.NameOf)
        .ShouldBeEmpty("say it in api/Server/Chronicle/Words, or leave it to the event that tells it");

    [Fact]
    public void What_is_left_to_another_event_is_told_by_it() =>
        ChronicleWords.All.Tellers.Values.Except(ChronicleWords.All.Told).ShouldBeEmpty();

    [Fact]
    public void Every_kind_has_a_name_and_something_to_show()
    {
        ChronicleKindName.All.Select(one => one.Kind).ShouldBe(Enum.GetValues<ChronicleKind>());
        ChronicleKindName.All.Select(one => one.Name.Ja).ShouldBeUnique();
        ChronicleWords.All.Told.SelectMany(ChronicleWords.All.KindsOf).Append(ChronicleKind.INCIDENT).Distinct().Order().ShouldBe(Enum.GetValues<ChronicleKind>());
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sentence_is_whole_in_both_languages(string sample)
    {
        var type = Store.EventTypes.Single(e => e.Key == sample.Split('.')[0]).Value;
        var e = JsonSerializer.Deserialize(File.ReadAllText(Repository.At("tests", "Server.Tests", "events", $"{sample}.json")), type, Store.Json)!;

        var said = ChronicleWords.All.Of(e, Thing);

        said.Ja.ShouldMatch("[。」]|理由：");
        said.Ja.ShouldContain("。");
        said.En.ShouldContain(".");
        foreach (var text in (string[])[said.Ja, said.En])
        {
            text.ShouldNotContain("「」");
            text.ShouldNotContain("“”");
            text.ShouldNotContain("SecurityTracker.");
            text.ShouldNotContain("  ");
            text.ShouldNotContain("{");
        }
    }

    [Fact]
    public void Of_drafts_the_ministry_is_told_nothing()
    {
        var hidden = ChronicleWords.All.Told.Where(type => type.IsAssignableTo(typeof(IReportEvent)) && ChronicleSight.IsOfDraft(type)).Select(Store.NameOf);
        hidden.Order(StringComparer.Ordinal).ShouldBe(["report_discarded", "report_drafted"]);

        var drafting = ChronicleWords.All.Told.Where(type => type.IsAssignableTo(typeof(IConfirmationDocumentEvent))).Except(DocumentReader.Presented).Select(Store.NameOf);
        drafting.Order(StringComparer.Ordinal).ShouldBe(["confirmation_document_draft_discarded", "confirmation_document_drafted"]);
    }

    private static bool IsTold(string sample) => Store.EventTypes.FirstOrDefault(e => e.Key == sample.Split('.')[0]).Value is { } type && ChronicleWords.All.Told.Contains(type);
}
