namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>One annex inside a document.</summary>
/// <param name="From">Where its title (or its first requirement) begins.</param>
/// <param name="To">Where its last line ends.</param>
/// <param name="Opening">The sentence between title and first requirement.</param>
/// <param name="Requirements">The requirements as running text.</param>
/// <param name="Form">The form, or null.</param>
/// <param name="Title">Its title's line, with what stands before the title on it; null where the title is only mentioned, or lost.</param>
internal sealed record AnnexRegion(int From, int To, Stretch Opening, Passage Requirements, ReadForm? Form, string? Title)
{
    /// <summary>Whether the title bears a number of several levels (3.10): a chapter of the document rather than something attached to it.</summary>
    public bool IsSection => Title is { } title && title.AsSpan().IndexOfAnyExcept(SectionNumber) is > 2 and var end && title.AsSpan(1, end - 2).Contains('.');

    private static readonly System.Buffers.SearchValues<char> SectionNumber = System.Buffers.SearchValues.Create("0123456789.第");
}

/// <summary>Finds the annexes in a document by their title and the count of their labels.</summary>
internal static class AnnexFinder
{
    private const int FarthestFirstLabel = 300;
    private const int LongestAnnex = 60_000;
    private const int MostCandidates = 40;
    private const int LongestNumber = 16;

    /// <summary>
    /// The places that look like an annex, in the order of the document: those where words of a published edition stand, and some
    /// more for an annex of new wording. Which of them is one, the words decide.
    /// </summary>
    public static IEnumerable<AnnexRegion> Candidates(TenderText tender, IReadOnlyList<AnnexEdition> published)
    {
        var headings = new Headings(published);
        var starts = Starts(tender).ToList();
        var known = published.SelectMany(e => e.Requirements).Select(r => tender.Key.IndexOf(MatchText.KeyOf(r.Text), StringComparison.Ordinal))
            .Where(at => at >= 0).Select(at => starts.FindLastIndex(s => s.Title <= at)).ToHashSet();
        for (var i = 0; i < starts.Count; i++)
        {
            if (i >= MostCandidates && !known.Contains(i))
            {
                continue;
            }

            var end = Math.Min(i + 1 < starts.Count ? starts[i + 1].Title : tender.Key.Length, starts[i].Title + LongestAnnex);
            yield return Region(tender, headings, starts[i].Title, starts[i].AfterTitle, starts[i].FirstLabel, end);
        }
    }

    /// <summary>An annex whose title was lost, from the first place where some words of a published edition stand.</summary>
    public static AnnexRegion WithoutTitle(TenderText tender, int from, IReadOnlyList<AnnexEdition> published) =>
        Region(tender, new(published), from, from, from, Math.Min(tender.Key.Length, from + LongestAnnex));

    private static IEnumerable<(int Title, int AfterTitle, int FirstLabel)> Starts(TenderText tender)
    {
        (int Title, int AfterTitle, int FirstLabel)? last = null;
        var (label, scanned) = (-1, 0);
        foreach (var title in tender.Occurrences(AnnexWords.Title, 0, tender.Key.Length))
        {
            // However often the title comes, each place is looked at once.
            var after = title + AnnexWords.Title.Length;
            var farthest = Math.Min(tender.Key.Length, after + FarthestFirstLabel);
            for (scanned = Math.Max(scanned, after); label < after && scanned < farthest; scanned++)
            {
                label = Labels.ItemAt(tender, scanned, partStart: -1) is { Number: 1 } ? scanned : label;
            }

            if (label < after || label >= farthest)
            {
                continue;
            }

            // Of several mentions before the same first label the nearest one is the title.
            if (last is { } earlier && earlier.FirstLabel != label)
            {
                yield return earlier;
            }

            last = (title, after, label);
        }

        if (last is { } final)
        {
            yield return final;
        }
    }

    private static AnnexRegion Region(TenderText tender, Headings headings, int title, int afterTitle, int firstLabel, int to)
    {
        var form = FormReader.Read(tender, firstLabel, to);
        var end = form?.From ?? EndWithoutForm(tender, firstLabel, to);
        var heading = headings.First(tender, afterTitle, firstLabel);
        var requirements = Requirements(tender, headings, heading < 0 ? firstLabel : heading, end);
        return new(title, form?.To ?? end, new(afterTitle, heading < 0 ? firstLabel : heading), requirements, form, TitleLine(tender, title, afterTitle));
    }

    private static string? TitleLine(TenderText tender, int title, int afterTitle)
    {
        if (title == afterTitle || !tender.StartsLine(afterTitle))
        {
            return null;
        }

        var from = title;
        while (from > title - LongestNumber && !tender.StartsLine(from))
        {
            from--;
        }

        return tender.StartsLine(from) && tender.IndexOf("「", from, title) < 0 && !tender.HasAt(afterTitle, "」") ? MatchText.KeyOf(tender.Printed(from, afterTitle)) : null;
    }

    private static int EndWithoutForm(TenderText tender, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (tender.StartsLine(at) && AnnexWords.OtherPassages.Any(words => tender.HasAt(at, words) && !tender.HasAt(at + words.Length, "の")))
            {
                return at;
            }
        }

        return to;
    }

    private static Passage Requirements(TenderText tender, Headings headings, int from, int to)
    {
        var (places, labels, marks) = (new List<int>(to - from), new List<LabelMark>(), new List<HeadingMark>());
        for (var at = from; at < to;)
        {
            if (headings.EndAt(tender, at, to) is > 0 and var headingEnd)
            {
                marks.Add(new(places.Count, tender.Printed(at, headingEnd)));
                at = headingEnd;
            }
            else if (Labels.MarkedItemAt(tender, at, to) is { } marked)
            {
                labels.Add(new(places.Count, marked.Number));
                places.AddRange(Enumerable.Range(at, marked.MarkEnd - at));
                at = marked.End;
            }
            else if (Labels.ItemAt(tender, at, from) is { } label && label.End <= to)
            {
                labels.Add(new(places.Count, label.Number));
                at = label.End;
            }
            else
            {
                places.Add(at++);
            }
        }

        return new(tender, places, labels, marks);
    }
}
