using System.Globalization;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Domain.ConfirmationDocuments;

/// <summary>
/// What is to be done about the 確認書類 of one contract: 「契約締結後速やかに…提示し了承を得た上で確認書類として提出すること」 (1). What waits for the officer's
/// word in between is the act that was asked for. A 契約解除 stops it.
/// </summary>
public static class DocumentDuties
{
    /// <summary>The duties, at most one.</summary>
    /// <param name="documentId">The document, begun or not.</param>
    /// <param name="document">It, as it is now.</param>
    /// <param name="standing">The version that was presented last and is neither refused nor taken back; null where none stands, and one is to be presented (again).</param>
    /// <param name="words">The officer's words on its versions.</param>
    /// <param name="contract">The contract, as it is now.</param>
    public static IEnumerable<Duty> Of(
        Guid documentId, ConfirmationDocument document, DocumentVersion? standing, IReadOnlyList<WordOnVersion> words, Contract contract)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(contract);
        var last = contract.Term.To;
        return (contract, Agreed(document, words, last)) switch
        {
            ({ Termination: not null }, _) => [],
            ({ SignedOn: { } signedOn }, _) when standing is null => [ToDo(DutyRules.DocumentToPresent, documentId, signedOn, DutyRules.PresentDays, last)],
            (_, ({ Submission: null } version, { } word)) =>
            [
                ToDo(DutyRules.DocumentToSubmit, documentId, word.On, DutyRules.SubmitDays, last) with
                {
                    Key = version.Number.ToString(CultureInfo.InvariantCulture),
                },
            ],
            _ => [],
        };
    }

    // A later version that was agreed to stands in the place of one that was never handed in; a word that was withdrawn agrees to nothing.
    private static (DocumentVersion? Version, WordOnVersion? Word) Agreed(ConfirmationDocument document, IReadOnlyList<WordOnVersion> words, DateOnly last) =>
        (from version in document.Versions
         from word in words
         where word.Version == version.Number && (word.Until is null || word.Until >= last)
         orderby version.Number, word.On descending
         select (version, word)).LastOrDefault();

    private static Duty ToDo(DutyRule rule, Guid documentId, DateOnly since, int days, DateOnly last)
    {
        var (day, end) = (BusinessDays.After(since, days), BusinessDays.OnOrBefore(last));
        DateOnly? dueOn = day <= end ? day : end > since ? end : null;
        return new()
        {
            Rule = rule, Noun = "CONFIRMATION_DOCUMENT", ThingId = documentId, ShownFrom = since, DueOn = dueOn, DueIs = dueOn is null ? null : DueKind.GUIDE,
        };
    }
}
