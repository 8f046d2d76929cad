using SecurityTracker.Domain.Contracts;

namespace SecurityTracker.Domain.Reports;

/// <summary>What a 変更契約 that changed the annex leaves to be looked at in a draft.</summary>
internal static class EditionChecks
{
    public static IEnumerable<ReportCheck> Run(Report report, Contract contract)
    {
        if (report.State == ReportState.DRAFT && report.Edition != contract.Edition)
        {
            yield return new("edition-changed", CheckSeverity.NOTICE, Number: null, new(
                $"この下書きは変更前の版（{report.Edition.Code}）の様式です。契約はいま{contract.Edition.Code}です。変更後の期間の報告であれば、破棄して作り直してください。",
                $"This draft is on the form of {report.Edition.Code}; the contract has {contract.Edition.Code} now. For a period after the change, discard it and draft it anew."));
        }

        if (report.State == ReportState.DRAFT && contract.NormsAsked)
        {
            yield return new("norms-asked", CheckSeverity.NOTICE, Number: null, new(
                "変更契約で別記の版が変わりましたが、規程等の版が確かめられていません。契約の概要で記録してください。",
                "An amendment changed the annex, and which norms hold since is not confirmed. Record it on the contract."));
        }
    }
}
