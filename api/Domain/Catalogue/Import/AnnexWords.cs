namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>The words by which any annex of this kind is found and cut, in the reduced form of <see cref="MatchText"/>. No edition's own text is among them.</summary>
internal static class AnnexWords
{
    /// <summary>The annex's title, and the first words of each row's label.</summary>
    public const string Title = "情報セキュリティに関する事項";

    /// <summary>The first line of a row's label when a narrow column breaks it.</summary>
    public const string TitleHead = "情報セキュリティ";

    /// <summary>The second line of such a label.</summary>
    public const string TitleTail = "に関する事項";

    /// <summary>The form's title.</summary>
    public const string FormTitle = "情報セキュリティに関する事項の遵守の方法の実施状況報告書";

    /// <summary>The word in the form's corner.</summary>
    public const string FormMark = "別紙";

    /// <summary>The words of the form's heading on the contract.</summary>
    public const string ContractHeading = "契約件名等";

    /// <summary>The words of the form's heading on the report.</summary>
    public const string ReportHeading = "報告事項";

    /// <summary>The table's head.</summary>
    public const string Columns = "項目確認事項実施状況";

    /// <summary>The heading of the notes.</summary>
    public const string Notes = FormLabels.NotesHeading;

    /// <summary>The first words of the form's last line.</summary>
    public const string Closing = "(この報告書の提出時期";

    /// <summary>The word with which a document, or a part of one, says that it ends.</summary>
    public const string End = "以上";

    /// <summary>Words that begin something else of a tender, at the start of a line.</summary>
    public static readonly IReadOnlyList<string> OtherPassages = ["(様式", "様式", "(別添", "別添", "(別紙", "(参考", "参考資料", End];
}
