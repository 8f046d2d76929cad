using System.Text.RegularExpressions;

namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>
/// Words that stand on a line of their own in printed documents and belong to no text: how secret it is, what it is attached as.
/// The list is short and closed: whatever else stands between an edition's words is somebody's addition, however few its words are,
/// and so is what stands in brackets.
/// </summary>
internal static partial class Stamps
{
    private const int Longest = 40;

    /// <summary>Whether a stretch of the key consists of such words alone.</summary>
    public static bool Are(ReadOnlySpan<char> key) => key.Length is > 0 and <= Longest && Stamp().IsMatch(key);

    [GeneratedRegex(
        "^([・、/]?((機密性|完全性|可用性)[0-9]?(情報)?|(要|非)機密情報|取扱(厳重)?注意|社外秘|部外秘|関係者限り|秘|(別添|別紙|別記|添付資料|参考資料)[0-9]{0,2}|見本|写し?|以上))+$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stamp();
}
