namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>The form's addressee (…○○○課長 殿): in place of the circles stands the name of a division, and nothing else may differ.</summary>
internal static class Addressee
{
    private const char Blank = '〇';
    private const int LongestName = 40;
    private static readonly string[] Joining = ["殿", "様", "及び", "並びに", "又は", "若しくは", "兼", "経由", "その他"];

    /// <summary>Whether an addressee is the pattern with its blank left or filled in.</summary>
    public static bool Fills(string pattern, string addressee)
    {
        var (own, read) = (MatchText.KeyOf(pattern), MatchText.KeyOf(addressee));
        var (from, to) = (own.IndexOf(Blank, StringComparison.Ordinal), own.LastIndexOf(Blank) + 1);
        if (from < 0)
        {
            return own == read;
        }

        var (before, after) = (own[..from], own[to..]);
        return read.Length > before.Length + after.Length && read.StartsWith(before, StringComparison.Ordinal) && read.EndsWith(after, StringComparison.Ordinal)
            && IsName(read[before.Length..^after.Length]);
    }

    private static bool IsName(string name) =>
        name.All(c => c == Blank)
        || (name.Length <= LongestName && name.All(c => char.IsLetter(c) || c == '・') && !Joining.Any(words => name.Contains(words, StringComparison.Ordinal)));
}
