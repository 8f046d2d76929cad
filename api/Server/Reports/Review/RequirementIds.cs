using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>The requirement behind a row.</summary>
internal static class RequirementIds
{
    /// <summary>e.g. <c>17:15</c>, or <c>extra:1</c> for an added item.</summary>
    public static string Of(AnnexEdition edition, int number) =>
        edition.Requirements.FirstOrDefault(requirement => requirement.Number == number)?.Id ?? ExtraItem.RequirementId(number);
}
