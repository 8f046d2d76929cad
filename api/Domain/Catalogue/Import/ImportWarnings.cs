namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>What a person should look at in an import.</summary>
internal sealed class ImportWarnings(
    AnnexReading reading,
    IReadOnlyList<ImportedRequirement> requirements,
    ImportedForm? form,
    string opening)
{
    private readonly AnnexEdition? edition = reading.Edition;

    /// <summary>Everything, what changes the meaning most first.</summary>
    public IReadOnlyList<ImportWarning> All() =>
        [.. Structure, .. Contradictions.Between(requirements, form), .. FixedTexts, .. LostEdges(), .. Misreadings(), .. Interposed()];

    /// <summary>The form is not there, texts are out of order, a number comes twice.</summary>
    public IReadOnlyList<ImportWarning> Structure { get; } = [.. StructureOf(reading)];

    /// <summary>Opening, headings and the form's fixed texts that are not the edition's.</summary>
    public IReadOnlyList<ImportWarning> FixedTexts { get; } = reading.Edition is { } known
        ? [.. FixedTextsOf(known, requirements, form, opening), .. FieldsOf(known, reading.Region.Form, form), .. HeadingsOutOfPlace(reading)]
        : [];

    private static IEnumerable<ImportWarning> StructureOf(AnnexReading reading)
    {
        if (reading.Edition?.Form is not null && reading.Region.Form is null)
        {
            yield return new("form-missing", new(
                "別紙（実施状況報告書の様式）が見つかりませんでした。別のファイルになっていないか確認してください。",
                "The report form (別紙) was not found. See whether it is in another file."));
        }

        if (reading.Edition is { Form: null } && reading.Region.Form is not null)
        {
            yield return new("form-unexpected", new(
                "この版には別紙がありませんが、文書には様式が付いています。内容を確認してください。",
                "This edition has no form, but the document holds one. Look at it."));
        }

        foreach (var (alignment, what, whatEn) in new[] { (reading.Requirements, "事項", "requirements"), (reading.Rows, "別紙の行", "rows of the form") })
        {
            var numbers = alignment.Pieces.Select(p => p.Number).ToList();
            if (!numbers.SequenceEqual(numbers.Order()) || alignment.Pieces.Any(p => p.Entry is not null && p.Entry.Number != p.Number))
            {
                yield return new("order-changed", new(
                    $"{what}の順序又は番号が版と異なります。",
                    $"The {whatEn} stand in another order, or under other numbers, than in the edition."));
            }

            foreach (var repeated in numbers.GroupBy(n => n).Where(g => g.Count() > 1))
            {
                yield return new("number-repeated", new(
                    $"{what}の番号{repeated.Key})が重複しています。",
                    $"Among the {whatEn} the number {repeated.Key}) comes more than once."), repeated.Key);
            }
        }
    }

    private static IEnumerable<ImportWarning> FixedTextsOf(
        AnnexEdition edition, IReadOnlyList<ImportedRequirement> requirements, ImportedForm? form, string opening)
    {
        if (opening != edition.Opening)
        {
            yield return Differs("冒頭の文", "opening", edition.Opening, opening, number: null);
        }

        foreach (var r in requirements.Where(r => r.Match is PieceMatch.EQUAL or PieceMatch.DIFFERS))
        {
            var expected = edition.Requirements.FirstOrDefault(k => k.Number == r.Number)?.Heading;
            if (expected != r.Heading
                && (requirements.First(o => o.Heading == r.Heading).Number == r.Number || edition.Requirements.FirstOrDefault(o => o.Heading == expected)?.Number == r.Number))
            {
                yield return Differs("見出し", "heading", expected ?? "", r.Heading ?? "", r.Number);
            }
        }

        if (form is null || edition.Form is not { } known)
        {
            yield break;
        }

        foreach (var (name, english, own, read) in new[]
        {
            ("標題", "title", known.Title, form.Title),
            ("前文", "preamble", known.Preamble, form.Preamble),
            ("見出し", "heading on the contract", known.ContractHeading, form.ContractHeading),
            ("見出し", "heading on the report", known.ReportHeading, form.ReportHeading),
            ("記載要領", "notes", string.Join('\n', known.Notes), string.Join('\n', form.Notes)),
            ("提出時期", "closing line", known.Closing, form.Closing),
        })
        {
            if (own != read)
            {
                yield return Differs("別紙の" + name, "form's " + english, own, read, number: null);
            }
        }
    }

    /// <summary>The form's addressee, and the labels of its fields.</summary>
    private static IEnumerable<ImportWarning> FieldsOf(AnnexEdition edition, ReadForm? found, ImportedForm? form)
    {
        if (found is null || form is null || edition.Form is not { } known)
        {
            yield break;
        }

        var addressee = found.Fixed.ContainsKey("addresseePattern") ? form.AddresseePattern : "";
        if (!Addressee.Fills(known.AddresseePattern, addressee))
        {
            yield return Differs("別紙の宛名", "form's addressee", known.AddresseePattern, addressee, number: null);
        }

        foreach (var label in found.MissingLabels)
        {
            yield return Differs("別紙の記入欄", "form's field", label, "", number: null);
        }
    }

    /// <summary>Headings that were taken out of the text and are no requirement's, or come again before one that has another.</summary>
    private static IEnumerable<ImportWarning> HeadingsOutOfPlace(AnnexReading reading)
    {
        var headings = reading.Region.Requirements.Headings;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < headings.Count; i++)
        {
            var (from, to) = (headings[i].Position, i + 1 < headings.Count ? headings[i + 1].Position : int.MaxValue);
            var (key, below) = (MatchText.KeyOf(headings[i].Printed), reading.Requirements.Pieces.Where(p => p.From >= from && p.From < to).MinBy(p => p.From));
            var isInside = reading.Requirements.Pieces.Any(p => p.From < from && from < p.To);
            if (below is null || isInside || (!seen.Add(key) && !IsHeadingOf(reading, below, key)))
            {
                yield return new("heading-out-of-place", new(
                    $"見出し「{headings[i].Printed}」が版にない位置にあります。原本を確認してください。",
                    $"The heading {headings[i].Printed} stands where the edition has none. Check the original."));
            }
        }
    }

    // An office may print the heading of a group before each of its items.
    private static bool IsHeadingOf(AnnexReading reading, Piece piece, string key) =>
        reading.Edition?.Requirements.FirstOrDefault(r => r.Number == piece.Entry?.Number)?.Heading is { } own && MatchText.KeyOf(own) == key;

    private static ImportWarning Differs(string what, string english, string own, string read, int? number) => new("fixed-text-differs", new(
        $"{what}が版と異なります。版：「{own}」 文書：「{read}」",
        $"The {english} is not the edition's. Edition: {own} Document: {read}"), number);

    private IEnumerable<ImportWarning> LostEdges()
    {
        if (reading.Region.Form is not { } found || edition?.Form is null)
        {
            yield break;
        }

        foreach (var (name, words, english) in new[]
        {
            ("mark", "右上の「別紙」", "mark in the corner"), ("columns", "表の見出し行", "table's head"),
        })
        {
            if (!found.Fixed.ContainsKey(name))
            {
                yield return new("form-part-missing", new(
                    $"別紙の{words}が読み取れなかったため、版のとおりとしました。原本を確認してください。",
                    $"The form's {english} could not be read; the edition's was taken. Check the original."));
            }
        }
    }

    private IEnumerable<ImportWarning> Misreadings()
    {
        foreach (var (alignment, what, whatEn) in new[] { (reading.Requirements, "事項", "requirement"), (reading.Rows, "別紙の行", "row") })
        {
            foreach (var (piece, noise) in alignment.Pieces.SelectMany(p => (p.Comparison?.Noise ?? []).Select(n => (p, n))))
            {
                yield return new("probable-extraction-noise", new(
                    $"{what}{piece.Number})の「{noise.Around}」が「{noise.Misreading.Read}」と読み取られました。文字認識の誤りとみなし、「{noise.Misreading.Printed}」としました。原本を確認してください。",
                    $"In {whatEn} {piece.Number}), near 「{noise.Around}」, 「{noise.Misreading.Read}」 was read. It was taken as a misreading of 「{noise.Misreading.Printed}」. Check the original."), piece.Number);
            }
        }
    }

    private IEnumerable<ImportWarning> Interposed()
    {
        var lines = reading.Requirements.Pieces.Concat(reading.Rows.Pieces).Sum(p => p.Comparison?.Interposed.Count ?? 0)
            + reading.Requirements.Unread.Count + reading.Rows.Unread.Count;
        if (lines > 0)
        {
            yield return new("text-unread", new(
                $"どの事項にも行にも当てはまらない文字列が{lines}箇所あります。「読み取れなかった箇所」を確認してください。",
                $"{lines} stretches of text belong to no requirement or row. Look at what was left unread."));
        }

        if (edition is null)
        {
            yield return new("edition-unknown", new(
                "登録済みのどの版とも一致しません。内容を確認し、新しい版として登録してください。",
                "No published edition is near. Check the text and publish it as a new edition."));
        }
    }
}
