using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;

namespace SecurityTracker.Domain.Reports;

/// <summary>
/// What the report says against what else is known of the contract. Facts side by side: whether one of them is wrong is for a
/// person to say.
/// </summary>
internal static class ContradictionChecks
{
    private static readonly Question[] Questions =
    [
        new("再委託・外注", "subcontracting", a => a.Subcontracting, Subject.SUBCONTRACTING),
        new("省内持込み", "devices brought in", a => a.BringsDevices, Subject.DEVICES_BROUGHT_IN),
        new("省外での複製", "copies outside", a => a.CopiesOutside, Subject.COPIES_OUTSIDE),
        new("クラウド", "cloud services", a => a.Cloud,
            Subject.CLOUD_ON_STANDARD_TERMS, Subject.CLOUD_FOR_CONFIDENTIAL, Subject.CLOUD_USE_APPROVAL, Subject.EXTERNAL_SERVICES),
        new("システム・サイト", "systems and sites", a => a.SystemOrSite,
            Subject.INFORMATION_SYSTEM, Subject.WEBSITE_PLATFORM, Subject.WEBSITE_ENCRYPTION, Subject.PUBLIC_SYSTEM_DOMAIN),
        new("アプリ・コンテンツ", "applications and content", a => a.ApplicationOrContent,
            Subject.APPLICATION_AND_CONTENT, Subject.WEBSITE_APPLICATION_AND_CONTENT, Subject.WEB_APPLICATION),
    ];

    public static IEnumerable<ReportCheck> Run(Report report, ReportFacts facts)
    {
        var numbers = Subjects.Of(facts.Edition);
        var answers = facts.Contract.Answers is { } known ? AgainstAnswers(report, known, numbers) : [];
        return answers.Concat(WithSubcontractors(report, facts.Contract, numbers)).Concat(BeforeTheEnd(report, facts.Contract, numbers)).Concat(Norms(facts.Contract, numbers));
    }

    private static IEnumerable<ReportCheck> AgainstAnswers(Report report, Answers answers, IReadOnlyDictionary<Subject, int> numbers) =>
        from question in Questions
        where question.IsYes(answers)
        from subject in question.Subjects
        where StatusOf(report, numbers, subject) == ImplementationStatus.NOT_APPLICABLE
        select RowChecks.Notice("contradicts-answers", numbers[subject], new(
            $"{numbers[subject]})は「該当なし」ですが、契約の質問には「{question.Ja}：はい」と回答されています。どちらが正しいかご確認ください。",
            $"{numbers[subject]}) is not applicable, yet the answer on {question.En} is “yes”. Check which is right."));

    // Members of a consortium count as 再委託先 unless the contract is a 連名契約.
    private static IEnumerable<ReportCheck> WithSubcontractors(Report report, Contract contract, IReadOnlyDictionary<Subject, int> numbers)
    {
        var during = contract.Subcontractors.Count(s =>
            s.Kind != SubcontractorKind.JOINT_MEMBER && s.From <= report.Period.To && (s.EndedOn is not { } ended || ended > report.Period.From));
        if (during > 0 && StatusOf(report, numbers, Subject.SUBCONTRACTING) == ImplementationStatus.NOT_APPLICABLE)
        {
            var number = numbers[Subject.SUBCONTRACTING];
            yield return RowChecks.Notice("contradicts-subcontractors", number, new(
                $"{number})は「該当なし」ですが、報告期間中の再委託先が{during}者登録されています。どちらが正しいかご確認ください。",
                $"{number}) is not applicable, yet {during} subcontractors are registered for the period. Check which is right."));
        }
    }

    private static IEnumerable<ReportCheck> BeforeTheEnd(Report report, Contract contract, IReadOnlyDictionary<Subject, int> numbers)
    {
        var endsOn = contract.Termination?.On ?? contract.EndsOn;
        if (StatusOf(report, numbers, Subject.RETURN_AND_ERASURE) == ImplementationStatus.IMPLEMENTED && report.Period.To < endsOn)
        {
            var number = numbers[Subject.RETURN_AND_ERASURE];
            yield return RowChecks.Notice("closure-before-end", number, new(
                $"{number})（業務終了後の返却・消去等）は「実施」ですが、報告期間は契約の終了前です。担当職員と取り決めた記載かご確認ください。",
                $"{number}) is about the end of the work, yet the period ends before the contract does. Check what was agreed with the officer."));
        }
    }

    // 2) adopts the norm in force at signing; the form's row does not say so, and the form prints as it is.
    private static IEnumerable<ReportCheck> Norms(Contract contract, IReadOnlyDictionary<Subject, int> numbers)
    {
        if (contract.EffectiveNorm is { } effective && effective != contract.NamedNorm && numbers.TryGetValue(Subject.NORMS, out var number))
        {
            yield return RowChecks.Notice("norm-differs", number, new(
                $"{number})の規程等は、様式の文言では「{contract.NamedNorm}」、契約締結時に有効なものは「{effective}」です。様式の文言は変えずに印刷します。",
                $"{number}) names “{contract.NamedNorm}”; in force at signing was “{effective}”. The form prints as it is."));
        }
    }

    private static ImplementationStatus? StatusOf(Report report, IReadOnlyDictionary<Subject, int> numbers, Subject subject) =>
        numbers.TryGetValue(subject, out var number) ? report.Row(number)?.Answer.Status : null;

    private sealed record Question(string Ja, string En, Func<Answers, bool> IsYes, params IReadOnlyList<Subject> Subjects);
}
