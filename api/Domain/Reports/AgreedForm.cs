using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.Domain.Reports;

/// <summary>
/// The layout for an edition that demands the report but prints no form for it (ED-A): the 別紙 of the later editions with the
/// edition's own requirements as rows, and marked as an agreed one, because it is to be agreed with the officer before first use.
/// </summary>
public static class AgreedForm
{
    /// <summary>What stands in the corner in place of 別紙.</summary>
    public const string Mark = "協議により定めた様式";

    /// <summary>The rows are the requirements from 2) on, word for word; 1) is what the report answers to.</summary>
    public static ReportForm Of(AnnexEdition edition) => new(
        Mark,
        AddresseePattern: "",
        Title: "情報セキュリティに関する事項の遵守の方法の実施状況報告書",
        Preamble: "情報セキュリティに関する事項１）の規定に基づき、下記のとおり報告します。",
        ContractHeading: "１．契約件名等",
        ReportHeading: "２．報告事項",
        Columns: ["項目", "確認事項", "実施状況"],
        Rows: [.. edition.Requirements.Where(requirement => requirement.Number > 1)
            .Select(requirement => new FormRow(requirement.Number, $"情報セキュリティに関する事項{Wareki.FullWidth(requirement.Number)}）", requirement.Text))],
        Notes: [],
        Closing: "");
}
