using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>The requirement behind a row.</summary>
internal static class RequirementIds
{
    /// <summary>The label of the row in the form, or of an added item.</summary>
    public static string LabelOf(AnnexEdition edition, int number) =>
        ReportRows.Of(edition).FirstOrDefault(row => row.Number == number)?.Label ?? $"追加事項{Wareki.FullWidth(number - ExtraItem.FirstNumber + 1)}";

    /// <summary>e.g. <c>17:15</c>, or <c>extra:1</c> for an added item.</summary>
    public static string Of(AnnexEdition edition, int number) =>
        edition.Requirements.FirstOrDefault(requirement => requirement.Number == number)?.Id ?? ExtraItem.RequirementId(number);
}
