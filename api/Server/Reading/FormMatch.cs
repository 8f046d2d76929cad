using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.Server.Reading;

/// <summary>Compares what was read with the editions' forms, by match key: width and layout are never a difference.</summary>
internal static class FormMatch
{
    private const int ShortestPart = 8;

    /// <summary>The edition that most rows are of: exact, or differing, or none where fewer than half are any edition's.</summary>
    public static (AnnexEdition? Edition, string Kind) Of(IReadOnlyList<AnnexEdition> editions, IReadOnlyList<NumberedRow> rows)
    {
        var read = rows.ToDictionary(row => row.Number);
        var best = editions
            .Select(edition => (Edition: edition, Form: FormOf(edition)))
            .Select(candidate => (candidate.Edition, Form: candidate.Form, Equal: candidate.Form.Rows.Count(row => read.TryGetValue(row.Number, out var own) && own.Says(row.Text))))
            .OrderByDescending(candidate => candidate.Equal)
            .ThenBy(candidate => candidate.Form.Rows.Count)
            .ThenByDescending(candidate => candidate.Edition.Revision)
            .FirstOrDefault();
        return best.Edition is null || best.Equal * 2 < best.Form.Rows.Count
            ? (null, "none")
            : (best.Edition, best.Equal == best.Form.Rows.Count && rows.Count == best.Equal ? "exact" : "differs");
    }

    /// <summary>Every row of the edition and every other that was read, in the order of their numbers.</summary>
    public static IReadOnlyList<FormReadingRow> Rows(AnnexEdition? edition, IReadOnlyList<NumberedRow> read)
    {
        var printed = edition is null ? [] : FormOf(edition).Rows.ToDictionary(row => row.Number);
        var found = read.Select(row => row.Number).ToHashSet();
        return
        [
            .. read.Select(row => RowOf(row, printed.GetValueOrDefault(row.Number)))
                .Concat(printed.Values.Where(row => !found.Contains(row.Number)).Select(row => new FormReadingRow(row.Number, Status: null, StatusText: null, "missing", Diff: null)))
                .OrderBy(row => row.Number),
        ];
    }

    /// <summary>A number that the form bears more than once, and not because its row goes on.</summary>
    public static IEnumerable<FormFinding> Twice(AnnexEdition? edition, IReadOnlyList<NumberedRow> read)
    {
        var printed = edition is null ? [] : FormOf(edition).Rows.ToDictionary(row => row.Number, row => row.Text);
        return read.Where(row => row.IsTwice(printed.GetValueOrDefault(row.Number)))
            .Select(row => FormFindings.RowTwice(row.Number, [.. row.Rows.Select(each => each.Third.Trim())]));
    }

    /// <summary>What is missing or altered.</summary>
    public static IEnumerable<FormFinding> Findings(
        AnnexEdition? edition, ReadDocument document, FormReadingHeader header, IReadOnlyList<FormReadingRow> rows, ReasonSheetReader reasons)
    {
        if (edition is null)
        {
            yield return FormFindings.EditionUnknown;
        }

        foreach (var label in MissingIn(header))
        {
            yield return FormFindings.HeaderMissing(label);
        }

        foreach (var finding in rows.SelectMany(row => FindingsOf(row, reasons.Reasons)))
        {
            yield return finding;
        }

        foreach (var finding in edition is null ? [] : FindingsOf(edition, document, reasons))
        {
            yield return finding;
        }
    }

    /// <summary>The line is one that the form itself prints, or a part of one: a PDF tears its lines, a person its paragraphs.</summary>
    public static bool IsFixed(AnnexEdition? edition, string line, bool linesAreLayout)
    {
        var key = MatchText.KeyOf(line);
        var shortest = linesAreLayout ? 1 : ShortestPart;
        return key.Length == 0 || key is FormWords.Notes
            || (edition is not null && FixedTexts(edition).Select(text => MatchText.KeyOf(text.Text)).Any(text => text == key || (key.Length >= shortest && text.Contains(key, StringComparison.Ordinal))));
    }

    private static ReportForm FormOf(AnnexEdition edition) => edition.Form ?? AgreedForm.Of(edition);

    private static FormReadingRow RowOf(NumberedRow read, FormRow? printed)
    {
        var same = printed is not null && read.Says(printed.Text);
        return new(
            read.Number,
            FormWords.StatusOf(read.Status),
            read.Status,
            printed is null ? "new" : same ? "equal" : "differs",
            printed is null || same ? null : TextDiff.Between(printed.Text, read.Rows[0].Second));
    }

    private static IEnumerable<FormFinding> FindingsOf(FormReadingRow row, IReadOnlyList<FormReadingReason> reasons)
    {
        if (row.TextMatch is "missing")
        {
            yield return FormFindings.RowMissing(row.Number);
            yield break;
        }

        if (row.Status is null)
        {
            yield return string.IsNullOrWhiteSpace(row.StatusText) ? FormFindings.StatusMissing(row.Number) : FormFindings.StatusUnknown(row.Number, row.StatusText);
        }

        if (row.Status is ImplementationStatus.NOT_IMPLEMENTED or ImplementationStatus.NOT_APPLICABLE
            && !reasons.Any(reason => reason.Number == row.Number && !string.IsNullOrWhiteSpace(reason.Text)))
        {
            yield return FormFindings.ReasonMissing(row.Number);
        }

        if (row.TextMatch is "differs" or "new")
        {
            yield return row.TextMatch is "new" ? FormFindings.RowNew(row.Number) : FormFindings.TextAltered(row.Number);
        }
    }

    private static IEnumerable<FormFinding> FindingsOf(AnnexEdition edition, ReadDocument document, ReasonSheetReader reasons)
    {
        var explained = edition.Requirements.Select(requirement => (requirement.Number, Statement: FilledForm.AlwaysExplained(requirement.Statements).FirstOrDefault()));
        foreach (var (number, statement) in explained.Where(each => each.Statement is not null))
        {
            if (string.IsNullOrWhiteSpace(reasons.Explanation))
            {
                yield return FormFindings.ExplanationMissing(number, statement!.Label);
            }
        }

        var all = MatchText.KeyOf(document.Text);
        foreach (var (name, text) in FixedTexts(edition))
        {
            if (!all.Contains(MatchText.KeyOf(text), StringComparison.Ordinal))
            {
                yield return FormFindings.FixedTextAltered(name, text);
            }
        }
    }

    private static IEnumerable<(string Name, string Text)> FixedTexts(AnnexEdition edition)
    {
        var form = FormOf(edition);
        return [("表題", form.Title), ("前文", form.Preamble), .. form.Notes.Select(note => (FormWords.Notes, note)), .. form.Closing is { Length: > 0 } closing ? [("末尾の文", closing)] : Array.Empty<(string, string)>()];
    }

    private static IEnumerable<string> MissingIn(FormReadingHeader header)
    {
        (string Label, bool Missing)[] labels =
        [
            ("報告の日付", header.ReportedOn is null),
            ("宛名", header.Addressee is null),
            (FormWords.Address, header.ContractorAddress is null),
            (FormWords.Name, header.ContractorName is null),
            (FormWords.Representative, header.RepresentativeName is null),
            (FormWords.SignedOn, header.ContractSignedOn is null),
            (FormWords.ContractName, header.ContractName is null),
        ];
        return labels.Where(each => each.Missing).Select(each => each.Label);
    }
}
