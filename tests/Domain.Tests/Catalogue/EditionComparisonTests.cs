using System.Text.Json;
using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.DomainTests.Catalogue;

public class EditionComparisonTests
{
    private static AnnexEdition Edition(string code) => ShippedEditions.All.Single(e => e.Code == code);

    [Fact]
    public void One_item_was_added_to_from_b_to_c()
    {
        var diff = EditionComparison.Between(Edition("ED-B"), Edition("ED-C"));
        diff.Requirements.Where(c => c.Kind != ChangeKind.UNCHANGED).Select(c => (c.Kind, c.To[0])).ShouldBe([(ChangeKind.MODIFIED, "17:15")]);
        diff.Rows.Where(c => c.Kind != ChangeKind.UNCHANGED).Select(c => (c.Kind, c.To[0])).ShouldBe([(ChangeKind.MODIFIED, "15")]);
        diff.Requirements.Single(c => c.Kind == ChangeKind.MODIFIED).Diff!.Where(p => p.Op != DiffOp.EQUAL).ShouldHaveSingleItem().Text.ShouldStartWith("⑩");
        diff.FixedTexts.Where(c => c.Kind != ChangeKind.UNCHANGED).ShouldHaveSingleItem().ToText.ShouldBe("【セキュアな情報システム（外部公開ウェブサイトを含む）の構築・運用・閉鎖】");
    }

    [Fact]
    public void The_newest_edition_changes_what_the_dossier_lists()
    {
        var diff = EditionComparison.Between(Edition("ED-C"), Edition("ED-D"));
        diff.Requirements.Where(c => c.Kind != ChangeKind.UNCHANGED).Select(c => c.To[0]).ShouldBe(["17:2", "17:3", "17:5", "17:14", "17:15"]);
        diff.Rows.Where(c => c.Kind != ChangeKind.UNCHANGED).Select(c => c.To[0]).ShouldBe(["2", "3", "14", "15"]);
        diff.Requirements.ShouldAllBe(c => c.Kind == ChangeKind.UNCHANGED || c.Kind == ChangeKind.MODIFIED);
        TextDiffTests.Show(diff.Requirements.Single(c => c.To[0] == "17:14").Diff!).ShouldContain("許容[-でき-][+出来+]る");
        diff.FixedTexts.Where(c => c.Kind != ChangeKind.UNCHANGED).Select(c => c.To[0]).ShouldBe(["heading 1", "addresseePattern"]);
    }

    [Fact]
    public void The_oldest_edition_is_split_merged_and_moved_as_the_dossier_maps_it()
    {
        var changes = EditionComparison.Between(Edition("ED-A"), Edition("ED-B")).Requirements.ToDictionary(c => string.Join('+', c.From), c => c);
        (string From, ChangeKind Kind, string To)[] expected =
        [
            ("18:1", ChangeKind.MODIFIED, "17:1"),
            ("18:2", ChangeKind.MODIFIED, "17:10"),
            ("18:3", ChangeKind.MOVED, "17:6"),
            ("18:4", ChangeKind.MOVED, "17:7"),
            ("18:5", ChangeKind.MOVED, "17:8"),
            ("18:6", ChangeKind.MOVED, "17:9"),
            ("18:7", ChangeKind.MOVED, "17:11"),
            ("18:8", ChangeKind.MOVED, "17:2"),
            ("18:9", ChangeKind.MOVED, "17:3"),
            ("18:10", ChangeKind.MOVED, "17:4"),
            ("18:11", ChangeKind.MODIFIED, "17:5"),
            ("18:12", ChangeKind.SPLIT, "17:15.6+17:15.8"),
            ("18:13", ChangeKind.MODIFIED, "17:15.8"),
            ("18:14", ChangeKind.MODIFIED, "17:17"),
            ("18:15+18:16.6", ChangeKind.MERGED, "17:15.7"),
            ("18:16.1", ChangeKind.MOVED, "17:15.1"),
            ("18:16.3", ChangeKind.MODIFIED, "17:15.3"),
            ("18:16.4", ChangeKind.MOVED, "17:15.4"),
            ("18:16.7", ChangeKind.MOVED, "17:15.9"),
            ("18:17", ChangeKind.SPLIT, "17:12+17:13+17:14"),
            ("18:18.3", ChangeKind.MOVED, "17:16.3"),
        ];
        expected.ShouldAllBe(e => changes[e.From].Kind == e.Kind && string.Join('+', changes[e.From].To) == e.To);
        EditionComparison.Between(Edition("ED-A"), Edition("ED-C")).Requirements.ShouldContain(c => c.Kind == ChangeKind.ADDED && c.To[0] == "17:15.10");
        changes.Values.ShouldNotContain(c => c.Kind == ChangeKind.ADDED);
    }

    [Fact]
    public void Read_backwards_a_split_is_a_merger()
    {
        var changes = EditionComparison.Between(Edition("ED-B"), Edition("ED-A")).Requirements;
        changes.Single(c => c.To is ["18:17"]).Kind.ShouldBe(ChangeKind.MERGED);
        changes.Single(c => c.From is ["17:15.7"]).Kind.ShouldBe(ChangeKind.SPLIT);
        EditionComparison.Between(Edition("ED-B"), Edition("ED-A")).Rows.ShouldAllBe(c => c.Kind == ChangeKind.REMOVED);
    }

    [Fact]
    public void Every_requirement_of_both_editions_is_accounted_for()
    {
        foreach (var (from, to) in ShippedEditions.All.SelectMany(f => ShippedEditions.All.Select(t => (f, t))))
        {
            var diff = EditionComparison.Between(from, to);
            var (left, right) = (diff.Requirements.SelectMany(c => c.From).ToHashSet(), diff.Requirements.SelectMany(c => c.To).ToHashSet());
            from.Requirements.ShouldAllBe(r => left.Contains(r.Id));
            to.Requirements.Where(r => !right.Contains(r.Id)).ShouldBeEmpty();
            if (from == to)
            {
                diff.Requirements.Concat(diff.Rows).Concat(diff.FixedTexts).ShouldAllBe(c => c.Kind == ChangeKind.UNCHANGED && c.Diff == null);
            }

            JsonSerializer.Serialize(EditionComparison.Between(from, to)).ShouldBe(JsonSerializer.Serialize(diff));
        }
    }

    [Fact]
    public void An_edition_without_known_correspondence_is_matched_by_its_words()
    {
        var old = Edition("ED-C");
        var changed = old with
        {
            Code = "NEW",
            Requirements =
            [
                .. old.Requirements.Select(r => r.Number switch
                {
                    6 => r with { Text = old.Requirements[6].Text },
                    7 => r with { Text = old.Requirements[5].Text },
                    9 => r with { Text = "まったく別の事項であり、共通する語句はほとんどないものとする。" },
                    _ => r,
                }),
            ],
        };
        var changes = EditionComparison.Between(old, changed).Requirements.Where(c => c.Kind != ChangeKind.UNCHANGED).ToList();
        changes.Select(c => (c.Kind, string.Join('+', c.From), string.Join('+', c.To))).ShouldBe(
        [
            (ChangeKind.MOVED, "17:6", "17:7"),
            (ChangeKind.MOVED, "17:7", "17:6"),
            (ChangeKind.REMOVED, "17:9", ""),
            (ChangeKind.ADDED, "", "17:9"),
        ]);
    }
}
