using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;

namespace SecurityTracker.Domain.Reports;

/// <summary>
/// What the report says against what else is known of the contract: the answers to its questions, those who take part, the officer's
/// words, its term, its norm.
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
        int? subcontracting = numbers.TryGetValue(Subject.SUBCONTRACTING, out var number) ? number : null;
        return answers
            .Concat(PartChecks.Run(report, facts, subcontracting))
            .Concat(WordChecks.Run(report, facts))
            .Concat(AroundTheEnd(report, facts.Contract, numbers))
            .Concat(Norms(facts.Contract, numbers));
    }

    private static IEnumerable<ReportCheck> AgainstAnswers(Report report, Answers answers, IReadOnlyDictionary<Subject, int> numbers) =>
        from question in Questions
        where question.IsYes(answers)
        from subject in question.Subjects
        where StatusOf(report, numbers, subject) == ImplementationStatus.NOT_APPLICABLE
        select Contradictions.NotApplicableAgainstYes(numbers[subject], question.Ja, question.En);

    private static IEnumerable<ReportCheck> AroundTheEnd(Report report, Contract contract, IReadOnlyDictionary<Subject, int> numbers)
    {
        var endsOn = contract.Term.To;
        if (StatusOf(report, numbers, Subject.RETURN_AND_ERASURE) == ImplementationStatus.IMPLEMENTED && report.Period.To < endsOn)
        {
            yield return Contradictions.ClosureBeforeEnd(numbers[Subject.RETURN_AND_ERASURE]);
        }

        // 「契約期間中のため」 is a reason during the term and no longer.
        if (StatusOf(report, numbers, Subject.RETURN_AND_ERASURE) is { } said and not ImplementationStatus.IMPLEMENTED
            && (report.Period.To > endsOn || report.Header.ReportedOn > endsOn))
        {
            yield return Contradictions.ClosureAfterEnd(numbers[Subject.RETURN_AND_ERASURE], said);
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
