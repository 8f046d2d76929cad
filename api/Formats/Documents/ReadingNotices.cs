using System.Globalization;

namespace SecurityTracker.Formats.Documents;

/// <summary>What is said of a file beside its text.</summary>
internal static class ReadingNotices
{
    private const int LongestSample = 40;

    /// <summary>Text that Word does not show.</summary>
    public static ReadingNotice HiddenText(int length, string text)
    {
        var sample = text.Length > LongestSample ? text[..LongestSample] + "…" : text;
        return Say("hidden-text", $"隠し文字（{length}字）は読み取っていません：「{sample}」", $"Hidden text ({length} characters) was left out: “{sample}”");
    }

    /// <summary>Tracked changes were taken as accepted.</summary>
    public static ReadingNotice ChangesAccepted { get; } = Say(
        "changes-accepted",
        $"変更履歴が残っています。すべて承諾した後の文で読み取りました。",
        $"The file has tracked changes. It was read as if all were accepted.");

    /// <summary>Sheets that Excel does not show.</summary>
    public static ReadingNotice HiddenSheets(IReadOnlyList<string> names)
    {
        var all = string.Join('、', names);
        return Say("hidden-sheets", $"非表示のシートは読み取っていません：{all}", $"Hidden sheets were left out: {all}");
    }

    /// <summary>Rows that Excel does not show and that were read.</summary>
    public static ReadingNotice HiddenRows(string sheet, int count) => Say(
        "hidden-rows",
        $"シート「{sheet}」の非表示の行（{count}行）も読み取りました。",
        $"Hidden rows of the sheet “{sheet}” ({count}) were read too.");

    /// <summary>Columns that Excel does not show and that were read.</summary>
    public static ReadingNotice HiddenColumns(string sheet) => Say(
        "hidden-columns",
        $"シート「{sheet}」の非表示の列も読み取りました。",
        $"Hidden columns of the sheet “{sheet}” were read too.");

    /// <summary>Formulas whose result was not saved with them.</summary>
    public static ReadingNotice WithoutResult(string sheet, int count) => Say(
        "formula-without-result",
        $"シート「{sheet}」に、計算結果が保存されていない数式が{count}個あります。Excel で開いて保存し直してください。",
        $"The sheet “{sheet}” has {count} formulas without a saved result. Open and save it in Excel.");

    private static ReadingNotice Say(string code, FormattableString ja, FormattableString en) =>
        new(code, new(ja.ToString(CultureInfo.InvariantCulture), en.ToString(CultureInfo.InvariantCulture)));
}
