namespace SecurityTracker.Domain.Reports.Review;

/// <summary>
/// 保存期間. The annex states none; five years after the end of the fiscal year is usual for 帳簿 and is our 既定値, shown as such. A 課室
/// that keeps to another period says so.
/// </summary>
public static class Retention
{
    /// <summary>既定値.</summary>
    public const int DefaultYears = 5;

    private const int FirstMonthOfFiscalYear = 4;

    /// <summary>The last day on which a report that was handed in on <paramref name="submittedOn"/> is kept.</summary>
    public static DateOnly Until(DateOnly submittedOn, int? years = null)
    {
        var yearOfEnd = submittedOn.Month >= FirstMonthOfFiscalYear ? submittedOn.Year + 1 : submittedOn.Year;
        return new DateOnly(yearOfEnd + (years ?? DefaultYears), FirstMonthOfFiscalYear - 1, 31);
    }
}
