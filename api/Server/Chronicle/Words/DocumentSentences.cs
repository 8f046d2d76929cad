using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using static SecurityTracker.Server.Chronicle.ChronicleKind;
using static SecurityTracker.Server.Chronicle.Words.Said;

namespace SecurityTracker.Server.Chronicle.Words;

/// <summary>What happens to the 確認書類. What is written in a draft is told by its 提示.</summary>
internal static class DocumentSentences
{
    /// <summary>Adds them.</summary>
    public static void AddTo(ChronicleWords words) => words
        .Tell<ConfirmationDocumentDrafted>(
            (e, _) => e.BasedOn is { } number ? new($"確認書類の第{number}版を基に案を作り始めました。", $"Began a draft of the confirmation document on version {number}.") : new("確認書類の案を作り始めました。", "Began a draft of the confirmation document."),
            DOCUMENT)
        .Tell<ConfirmationDocumentPresented>(
            (e, _) => e.Kind == VersionKind.RE_PRESENTATION
                ? Version(e.Number, "を再提示しました。", "was presented again")
                : Version(e.Number, "を提示しました。", "was presented"),
            DOCUMENT)
        .Tell<ConfirmationDocumentSubmitted>(
            (e, _) => Version(e.Number, $"を{Day(e.Submission.On).Ja}に提出しました（{Way(e.Submission.Via).Ja}）。", $"was handed in on {Day(e.Submission.On).En} by {Way(e.Submission.Via).En}"), DOCUMENT)
        .Tell<ConfirmationDocumentSubmissionCorrected>(
            (e, _) => Because(Version(e.Number, $"の提出日を{Day(e.Before).Ja}から{Day(e.On).Ja}に訂正しました。", $"has its day of submission corrected from {Day(e.Before).En} to {Day(e.On).En}"), e.Reason),
            CORRECTION, DOCUMENT)
        .Tell<ConfirmationDocumentSubmissionWayCorrected>(
            (e, _) => Because(Version(e.Number, $"の提出方法を{Way(e.Before).Ja}から{Way(e.Via).Ja}に訂正しました。", $"has its way of submission corrected from {Way(e.Before).En} to {Way(e.Via).En}"), e.Reason),
            CORRECTION, DOCUMENT)
        .Tell<ConfirmationDocumentEffectiveFromSet>((e, _) => Version(e.Number, $"の適用日を{Day(e.From).Ja}としました。", $"applies from {Day(e.From).En} on"), DOCUMENT)
        .Tell<ConfirmationDocumentDraftDiscarded>((_, _) => new("確認書類の案を破棄しました。", "Discarded the draft of the confirmation document."), DOCUMENT)
        .Tell<ConfirmationDocumentPersonErased>((e, _) => Because(new("確認書類の名簿の１名の情報を消去しました。", "Erased what is kept of a person on the roster."), e.Reason), DOCUMENT, PEOPLE)
        .Leave<ConfirmationDocumentMethodChanged, ConfirmationDocumentPresented>()
        .Leave<ConfirmationDocumentMethodTakenOver, ConfirmationDocumentPresented>()
        .Leave<ConfirmationDocumentOrganizationChanged, ConfirmationDocumentPresented>()
        .Leave<ConfirmationDocumentPeopleSet, ConfirmationDocumentPresented>()
        .Leave<ConfirmationDocumentPersonRemoved, ConfirmationDocumentPresented>()
        .Leave<ConfirmationDocumentPapersChanged, ConfirmationDocumentPresented>()
        .Leave<ConfirmationDocumentPartsTakenOver, ConfirmationDocumentPresented>();

    private static Message Version(int number, string ja, string en) => new($"確認書類の第{number}版{ja}", $"Version {number} of the confirmation document {en}.");
}
