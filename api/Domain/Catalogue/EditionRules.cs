namespace SecurityTracker.Domain.Catalogue;

/// <summary>What every published edition keeps.</summary>
public static class EditionRules
{
    private const int LongestText = 20_000;
    private const int LongestCode = 40;

    /// <summary>The first rule that a new edition breaks, or null.</summary>
    public static Refusal? Broken(AnnexEdition edition) => WellFormedCode(edition.Code) ? BrokenContent(edition) : EditionRefusals.CodeMalformed;

    /// <summary>The first rule that an edition breaks whose code was given already, or null.</summary>
    public static Refusal? BrokenContent(AnnexEdition edition) =>
        string.IsNullOrWhiteSpace(edition.Name) ? EditionRefusals.NameMissing
        : edition.Requirements.Count == 0 ? EditionRefusals.RequirementsMissing
        : !edition.Requirements.Select(r => r.Number).SequenceEqual(Enumerable.Range(1, edition.Requirements.Count)) ? EditionRefusals.NumbersBroken
        : RowsAstray(edition) ? EditionRefusals.RowWithoutRequirement
        : BrokenText(edition);

    /// <summary>The edition with requirement ids and statements derived from number and text.</summary>
    public static AnnexEdition WithDerivedIds(AnnexEdition edition)
    {
        var items = edition.Requirements.Count;
        return edition with
        {
            Requirements =
            [
                .. edition.Requirements.Select(r => r with { Id = $"{items}:{r.Number}", Statements = StatementTree.Read($"{items}:{r.Number}", r.Text) }),
            ],
        };
    }

    private static bool WellFormedCode(string code) =>
        code.Length is > 0 and <= LongestCode && code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-');

    private static bool RowsAstray(AnnexEdition edition)
    {
        var rows = edition.Form?.Rows.Select(r => r.Number).ToList() ?? [];
        return rows.Distinct().Count() != rows.Count || rows.Exists(n => edition.Requirements.All(r => r.Number != n));
    }

    private static Refusal? BrokenText(AnnexEdition edition)
    {
        foreach (var (pointer, text) in Texts(edition))
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return EditionRefusals.TextMissing.At(pointer);
            }

            if (text.Length > LongestText || text.Any(c => char.IsControl(c) && c != '\n'))
            {
                return EditionRefusals.TextMalformed.At(pointer);
            }
        }

        return null;
    }

    private static IEnumerable<(string Pointer, string Text)> Texts(AnnexEdition edition) =>
    [
        ("/content/opening", edition.Opening),
        .. edition.Requirements.Select((r, i) => ($"/content/requirements/{i}/text", r.Text)),
        .. edition.Form is { } form ? FormTexts(form) : [],
    ];

    private static IEnumerable<(string Pointer, string Text)> FormTexts(ReportForm form) =>
    [
        ("/content/form/mark", form.Mark),
        ("/content/form/addresseePattern", form.AddresseePattern),
        ("/content/form/title", form.Title),
        ("/content/form/preamble", form.Preamble),
        ("/content/form/contractHeading", form.ContractHeading),
        ("/content/form/reportHeading", form.ReportHeading),
        .. form.Columns.Select((c, i) => ($"/content/form/columns/{i}", c)),
        .. form.Rows.SelectMany((r, i) => new[] { ($"/content/form/rows/{i}/label", r.Label), ($"/content/form/rows/{i}/text", r.Text) }),
        .. form.Notes.Select((n, i) => ($"/content/form/notes/{i}", n)),
        ("/content/form/closing", form.Closing),
    ];
}
