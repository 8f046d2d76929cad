namespace SecurityTracker.Domain.Catalogue;

/// <summary>Compares two editions: what is the same, modified, moved, split, merged, new or gone.</summary>
public static class EditionComparison
{
    // Below this likeness two texts are not called one text modified.
    private const double Alike = 0.5;

    /// <summary>Compares two editions; deterministic, and with the kinds mirrored when asked the other way round.</summary>
    public static EditionDiff Between(AnnexEdition from, AnnexEdition to)
    {
        var compare = new Comparison(from.ContractorWord, to.ContractorWord);
        var links = Correspondence.Between(from.Code, to.Code) ?? Links(compare, Requirements(from), Requirements(to));
        var fromTexts = Requirements(from).Concat(Statements(from)).ToDictionary(t => t.Id, t => t.Text, StringComparer.Ordinal);
        var toTexts = Requirements(to).Concat(Statements(to)).ToDictionary(t => t.Id, t => t.Text, StringComparer.Ordinal);
        return new EditionDiff(
            [.. links.Select(l => compare.Change(Present(l.From, fromTexts), Present(l.To, toTexts))).OfType<TextChange>()],
            RowChanges(compare, from.Form, to.Form),
            FixedTextChanges(compare, from, to));
    }

    private static List<TextChange> RowChanges(Comparison compare, ReportForm? from, ReportForm? to)
    {
        List<NamedText> fromRows = [.. (from?.Rows ?? []).Select(r => new NamedText($"{r.Number}", r.Text))];
        List<NamedText> toRows = [.. (to?.Rows ?? []).Select(r => new NamedText($"{r.Number}", r.Text))];
        var texts = (From: fromRows.ToDictionary(r => r.Id, r => r.Text), To: toRows.ToDictionary(r => r.Id, r => r.Text));
        return [.. Links(compare, fromRows, toRows).Select(l => compare.Change(Present(l.From, texts.From), Present(l.To, texts.To))).OfType<TextChange>()];
    }

    private static List<TextChange> FixedTextChanges(Comparison compare, AnnexEdition from, AnnexEdition to)
    {
        var (fromTexts, toTexts) = (FixedTexts(from).ToList(), FixedTexts(to).ToList());
        return
        [
            .. fromTexts.Select(t => t.Id).Union(toTexts.Select(t => t.Id))
                .Select(name => compare.Change([.. fromTexts.Where(t => t.Id == name)], [.. toTexts.Where(t => t.Id == name)])).OfType<TextChange>(),
        ];
    }

    /// <summary>Same words first (own number before others), then the same number if alike, then whatever is most alike; the rest is new or gone.</summary>
    private static List<CorrespondenceLink> Links(Comparison compare, IReadOnlyList<NamedText> from, IReadOnlyList<NamedText> to)
    {
        var partner = new Dictionary<NamedText, NamedText>();
        var free = to.ToList();
        void Pair(Func<NamedText, IEnumerable<NamedText>> candidates)
        {
            foreach (var text in from.Where(t => !partner.ContainsKey(t)))
            {
                if (candidates(text).FirstOrDefault() is { } found)
                {
                    partner[text] = found;
                    free.Remove(found);
                }
            }
        }

        Pair(t => free.Where(o => o.Number == t.Number && compare.SameWords(t.Text, o.Text)));
        Pair(t => free.Where(o => compare.SameWords(t.Text, o.Text)));
        Pair(t => free.Where(o => o.Number == t.Number && compare.Likeness(t.Text, o.Text) >= Alike));
        Pair(t => free.Where(o => compare.Likeness(t.Text, o.Text) >= Alike).OrderByDescending(o => compare.Likeness(t.Text, o.Text)));
        return
        [
            .. from.Select(t => new CorrespondenceLink([t.Id], partner.TryGetValue(t, out var o) ? [o.Id] : [])),
            .. free.Select(o => new CorrespondenceLink([], [o.Id])),
        ];
    }

    private static List<NamedText> Present(IReadOnlyList<string> ids, Dictionary<string, string> texts) =>
        [.. ids.Where(texts.ContainsKey).Select(id => new NamedText(id, texts[id]))];

    private static List<NamedText> Requirements(AnnexEdition edition) => [.. edition.Requirements.Select(r => new NamedText(r.Id, r.Text))];

    private static IEnumerable<NamedText> Statements(AnnexEdition edition) =>
        edition.Requirements.SelectMany(r => r.Statements).Select(s => new NamedText(s.Id, s.Text));

    private static IEnumerable<NamedText> FixedTexts(AnnexEdition edition) =>
    [
        new("opening", edition.Opening),
        .. edition.Requirements.Select(r => r.Heading).OfType<string>().Distinct().Select((h, i) => new NamedText($"heading {i + 1}", h)),
        .. edition.Form is { } form ? FixedTexts(form) : [],
    ];

    private static IEnumerable<NamedText> FixedTexts(ReportForm form) =>
    [
        new("mark", form.Mark),
        new("addresseePattern", form.AddresseePattern),
        new("title", form.Title),
        new("preamble", form.Preamble),
        new("contractHeading", form.ContractHeading),
        new("reportHeading", form.ReportHeading),
        new("columns", string.Join('\n', form.Columns)),
        .. form.Notes.Select((n, i) => new NamedText($"note {i + 1}", n)),
        new("closing", form.Closing),
    ];

    private sealed record NamedText(string Id, string Text)
    {
        /// <summary>The number without the count of items: 17:6 and 18:6 are both 6.</summary>
        public string Number => Id[(Id.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    private sealed record Comparison(string FromWord, string ToWord)
    {
        public bool SameWords(string from, string to) => Key(from, FromWord) == Key(to, ToWord);

        public double Likeness(string from, string to) => TextDiff.Similarity(Key(from, FromWord), Key(to, ToWord));

        public TextChange? Change(IReadOnlyList<NamedText> from, IReadOnlyList<NamedText> to)
        {
            var (fromText, toText) = (Joined(from), Joined(to));
            if (fromText is null && toText is null)
            {
                return null;
            }

            var diff = fromText is null || toText is null || MatchText.KeyOf(fromText) == MatchText.KeyOf(toText) ? null : TextDiff.Between(fromText, toText);
            return new(Kind(from, to), [.. from.Select(t => t.Id)], [.. to.Select(t => t.Id)], fromText, toText, diff);
        }

        private ChangeKind Kind(IReadOnlyList<NamedText> from, IReadOnlyList<NamedText> to) => (from.Count, to.Count) switch
        {
            (0, _) => ChangeKind.ADDED,
            (_, 0) => ChangeKind.REMOVED,
            (1, > 1) => ChangeKind.SPLIT,
            ( > 1, _) => ChangeKind.MERGED,
            _ when !SameWords(from[0].Text, to[0].Text) => ChangeKind.MODIFIED,
            _ when from[0].Number != to[0].Number => ChangeKind.MOVED,
            _ => ChangeKind.UNCHANGED,
        };

        private static string? Joined(IReadOnlyList<NamedText> texts) => texts.Count == 0 ? null : string.Join('\n', texts.Select(t => t.Text));

        private static string Key(string text, string contractorWord) =>
            MatchText.KeyOf(text).Replace(contractorWord, "\u001F", StringComparison.Ordinal);
    }
}
