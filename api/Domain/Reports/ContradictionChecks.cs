using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;

namespace SecurityTracker.Domain.Reports;

/// <summary>
/// What the report says against what else is known of the contract. Facts side by side: whether one of them is wrong is for a
/// person to say.
/// </summary>
internal static class ContradictionChecks
{
    public static IEnumerable<ReportCheck> Run(Report report, ReportFacts facts)
    {
        var numbers = Numbering.Of(facts.Edition);
        return
        [
            .. AgainstAnswers(report, facts.Contract.Answers, numbers),
            .. BeforeTheEnd(report, facts.Contract, numbers.Closure),
            .. Norms(facts.Contract, numbers.Norms),
        ];
    }

    private static IEnumerable<ReportCheck> AgainstAnswers(Report report, Answers? answers, Numbering numbers)
    {
        if (answers is null)
        {
            yield break;
        }

        var questions = new (bool Yes, string Question, string English, int?[] Rows)[]
        {
            (answers.Subcontracting, "再委託・外注がある", "there are subcontractors", [numbers.Subcontracting]),
            (answers.BringsDevices, "省内に機器を持ち込む", "devices are brought in", [numbers.Devices]),
            (answers.CopiesOutside, "省外で複製する", "copies are made outside", [numbers.Copies]),
            (answers.Cloud, "クラウドサービスを利用する", "cloud services are used", [numbers.TermsOfServiceCloud, numbers.Ismap, numbers.CloudRisk]),
            (answers.SystemOrSite, "システム・ウェブサイトがある", "there is a system or site", [numbers.Systems, numbers.WebApplications]),
            (answers.ApplicationOrContent, "アプリケーション・コンテンツがある", "there is an application or content", [numbers.Content]),
        };
        foreach (var (_, question, english, rows) in questions.Where(question => question.Yes))
        {
            foreach (var number in rows.OfType<int>().Distinct().Where(number => StatusOf(report, number) == ImplementationStatus.NOT_APPLICABLE))
            {
                yield return RowChecks.Notice("contradicts-answers", number, new(
                    $"{number})は「該当なし」ですが、契約の質問には「{question}」と回答されています。どちらが正しいかご確認ください。",
                    $"{number}) is not applicable, yet the contract's answers say {english}. Check which is right."));
            }
        }
    }

    private static IEnumerable<ReportCheck> BeforeTheEnd(Report report, Contract contract, int number)
    {
        var endsOn = contract.Termination?.On ?? contract.EndsOn;
        if (StatusOf(report, number) == ImplementationStatus.IMPLEMENTED && report.Period.To < endsOn)
        {
            yield return RowChecks.Notice("closure-before-end", number, new(
                $"{number})（業務終了後の返却・消去等）は「実施」ですが、報告期間は契約の終了前です。担当職員と取り決めた記載かご確認ください。",
                $"{number}) is about the end of the work, yet the period ends before the contract does. Check what was agreed with the officer."));
        }
    }

    private static IEnumerable<ReportCheck> Norms(Contract contract, int number)
    {
        if (contract.EffectiveNorm is { } effective && effective != contract.NamedNorm)
        {
            yield return RowChecks.Notice("norm-differs", number, new(
                $"{number})の様式の文言は「{contract.NamedNorm}」によりますが、契約締結時の規程等は「{effective}」です。様式の文言は変えずに印刷します。",
                $"The form's row {number}) goes by “{contract.NamedNorm}”; in force at signing was “{effective}”. The form prints as it is."));
        }
    }

    private static ImplementationStatus? StatusOf(Report report, int number) => report.Row(number)?.Answer.Status;

    /// <summary>Which requirement is about what. ED-A counts 18 and in another order; it has no risk assessment of clouds of its own.</summary>
    private sealed record Numbering(
        int Norms, int Subcontracting, int Devices, int Copies, int Closure, int TermsOfServiceCloud, int? Ismap, int? CloudRisk, int Systems, int Content, int WebApplications)
    {
        public static Numbering Of(AnnexEdition edition) => edition.Requirements.Count == 18
            ? new(8, 11, 3, 4, 5, 17, Ismap: null, CloudRisk: null, 16, 18, 14)
            : new(2, 5, 6, 7, 8, 12, 13, 14, 15, 16, 17);
    }
}
