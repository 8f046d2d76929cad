using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.Server.Reading;

/// <summary>
/// Where the columns of a table stand, told by the words of its heading: people put columns of their own between them (前回, 備考)
/// and change their order. A cell is what stands under a heading, never the third that holds something.
/// </summary>
/// <param name="Third">-1 where the heading says it more than once, and which one is meant cannot be told.</param>
internal sealed record FormColumns(int Label, int Second, int Third, IReadOnlyDictionary<int, string> Others)
{
    private const string Now = "今回";
    private const int MostOfLabel = 3;

    /// <summary>The columns of the 別紙 (項目, 確認事項, 実施状況), or null for a row that is not its heading.</summary>
    public static FormColumns? OfForm(ReadBlock block) => Of(block, "項目", "確認事項", "実施状況");

    /// <summary>The columns of the 別葉 (項目, 実施状況, 理由等), or null for a row that is not its heading.</summary>
    public static FormColumns? OfReasons(ReadBlock block) => Of(block, "項目", "実施状況", "理由等") ?? Of(block, "項目", "実施状況", "理由");

    /// <summary>The columns as a second row of the heading divides them (前回, 今回), or null for a row that is none.</summary>
    public FormColumns? Divided(ReadBlock below)
    {
        if (!string.IsNullOrWhiteSpace(LabelOf(below)) || !string.IsNullOrWhiteSpace(below.At(Second)) || below.IsBlank())
        {
            return null;
        }

        var words = Cells(below).ToList();
        var now = words.Where(cell => cell.Key is Now or "今期" or "当期").Select(cell => cell.Column).ToList();
        return words.Exists(cell => cell.Key is Now or "今期" or "当期" or "前回" or "前期" or "前々回")
            ? this with { Third = now is [var one] ? one : -1, Others = Named(words.Where(cell => now is not [var same] || cell.Column != same)) }
            : null;
    }

    /// <summary>
    /// A row's label: what stands under its heading, and beside it as far as no other heading does (the words of the annex merged over
    /// the rows in one column, the numbers in the next).
    /// </summary>
    public string LabelOf(ReadBlock block) =>
        string.Concat(block.Cells.Where((_, index) => IsLabel(block.ColumnOf(index))));

    /// <summary>The column is one of the label's.</summary>
    public bool IsLabel(int column) => column >= Label && column <= Label + MostOfLabel
        && !Enumerable.Range(Label + 1, column - Label).Any(other => other == Second || other == Third || Others.ContainsKey(other));

    private static FormColumns? Of(ReadBlock block, string label, string second, string third)
    {
        if (block.Cells.Count < 3)
        {
            return null;
        }

        var words = Cells(block).ToList();
        var (labels, seconds, thirds) = (Under(words, label), Under(words, second), Under(words, third));
        if (labels.Count == 0 || seconds.Count == 0 || thirds.Count == 0)
        {
            return null;
        }

        var columns = (Label: labels[0], Second: seconds[0], Third: thirds is [var one] ? one : -1);
        return new(columns.Label, columns.Second, columns.Third, Named(words.Where(cell => cell.Column != columns.Label && cell.Column != columns.Second && cell.Column != columns.Third)));
    }

    // 実施状況 and 今回の実施状況 and 実施状況（今回） are meant; 前回の実施状況 is a column of one's own.
    private static List<int> Under(List<(int Column, string Key, string Text)> words, string word) =>
        [.. words.Where(cell => cell.Key == word || cell.Key == $"{Now}の{word}" || cell.Key == Now + word || Bare(cell.Key) == word).Select(cell => cell.Column)];

    private static string Bare(string key)
    {
        var bracket = key.IndexOfAny(['(', '※', '[', '<']);
        return bracket > 0 && !key.AsSpan(bracket).Contains('前') ? key[..bracket] : key;
    }

    private static IEnumerable<(int Column, string Key, string Text)> Cells(ReadBlock block) =>
        block.Cells.Select((text, index) => (block.ColumnOf(index), MatchText.KeyOf(text), text.Trim())).Where(cell => cell.Item2.Length > 0);

    private static Dictionary<int, string> Named(IEnumerable<(int Column, string Key, string Text)> words)
    {
        var named = new Dictionary<int, string>();
        foreach (var (column, _, text) in words)
        {
            named.TryAdd(column, text);
        }

        return named;
    }
}
