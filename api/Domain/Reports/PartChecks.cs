using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Parts;

namespace SecurityTracker.Domain.Reports;

/// <summary>The rows beside those who take part: whether any does, and what each says in its own part (5)).</summary>
internal static class PartChecks
{
    /// <summary>The findings.</summary>
    /// <param name="report">The report.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="subcontracting">The number of the item on 再委託, or null where the edition has none that is known.</param>
    public static IEnumerable<ReportCheck> Run(Report report, ReportFacts facts, int? subcontracting)
    {
        var firms = During(report, facts.Contract).ToList();
        var parts = facts.Parts.Where(part => firms.Exists(firm => firm.Id == part.SubcontractorId)).ToList();
        var untouched = parts.Where(part => part.Recorded == 0).ToList();
        return Registered(report, facts.Contract, firms.Count, untouched, subcontracting).Concat(
            from row in report.Rows
            from check in Rows(row, [.. parts.Except(untouched).Where(part => part.Numbers.Contains(row.Number))])
            select check);
    }

    // Members of a consortium count as 再委託先 unless the contract is a 連名契約.
    private static IEnumerable<Subcontractor> During(Report report, Contract contract) => contract.Subcontractors.Where(s =>
        s.Kind != SubcontractorKind.JOINT_MEMBER && s.From <= report.Period.To && (s.EndedOn is not { } ended || ended > report.Period.From));

    private static IEnumerable<ReportCheck> Registered(Report report, Contract contract, int firms, List<Part> untouched, int? subcontracting)
    {
        if (subcontracting is not { } number || report.Row(number)?.Answer.Status is not { } status)
        {
            yield break;
        }

        if (firms > 0 && status == ImplementationStatus.NOT_APPLICABLE)
        {
            yield return Contradictions.NotApplicableBesideSubcontractors(number, firms);
        }
        else if (firms > 0 && contract.Answers is { Subcontracting: false })
        {
            yield return Contradictions.SubcontractorsAgainstNo(number, firms);
        }
        else if (firms == 0 && status == ImplementationStatus.IMPLEMENTED && contract.Answers is { Subcontracting: true })
        {
            yield return Contradictions.NoSubcontractorAgainstYes(number);
        }

        // A part in which nothing is entered yet is said once, not on each of its rows.
        if (untouched.Count > 0 && status == ImplementationStatus.IMPLEMENTED)
        {
            yield return Contradictions.PartNotFilled(number, Names(untouched));
        }
    }

    private static IEnumerable<ReportCheck> Rows(ReportRow row, List<Part> parts)
    {
        List<Part> Saying(params IReadOnlyList<ImplementationStatus?> statuses) =>
            parts.FindAll(part => statuses.Contains(part.Rows.FirstOrDefault(other => other.Number == row.Number)?.Status));
        switch (row.Answer.Status)
        {
            case ImplementationStatus.IMPLEMENTED:
                if (Saying((ImplementationStatus?)null) is { Count: > 0 } open)
                {
                    yield return Contradictions.PartNotFilled(row.Number, Names(open));
                }

                if (Saying(ImplementationStatus.NOT_IMPLEMENTED) is { Count: > 0 } not)
                {
                    yield return Contradictions.PartSaysNotImplemented(row.Number, Names(not));
                }

                break;
            case ImplementationStatus.NOT_APPLICABLE when Saying(ImplementationStatus.IMPLEMENTED, ImplementationStatus.NOT_IMPLEMENTED) is { Count: > 0 } others:
                yield return Contradictions.PartSaysOtherwise(row.Number, Names(others));
                break;
        }
    }

    private static IEnumerable<string> Names(List<Part> parts) => parts.Select(part => part.Name);
}
