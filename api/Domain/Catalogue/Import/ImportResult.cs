namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>Turns the readings of a document into what is answered.</summary>
/// <param name="raw">The document.</param>
/// <param name="tender">The same, for matching.</param>
/// <param name="reading">The reading that the answer is about.</param>
/// <param name="others">Other annexes in the document.</param>
/// <param name="chapters">Chapters that bear the annex's title and are none.</param>
internal sealed class ImportResult(
    string raw, TenderText tender, AnnexReading reading, IReadOnlyList<AnnexReading> others, IReadOnlyList<AnnexReading> chapters)
{
    private const int MostNamed = 5;
    private readonly AnnexEdition? edition = reading.Edition;

    /// <summary>The answer.</summary>
    public AnnexImport Build()
    {
        var requirements = Requirements();
        var form = Form();
        var opening = Opening();
        var warnings = new ImportWarnings(reading, requirements, form, opening);
        var unread = Unread();
        var notExact = warnings.FixedTexts.Count > 0 || warnings.Structure.Count > 0 || unread.Any(u => u.IsAddition);
        var kind = edition is null ? ImportKind.NONE
            : notExact || requirements.Any(r => r.Match != PieceMatch.EQUAL) || form?.Rows.Any(r => r.Match != PieceMatch.EQUAL) == true ? ImportKind.DIFFERS
            : ImportKind.EXACT;
        return new(
            new(edition?.Code, kind),
            edition?.ContractorWord ?? ContractorWord(requirements),
            opening,
            requirements,
            form,
            [.. unread.Select(u => u.Text).Concat(others.Select(r => Unread(tender.Origin(r.Region.From), tender.Origin(r.Region.To)))).OrderBy(u => u.From)],
            [.. SeveralAnnexes(), .. OtherChapters(), .. warnings.All()],
            TenderProposals.Read(tender, reading, requirements));
    }

    private List<ImportedRequirement> Requirements()
    {
        var passage = reading.Region.Requirements;
        var items = Math.Max(edition?.Requirements.Count ?? 0, reading.Requirements.Pieces.Select(p => p.Number).DefaultIfEmpty(0).Max());
        var read = reading.Requirements.Pieces.Select(p =>
        {
            var known = p.Entry is { } entry ? edition?.Requirements.First(r => r.Number == entry.Number) : null;
            var heading = Heading(passage, p, known);
            if (p.IsEqual && known is not null)
            {
                var id = $"{items}:{p.Number}";
                return new ImportedRequirement(p.Number, id, heading, known.Text, StatementTree.Read(id, known.Text), PieceMatch.EQUAL, Diff: null);
            }

            var text = passage.Printed(p.From, p.To);
            return new(
                p.Number,
                $"{items}:{p.Number}",
                heading,
                text,
                StatementTree.Read($"{items}:{p.Number}", text),
                known is null ? PieceMatch.NEW : PieceMatch.DIFFERS,
                known is null ? null : TextDiff.Between(known.Text, text));
        });
        var missing = (edition?.Requirements ?? []).Where(r => reading.Requirements.Missing.Any(e => e.Number == r.Number))
            .Select(r => new ImportedRequirement(r.Number, r.Id, r.Heading, r.Text, r.Statements, PieceMatch.MISSING, Diff: null));
        return [.. read.Concat(missing).OrderBy(r => r.Number)];
    }

    /// <summary>The last heading before the requirement, in the edition's print when it says the same.</summary>
    private string? Heading(Passage passage, Piece piece, Requirement? known)
    {
        var read = passage.Headings.LastOrDefault(h => h.Position <= piece.From)?.Printed;
        if (read is null)
        {
            return null;
        }

        var key = MatchText.KeyOf(read);
        return known?.Heading is { } own && MatchText.KeyOf(own) == key ? own
            : edition?.Requirements.Select(r => r.Heading).FirstOrDefault(h => h is not null && MatchText.KeyOf(h) == key) ?? read;
    }

    private ImportedForm? Form()
    {
        if (reading.Region.Form is not { } form)
        {
            return null;
        }

        var known = edition?.Form;
        return new(
            TextOrEditions(form, "mark", known?.Mark),
            TextOrEditions(form, "addresseePattern", known?.AddresseePattern),
            Text(form, "title", known?.Title),
            Text(form, "preamble", known?.Preamble),
            Text(form, "contractHeading", known?.ContractHeading),
            Text(form, "reportHeading", known?.ReportHeading),
            Columns(form, known),
            Rows(form),
            Notes(form, known),
            Text(form, "closing", known?.Closing));
    }

    private string Text(ReadForm form, string name, string? known)
    {
        if (!form.Fixed.TryGetValue(name, out var at))
        {
            return "";
        }

        return known is not null && MatchText.KeyOf(known) == tender.Key[at.From..at.To] ? known : tender.Printed(at.From, at.To);
    }

    /// <summary>Words at the form's edge that conversions tend to lose: the edition's are taken, and a warning says so.</summary>
    private string TextOrEditions(ReadForm form, string name, string? known) => form.Fixed.ContainsKey(name) ? Text(form, name, known) : known ?? "";

    private static IReadOnlyList<string> Columns(ReadForm form, ReportForm? known) =>
        known?.Columns ?? (form.Fixed.ContainsKey("columns") ? ["項目", "確認事項", "実施状況"] : []);

    /// <summary>The notes in the edition's print when they say the same, their numbers (which conversions turn into bullets) aside.</summary>
    private IReadOnlyList<string> Notes(ReadForm form, ReportForm? known)
    {
        if (!form.Fixed.TryGetValue("notes", out var at))
        {
            return [];
        }

        var read = tender.Key[at.From..at.To];
        if (known is not null && (string.Concat(known.Notes.Select(MatchText.KeyOf)) == read
            || string.Concat(known.Notes.Select(n => WithoutNumber(MatchText.KeyOf(n)))) == read))
        {
            return known.Notes;
        }

        return tender.Printed(at.From, at.To).Split('\n');
    }

    private static string WithoutNumber(string note) => note.Length > 2 && char.IsAsciiDigit(note[0]) && note[1] == '.' ? note[2..] : note;

    private List<ImportedRow> Rows(ReadForm form)
    {
        var read = reading.Rows.Pieces.Select(p =>
        {
            var known = p.Entry is { } entry ? edition?.Form?.Rows.First(r => r.Number == entry.Number) : null;
            var label = known is not null && known.Number == p.Number ? known.Label : $"{AnnexWords.Title}{p.Number})";
            if (p.IsEqual && known is not null)
            {
                return new ImportedRow(p.Number, label, known.Text, PieceMatch.EQUAL, Diff: null);
            }

            var text = form.Rows.Printed(p.From, p.To);
            return new(p.Number, label, text, known is null ? PieceMatch.NEW : PieceMatch.DIFFERS, known is null ? null : TextDiff.Between(known.Text, text));
        });
        var missing = (edition?.Form?.Rows ?? []).Where(r => reading.Rows.Missing.Any(e => e.Number == r.Number))
            .Select(r => new ImportedRow(r.Number, r.Label, r.Text, PieceMatch.MISSING, Diff: null));
        return [.. read.Concat(missing).OrderBy(r => r.Number)];
    }

    private string Opening()
    {
        var at = reading.Region.Opening;
        return edition is not null && MatchText.KeyOf(edition.Opening) == tender.Key[at.From..at.To] ? edition.Opening : tender.Printed(at.From, at.To);
    }

    private static string ContractorWord(List<ImportedRequirement> requirements)
    {
        var first = requirements.Count > 0 ? requirements[0].Text : "";
        var end = first.AsSpan(0, Math.Min(12, first.Length)).IndexOfAny('は', '（', '(');
        return end > 0 ? first[..end] : "";
    }

    /// <summary>What belongs to no requirement, row or fixed text, and whether it may be an addition rather than layout.</summary>
    private List<(UnreadText Text, bool IsAddition)> Unread()
    {
        var form = reading.Region.Form;
        return
        [
            .. Unread(reading.Region.Requirements, reading.Requirements, otherTextMayFollow: form is null),
            .. form is null ? [] : Unread(form.Rows, reading.Rows, otherTextMayFollow: false),
            .. (form?.Loose ?? []).Select(at => (Unread(tender.Origin(at.From), tender.Origin(at.To)), true)),
        ];
    }

    private IEnumerable<(UnreadText Text, bool IsAddition)> Unread(Passage passage, Alignment alignment, bool otherTextMayFollow) =>
        alignment.Unread.Concat(alignment.Pieces.SelectMany(p => p.Comparison?.Interposed ?? []))
            .Select(at => (Unread(passage.Origin(at.From), passage.OriginEnd(at.To)),
                !(otherTextMayFollow && at.To == passage.Key.Length) && !Stamps.Are(passage.Key.AsSpan(at.From, at.To - at.From))));

    private UnreadText Unread(int from, int to)
    {
        var text = raw[from..to].TrimEnd();
        return new(from, from + text.Length, text);
    }

    private IEnumerable<ImportWarning> SeveralAnnexes() => others.Count == 0 ? [] :
    [
        new("several-annexes", new(
            $"この文書には「情報セキュリティに関する事項」が{others.Count + 1}箇所あります（{Lines(others.Prepend(reading))}）。登録済みの版に最も近い{Line(reading)}行目のものを読み取りました。契約に付くものであることを確認してください。",
            $"This document holds {others.Count + 1} annexes (at lines {Lines(others.Prepend(reading))}). The one at line {Line(reading)}, nearest to a published edition, was read. Make sure that it is the one of the contract.")),
    ];

    private IEnumerable<ImportWarning> OtherChapters() => chapters.Count == 0 ? [] :
    [
        new("other-chapters", new(
            $"同じ題の章がほかにありますが、別記ではないため読み取っていません：{string.Join('、', chapters.Take(MostNamed).Select(c => $"「{c.Region.Title}」（{Line(c)}行目）"))}{(chapters.Count > MostNamed ? $" ほか{chapters.Count - MostNamed}箇所" : "")}。",
            $"Other chapters bear the same title and are no annex; they were not read: {string.Join(", ", chapters.Take(MostNamed).Select(c => $"{c.Region.Title} (line {Line(c)})"))}{(chapters.Count > MostNamed ? $" and {chapters.Count - MostNamed} more" : "")}.")),
    ];

    private string Lines(IEnumerable<AnnexReading> readings) => string.Join('、', readings.Select(Line).Order().Take(MostNamed));

    private int Line(AnnexReading one) => raw.AsSpan(0, tender.Origin(one.Region.From)).Count('\n') + 1;
}
