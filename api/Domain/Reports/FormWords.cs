using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Obligations;

namespace SecurityTracker.Domain.Reports;

/// <summary>The words that every 別紙 prints and that no edition changes.</summary>
public static class FormWords
{
    public const string Address = FormLabels.Address;
    public const string Name = FormLabels.Name;
    public const string Representative = FormLabels.Representative;
    public const string Below = FormLabels.Centre;
    public const string SignedOn = FormLabels.SignedOn;
    public const string ContractName = FormLabels.ContractName;
    public const string Notes = FormLabels.NotesHeading;

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

    /// <summary>The status that a cell says or marks among the three, or null when it says none of them (spaces do not matter).</summary>
    public static ImplementationStatus? StatusOf(string cell) => StatusCell.Of(cell);
}
