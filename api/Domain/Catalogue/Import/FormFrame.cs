namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>
/// What stands around the form's fixed texts: the labels of its fields, and what was filled in behind them. Whatever else stands
/// there is somebody's addition.
/// </summary>
internal static class FormFrame
{
    /// <summary>The fixed text that follows → the labels before it, in their order.</summary>
    private static readonly Dictionary<string, string[]> Labels = new(StringComparer.Ordinal)
    {
        ["title"] = [FormLabels.Address, FormLabels.Name, FormLabels.Representative],
        ["contractHeading"] = [FormLabels.Centre],
        ["reportHeading"] = [FormLabels.SignedOn, FormLabels.ContractName],
    };

    /// <summary>From the form's mark to its rows: the stretches that are neither a fixed text nor a field, line by line, and the labels that are not there.</summary>
    public static (IReadOnlyList<Stretch> Loose, IReadOnlyList<string> Missing) Of(TenderText tender, int from, int rowsStart, Dictionary<string, Stretch> texts)
    {
        var (loose, missing) = (new List<Stretch>(), new List<string>());
        var at = from;
        foreach (var (name, text) in texts.Where(t => t.Value.From >= from && t.Value.From < rowsStart).OrderBy(t => t.Value.From).Append(new("", new(rowsStart, rowsStart))))
        {
            var labels = new Queue<string>(Labels.GetValueOrDefault(name, []));
            missing.AddRange(Take(tender, new(at, Math.Max(at, text.From)), labels, loose));
            at = Math.Max(at, text.To);
        }

        return (loose, missing);
    }

    /// <summary>Reads a gap between fixed texts, each label once and in its order; answers the labels that do not come.</summary>
    private static IEnumerable<string> Take(TenderText tender, Stretch gap, Queue<string> labels, List<Stretch> loose)
    {
        var passed = new List<string>();
        for (var at = gap.From; at < gap.To;)
        {
            if (labels.FirstOrDefault(words => tender.HasAt(at, words)) is { } label)
            {
                while (labels.Dequeue() is var next && next != label)
                {
                    passed.Add(next);
                }

                at += label.Length;
                at = labels.Any(words => tender.HasAt(at, words)) ? at : ValueEnd(tender, label, at, gap.To);
                continue;
            }

            var line = tender.Lines(at, gap.To).First();
            if (!Stamps.Are(tender.Key.AsSpan(line.From, line.To - line.From)))
            {
                loose.Add(line);
            }

            at = line.To;
        }

        return passed.Concat(labels);
    }

    /// <summary>Where the value ends that was filled in behind a label: a name or a date on its line, without brackets or sentences.</summary>
    private static int ValueEnd(TenderText tender, string label, int at, int to)
    {
        if (at >= to || !tender.IsFieldOfLine(at))
        {
            return at;
        }

        var end = tender.Lines(at, to).First().To;
        var value = tender.Key.AsSpan(at, end - at);
        var fits = label == FormLabels.SignedOn ? value.IndexOfAnyExcept(DateCharacters) < 0 : !value.Contains('(') && !Additions.Is(value);
        return fits ? end : at;
    }

    private static readonly System.Buffers.SearchValues<char> DateCharacters = System.Buffers.SearchValues.Create("令和元年月日0123456789/.-〇");
}
