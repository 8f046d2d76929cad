using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Catalogue.Import;

namespace SecurityTracker.DomainTests.Catalogue;

/// <summary>
/// Editions printed, changed in one place (or none) and torn in many ways: what is only torn is restored to the character, what
/// is changed is named exactly, and nothing else is touched.
/// </summary>
public class ImporterMutantTests
{
    private const int Mutants = 240;
    private const string Addition = "特段の定めがない限り、";

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Mutants)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_mutant_is_restored_or_its_difference_named(int seed)
    {
        var random = new Random(seed);
        var edition = ShippedEditions.All[random.Next(ShippedEditions.All.Count)];
        var tear = Tear.Of(random);
        var change = (Change)random.Next(8);
        var (mutant, check) = Mutate(edition, change, tear, random);
        var because = $"mutant {seed}: {edition.Code} {change} {tear}";

        var import = AnnexImporter.Read(new TenderPrinter(tear).Print(mutant), ShippedEditions.All).ShouldNotBeNull(because);

        import.Match.Code.ShouldBe(edition.Code, because);
        check(import, because + "\n" + Details(import));
    }

    private static string Details(AnnexImport import) => string.Join('\n', import.Requirements.Select(r => r.Diff).Concat(import.Form?.Rows.Select(r => r.Diff) ?? [])
        .OfType<IReadOnlyList<DiffPart>>().Take(4).Select(d => TextDiffTests.Show(d.Select(p => p.Op == DiffOp.EQUAL && p.Text.Length > 40 ? p with { Text = p.Text[..15] + "…" + p.Text[^15..] } : p))));

    private enum Change
    {
        NONE,
        NOTHING_BUT_TORN,
        CLAUSE_REWORDED,
        ROW_REWORDED,
        ROW_DROPPED,
        CLAUSE_DROPPED,
        REORDERED,
        FORM_DROPPED,
    }

    private static (AnnexEdition Mutant, Action<AnnexImport, string> Check) Mutate(AnnexEdition edition, Change change, Tear tear, Random random)
    {
        var clause = edition.Requirements[random.Next(edition.Requirements.Count)];
        var row = edition.Form?.Rows[random.Next(edition.Form.Rows.Count)];
        // Where every label stands in the midst of its row, a reworded row has no certain beginning.
        var rowsAreCut = tear.Labels != LabelStyle.BETWEEN_LINES;
        return (change, row) switch
        {
            (Change.CLAUSE_REWORDED, _) => (With(edition, clause with { Text = Reworded(clause.Text) }), (i, b) => Differs(i, edition, clause.Number, row: null, b)),
            (Change.ROW_REWORDED, { } r) when rowsAreCut => (With(edition, r with { Text = Reworded(r.Text) }), (i, b) => Differs(i, edition, clause: null, r.Number, b)),
            (Change.ROW_DROPPED, { } r) => (Without(edition, r), (i, b) => Missing(i, edition, clause: null, r.Number, b)),
            (Change.CLAUSE_DROPPED, _) when clause.Number > 1 => (Without(edition, clause), (i, b) => Missing(i, edition, clause.Number, row: null, b)),
            (Change.REORDERED, _) => (Reordered(edition, random), (i, b) => Reordered(i, edition, b)),
            (Change.FORM_DROPPED, { }) => (edition with { Form = null }, (i, b) => FormMissing(i, edition, b)),
            _ => (edition, (i, b) => Whole(i, edition, b)),
        };
    }

    private static void Whole(AnnexImport import, AnnexEdition edition, string because)
    {
        ShouldReport(import, "", because);
        import.Match.Kind.ShouldBe(ImportKind.EXACT, because);
        ImportedShape.ShouldBeWhole(import, edition);
        import.Warnings.Select(w => w.Messages.Ja).ShouldBeEmpty(because);
    }

    private static void Differs(AnnexImport import, AnnexEdition edition, int? clause, int? row, string because)
    {
        import.Match.Kind.ShouldBe(ImportKind.DIFFERS, because);
        var (expected, diff) = clause is { } n
            ? ($"clause {n} DIFFERS", import.Requirements.Single(r => r.Number == n).Diff)
            : ($"row {row} DIFFERS", import.Form!.Rows.Single(r => r.Number == row).Diff);
        ShouldReport(import, expected, because);
        diff!.Where(p => p.Op == DiffOp.DELETE).ShouldBeEmpty(because);
        MatchText.KeyOf(string.Concat(diff!.Where(p => p.Op == DiffOp.INSERT).Select(p => p.Text))).ShouldBe(Addition, because);
        OthersAreWhole(import, edition);
    }

    private static void Missing(AnnexImport import, AnnexEdition edition, int? clause, int? row, string because)
    {
        import.Match.Kind.ShouldBe(ImportKind.DIFFERS, because);
        ShouldReport(import, clause is null ? $"row {row} MISSING" : $"clause {clause} MISSING", because);
        OthersAreWhole(import, edition);
    }

    private static void Reordered(AnnexImport import, AnnexEdition edition, string because)
    {
        ShouldReport(import, "", because);
        import.Match.Kind.ShouldBe(ImportKind.DIFFERS, because);
        import.Warnings.ShouldContain(w => w.Code == "order-changed", because);
        import.Requirements.Select(r => r.Text).ShouldBe(edition.Requirements.Select(r => r.Text), because);
    }

    private static void FormMissing(AnnexImport import, AnnexEdition edition, string because)
    {
        ShouldReport(import, "", because);
        import.Form.ShouldBeNull(because);
        import.Warnings.Select(w => w.Code).ShouldBe(["form-missing"], because);
        import.Requirements.Select(r => r.Text).ShouldBe(edition.Requirements.Select(r => r.Text), because);
    }

    private static void OthersAreWhole(AnnexImport import, AnnexEdition edition)
    {
        import.Requirements.Where(r => r.Match == PieceMatch.EQUAL).ShouldAllBe(r => edition.Requirements.Single(o => o.Number == r.Number).Text == r.Text);
        (import.Form?.Rows ?? []).Where(r => r.Match == PieceMatch.EQUAL).ShouldAllBe(r => edition.Form!.Rows.Single(o => o.Number == r.Number).Text == r.Text);
    }

    private static void ShouldReport(AnnexImport import, string expected, string because) =>
        (Report(import) == expected).ShouldBeTrue($"{because}\nexpected: {expected}\nreported: {Report(import)}");

    /// <summary>Everything that is not as in the edition, in one line.</summary>
    private static string Report(AnnexImport import) => string.Join(
        "; ",
        import.Requirements.Where(r => r.Match != PieceMatch.EQUAL).Select(r => $"clause {r.Number} {r.Match}")
            .Concat((import.Form?.Rows ?? []).Where(r => r.Match != PieceMatch.EQUAL).Select(r => $"row {r.Number} {r.Match}"))
            .Concat(import.Unread.Select(u => $"unread {u.Text}")));

    private static string Reworded(string text)
    {
        var at = text.IndexOf('、', StringComparison.Ordinal) + 1;
        return text[..at] + Addition + text[at..];
    }

    private static AnnexEdition With(AnnexEdition edition, Requirement changed) =>
        edition with { Requirements = [.. edition.Requirements.Select(r => r.Number == changed.Number ? changed : r)] };

    private static AnnexEdition With(AnnexEdition edition, FormRow changed) =>
        edition with { Form = edition.Form! with { Rows = [.. edition.Form.Rows.Select(r => r.Number == changed.Number ? changed : r)] } };

    private static AnnexEdition Without(AnnexEdition edition, Requirement dropped) =>
        edition with { Requirements = [.. edition.Requirements.Where(r => r != dropped)] };

    private static AnnexEdition Without(AnnexEdition edition, FormRow dropped) =>
        edition with { Form = edition.Form! with { Rows = [.. edition.Form.Rows.Where(r => r != dropped)] } };

    /// <summary>Two neighbours under the same heading change places, numbers and all.</summary>
    private static AnnexEdition Reordered(AnnexEdition edition, Random random)
    {
        var list = edition.Requirements.ToList();
        int at;
        do
        {
            at = random.Next(1, list.Count - 1);
        }
        while (list[at].Heading != list[at + 1].Heading);
        (list[at], list[at + 1]) = (list[at + 1], list[at]);
        return edition with { Requirements = list };
    }
}
