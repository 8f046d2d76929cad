using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;

namespace SecurityTracker.Domain.Reports;

/// <summary>
/// The rows beside the officer's words and the communications of the period: 許可 for what was brought in and copied, 利用承認, 確認 of
/// what was returned or erased, 指定 of a closure … by the procedures of the edition, so at its own numbers.
/// </summary>
internal static class WordChecks
{
    /// <summary>What is compared.</summary>
    /// <param name="Subject">The word or communication.</param>
    /// <param name="IsWanted">When an 実施 without it deserves a look; null for never.</param>
    /// <param name="Lasting">Once given it goes on until it ends, 個別 or not.</param>
    private sealed record Rule(ProcedureSubject Subject, Func<Contract, Report, bool>? IsWanted = null, bool Lasting = false);

    private static readonly Rule[] Rules =
    [
        new(ProcedureSubject.BRING_IN, (contract, _) => contract.Answers is { BringsDevices: true }),
        new(ProcedureSubject.COPY_INSIDE),
        new(ProcedureSubject.DEVICE_ERASURE),
        new(ProcedureSubject.COPY_OUTSIDE, (contract, _) => contract.Answers is { CopiesOutside: true }),
        new(ProcedureSubject.COPY_ERASURE),
        new(ProcedureSubject.RETURN_OR_ERASURE, ReachesTheEnd),
        new(ProcedureSubject.DISCLOSURE),
        new(ProcedureSubject.CLOUD_USE, (contract, _) => contract.Answers is { Cloud: true }, Lasting: true),
        new(ProcedureSubject.QUALITY_ASSURANCE),
        new(ProcedureSubject.INVESTIGATION),
        new(ProcedureSubject.SECURITY_CHANGE),
        new(ProcedureSubject.VULNERABILITY_INFORMATION),
        new(ProcedureSubject.VULNERABILITY_PLAN),
        new(ProcedureSubject.CLOSURE_DATE, (contract, report) => contract.Answers is { SystemOrSite: true } && ReachesTheEnd(contract, report), Lasting: true),
        new(ProcedureSubject.PRIVACY_POLICY),
        new(ProcedureSubject.IPA_CHECKLIST),
    ];

    public static IEnumerable<ReportCheck> Run(Report report, ReportFacts facts)
    {
        var procedures = Procedures.Of(facts.Edition).Where(p => p.Number is not null).ToLookup(p => p.Subject);
        foreach (var rule in Rules)
        {
            if (procedures[rule.Subject].FirstOrDefault() is { Number: { } number } procedure
                && report.Row(number) is { } row
                && Compare(rule, procedure, row, report, facts) is { } check)
            {
                yield return check;
            }
        }
    }

    private static ReportCheck? Compare(Rule rule, Procedure procedure, ReportRow row, Report report, ReportFacts facts)
    {
        var period = report.Period;
        var words = facts.Words.Where(word => word.Subject == rule.Subject).ToList();
        var asked = words.Exists(word => word.IsAskedFor(period));
        var (status, name) = IsAlwaysExplained(procedure, facts)
            ? (row.Answer.ExplanationStatus ?? row.Answer.Status, $"{RowChecks.Name(row.Number)}⑩")
            : (row.Answer.Status, RowChecks.Name(row.Number));
        return status switch
        {
            ImplementationStatus.NOT_APPLICABLE when words.Exists(word => word.Touches(period, rule.Lasting)) => Contradictions.NotApplicableDespite(row.Number, procedure, name, given: true),
            ImplementationStatus.NOT_APPLICABLE when asked => Contradictions.NotApplicableDespite(row.Number, procedure, name, given: false),
            ImplementationStatus.IMPLEMENTED when words.Exists(word => word.Holds(period)) => null,
            ImplementationStatus.IMPLEMENTED when asked => Contradictions.NotGivenYet(row.Number, procedure, name),
            ImplementationStatus.IMPLEMENTED when rule.IsWanted?.Invoke(facts.Contract, report) == true => Contradictions.NotRecorded(row.Number, procedure, name),
            _ => null,
        };
    }

    // 15)⑩ is the one statement that has a status and a text of its own in the report.
    private static bool IsAlwaysExplained(Procedure procedure, ReportFacts facts) =>
        facts.Edition.Requirements.SelectMany(requirement => requirement.Statements).Any(statement => statement.Id == procedure.RequirementId && statement.AlwaysExplained);

    private static bool ReachesTheEnd(Contract contract, Report report) => report.Period.To >= contract.Term.To;
}
