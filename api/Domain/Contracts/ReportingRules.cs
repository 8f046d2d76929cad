using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Domain.Contracts;

/// <summary>What an agreed basis of reporting must be. The check answers the first refusal, or null when all is well.</summary>
internal static class ReportingRules
{
    private const int MostYearsOfTwoHalves = 2;

    public static Refusal? Check(AgreeReporting c, Contract state) => c switch
    {
        { Basis: ReportingBasis.AGREED_CALENDAR, Periods: null or [] } => ContractRefusals.PeriodsMissing,
        { Basis: ReportingBasis.AGREED_CALENDAR } => Check(c.Periods, state),
        { Periods: { Count: > 0 } } => ContractRefusals.PeriodsNotWanted,
        { Basis: ReportingBasis.TERM_HALF } when state.StartsOn.AddYears(MostYearsOfTwoHalves) <= state.EndsOn => ContractRefusals.TermHalfTooLong,
        _ => null,
    };

    private static Refusal? Check(IReadOnlyList<AgreedPeriod> periods, Contract state) => periods
        .Select((period, i) => Check(period, i == 0 ? null : periods[i - 1], state, $"/periods/{i}"))
        .FirstOrDefault(refusal => refusal is not null);

    private static Refusal? Check(AgreedPeriod period, AgreedPeriod? before, Contract state, string at) =>
        period.To < period.From ? ContractRefusals.PeriodInvalid.At($"{at}/to")
        : period.From < state.StartsOn || period.To > state.EndsOn ? ContractRefusals.PeriodOutsideTerm.At(at)
        : period.From <= before?.To ? ContractRefusals.PeriodsOverlap.At(at)
        : period.DueOn < period.From ? ContractRefusals.DueBeforePeriod.At($"{at}/dueOn")
        : ContractRules.CheckDay(period.DueOn, $"{at}/dueOn");
}
