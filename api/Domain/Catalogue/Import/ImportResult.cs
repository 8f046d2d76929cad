namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>Turns the readings of a document into what is answered.</summary>
internal sealed class ImportResult(string raw, TenderText tender, IReadOnlyList<AnnexReading> readings)
{
    private readonly AnnexReading reading = readings[0];
    private readonly AnnexEdition? edition = readings[0].Edition;

    /// <summary>The answer; of several annexes it is about the first.</summary>
    public AnnexImport Build()
    {
        var requirements = Requirements();
        var form = Form();
        var opening = Opening();
        var warnings = new ImportWarnings(reading, requirements, form, opening);
        var notExact = warnings.FixedTexts.Count > 0 || warnings.Structure.Count > 0;
        var kind = edition is null ? ImportKind.NONE
            : notExact || requirements.Any(r => r.Match != PieceMatch.EQUAL) || form?.Rows.Any(r => r.Match != PieceMatch.EQUAL) == true ? ImportKind.DIFFERS
            : ImportKind.EXACT;
        return new(
            new(edition?.Code, kind),
            edition?.ContractorWord ?? ContractorWord(requirements),
            opening,
            requirements,
            form,
            Unread(),
            [.. SeveralAnnexes(), .. warnings.All()],
            TenderProposals.Read(tender, reading, requirements));
    }

    private List<ImportedRequirement> Requirements()
    {
        var part = reading.Region.Requirements;
        var items = Math.Max(edition?.Requirements.Count ?? 0, reading.Requirements.Pieces.Select(p => p.Number).DefaultIfEmpty(0).Max());
        var read = reading.Requirements.Pieces.Select(p =>
        {
            var known = p.Entry is { } entry ? edition!.Requirements.First(r => r.Number == entry.Number) : null;
            var heading = Heading(part, p, known);
            if (p.IsEqual && known is not null)
            {
                var id = $"{items}:{p.Number}";
                return new ImportedRequirement(p.Number, id, heading, known.Text, StatementTree.Read(id, known.Text), PieceMatch.EQUAL, Diff: null);
            }

            var text = part.Printed(p.From, p.To);
            return new(
                p.Number,
                $"{items}:{p.Number}",
                heading,
                text,
                StatementTree.Read($"{items}:{p.Number}", text),
                known is null ? PieceMatch.NEW : PieceMatch.DIFFERS,
                known is null ? null : TextDiff.Between(known.Text, text));
        });
        var missing = reading.Requirements.Missing.Select(e => edition!.Requirements.First(r => r.Number == e.Number))
            .Select(r => new ImportedRequirement(r.Number, r.Id, r.Heading, r.Text, r.Statements, PieceMatch.MISSING, Diff: null));
        return [.. read.Concat(missing).OrderBy(r => r.Number)];
    }

    /// <summary>The last heading before the requirement, in the edition's print when it says the same.</summary>
    private string? Heading(PartText part, Piece piece, Requirement? known)
    {
        var read = part.Headings.LastOrDefault(h => h.Position <= piece.From)?.Printed;
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
            var known = p.Entry is { } entry ? edition!.Form!.Rows.First(r => r.Number == entry.Number) : null;
            var label = known is not null && known.Number == p.Number ? known.Label : $"{AnnexWords.Title}{p.Number})";
            if (p.IsEqual && known is not null)
            {
                return new ImportedRow(p.Number, label, known.Text, PieceMatch.EQUAL, Diff: null);
            }

            var text = form.Rows.Printed(p.From, p.To);
            return new(p.Number, label, text, known is null ? PieceMatch.NEW : PieceMatch.DIFFERS, known is null ? null : TextDiff.Between(known.Text, text));
        });
        var missing = reading.Rows.Missing.Select(e => edition!.Form!.Rows.First(r => r.Number == e.Number))
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

    private List<UnreadText> Unread()
    {
        var rows = reading.Region.Form?.Rows;
        var unread = Unread(reading.Region.Requirements, reading.Requirements)
            .Concat(rows is null ? [] : Unread(rows, reading.Rows))
            .Concat(readings.Skip(1).Select(r => Unread(tender.Origin(r.Region.From), tender.Origin(r.Region.To))));
        return [.. unread.OrderBy(u => u.From)];
    }

    private IEnumerable<UnreadText> Unread(PartText part, Alignment alignment) =>
        alignment.Unread.Concat(alignment.Pieces.SelectMany(p => p.Comparison?.Interposed ?? [])).Select(at => Unread(part.Origin(at.From), part.OriginEnd(at.To)));

    private UnreadText Unread(int from, int to)
    {
        var text = raw[from..to].TrimEnd();
        return new(from, from + text.Length, text);
    }

    private IEnumerable<ImportWarning> SeveralAnnexes() => readings.Count == 1 ? [] :
    [
        new("several-annexes", new(
            $"この文書には「情報セキュリティに関する事項」が{readings.Count}箇所あります。最初のものを読み取りました。契約に付くものであることを確認してください。",
            $"This document holds {readings.Count} annexes. The first one was read. Make sure that it is the one of the contract.")),
    ];
}
