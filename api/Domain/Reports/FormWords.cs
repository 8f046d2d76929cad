using SecurityTracker.Domain.Obligations;

namespace SecurityTracker.Domain.Reports;

/// <summary>The words that every 別紙 prints and that no edition changes.</summary>
public static class FormWords
{
    public const string Address = "住所";
    public const string Name = "名称";
    public const string Representative = "代表者氏名";
    public const string Below = "記";
    public const string SignedOn = "契約締結日";
    public const string ContractName = "契約件名";
    public const string Notes = "記載要領";

    /// <summary>The mark of the sheet that carries the reasons (記載要領 1).</summary>
    public const string ReasonSheet = "別葉";

    /// <summary>Our own heading of that sheet; the annex names the sheet and leaves its layout open.</summary>
    public const string ReasonTitle = "実施状況の理由等";

    /// <summary>Our own third heading on that sheet, after the form's 項目 and 実施状況.</summary>
    public const string Reason = "理由等";

    /// <summary>実施, 未実施 or 該当なし; blank while it is open.</summary>
    public static string Of(ImplementationStatus? status) => status switch
    {
        ImplementationStatus.IMPLEMENTED => "実施",
        ImplementationStatus.NOT_IMPLEMENTED => "未実施",
        ImplementationStatus.NOT_APPLICABLE => "該当なし",
        _ => "",
    };

    /// <summary>A row's label in the lines of the printed form (情報セキュリティ／に関する事項／１５）); any other label is one line.</summary>
    public static IReadOnlyList<string> LinesOf(string label)
    {
        const string annex = "情報セキュリティに関する事項";
        return label.StartsWith(annex, StringComparison.Ordinal) ? [annex[..8], annex[8..], label[annex.Length..]] : [label];
    }

    /// <summary>The status that a cell says, or null when it says none of the three (spaces do not matter).</summary>
    public static ImplementationStatus? StatusOf(string cell) => string.Concat(cell.Where(c => !char.IsWhiteSpace(c))) switch
    {
        "実施" => ImplementationStatus.IMPLEMENTED,
        "未実施" => ImplementationStatus.NOT_IMPLEMENTED,
        "該当なし" => ImplementationStatus.NOT_APPLICABLE,
        _ => null,
    };
}
