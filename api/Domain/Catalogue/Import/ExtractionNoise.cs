namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>A misreading that conversions of scanned pages are known to make (Catalogue/ExtractionNoise.json).</summary>
/// <param name="Printed">What is printed, with as much around it as the misreading needs.</param>
/// <param name="Read">What is read instead.</param>
/// <param name="Why">Where it was seen, or why it happens.</param>
/// <param name="IsOtherWords">What is read makes sense too: it is believed to be a misreading only beside others that make none.</param>
public sealed record Misreading(string Printed, string Read, string Why, bool IsOtherWords = false);

/// <summary>
/// Explains differences by the table of known misreadings. What is explained is taken as equal, and every such place is named in
/// a warning: nothing is mended in silence.
/// </summary>
internal static class ExtractionNoise
{
    /// <summary>The table.</summary>
    public static IReadOnlyList<Misreading> Known { get; } = CatalogueData.Read<IReadOnlyList<Misreading>>("Catalogue/ExtractionNoise.json");

    /// <summary>The misreading that explains one difference between the edition's key and what was read, or null.</summary>
    public static Misreading? Explaining(Edit edit, string printed, string read) =>
        Known.FirstOrDefault(m => Covers(m, edit, printed, read));

    private static bool Covers(Misreading m, Edit edit, string printed, string read)
    {
        for (var before = 0; before <= m.Printed.Length && before <= Math.Min(edit.From, edit.To); before++)
        {
            if (edit.From - before + m.Printed.Length >= edit.FromEnd && edit.To - before + m.Read.Length >= edit.ToEnd
                && string.CompareOrdinal(printed, edit.From - before, m.Printed, 0, m.Printed.Length) == 0
                && string.CompareOrdinal(read, edit.To - before, m.Read, 0, m.Read.Length) == 0)
            {
                return true;
            }
        }

        return false;
    }
}
