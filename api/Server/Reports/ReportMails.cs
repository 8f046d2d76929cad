using System.Globalization;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Exchange;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Reports.Form;

namespace SecurityTracker.Server.Reports;

/// <summary>
/// The mail that carries a report, as every other mail of the contract: whom it goes to, its 件名 by the contract's rule, its 整理番号. Of a
/// report that was handed in outside of the program and is not known to have arrived, it asks whether it did.
/// </summary>
internal sealed class ReportMails(ContractLetters letters, CommunicationReader communications, Finalising finalising, TimeProvider time)
{
    private static readonly FormFormat[] Attached = [FormFormat.DOCX, FormFormat.PDF];
    private static readonly string[] AnswerFields = ["受領日", "受付番号（ある場合）", "御確認の内容", "御回答者（所属・氏名）"];

    private DateOnly Today => Tokyo.Today(time);

    /// <summary>What the mail says, and to whom it goes.</summary>
    public async Task<ReportMail> Of(ReportAtHand at, CancellationToken ct)
    {
        var contract = at.On.Contract;
        var (to, cc) = await letters.To(contract, ct);
        string[] attachments = [.. Attached.Select(format => FormDownload.NameOf(at, format))];
        var called = (await communications.OfContract(at.Report.ContractId, ct)).Any(one => one.Value.IsCallOf(Today) && IsOf(one.Value.Said!, at));
        var first = MailText.Of(at.Form, attachments, MailReference.Of(at.Id), called ? Letter.AfterCall : null);
        var submission = Unanswered(at.Report);
        var letter = new Letter(at.Id, MessageId(at, submission), (submission is null ? "" : Letter.Again) + first.Subject, [.. Sentences(submission, called)], Points(at, attachments))
        {
            AnswerFields = AnswerFields,
        };
        var body = submission is null ? first.Body + await letters.Tail(letter, ct) : await letters.Body(contract, letter, ct);
        return new(ContractLetters.Subject(contract, letter.Title, at.Id), body, to, cc, attachments, submission is not null);
    }

    /// <summary>The mail as a file that a mail program opens to be sent, with the forms in it.</summary>
    public async Task<byte[]> Write(ReportAtHand at, ReportMail mail, CancellationToken ct)
    {
        var attachments = new List<MailAttachment>();
        foreach (var format in Attached)
        {
            attachments.Add(new(FormDownload.NameOf(at, format), FormDownload.MediaType(format), (await finalising.Kept(at, format, ct)).Content));
        }

        var letter = new OutgoingMail(Boxes(mail.To), mail.Subject, mail.Body)
        {
            Cc = Boxes(mail.Cc), Attachments = attachments, InReplyTo = mail.IsAgain ? MessageId(at, submission: null) : null,
        };
        return EmlComposer.Write(letter, from: null, MessageId(at, mail.IsAgain ? Unanswered(at.Report) : null), Tokyo.Time(time.GetUtcNow()));
    }

    // Handed in before today by mail, hand or post, and nothing of it came back.
    private Submission? Unanswered(Report report) =>
        report.UnderReview is { Via: not SubmissionWay.SYSTEM, Receipt: null, Reviews.Count: 0 } submission && submission.On < Today ? submission : null;

    private static bool IsOf(CommunicationRecorded said, ReportAtHand at) => said.Target is { Kind: TargetKind.REPORT } target ? target.Id == at.Id : said.Subject == ProcedureSubject.REPORT;

    private static IEnumerable<string> Sentences(Submission? submission, bool called)
    {
        if (called)
        {
            yield return Letter.AfterCall;
        }

        if (submission is not null)
        {
            yield return $"{Wareki.Format(submission.On)}に{WayOf(submission.Via)}した下記の実施状況報告書について、受領の御連絡をまだいただいておりません。";
            yield return "受領された日（受付番号がある場合は、その番号）を、このメールに返信する形でお知らせくださいますようお願いいたします。";
            yield return Letter.Crossed;
        }
    }

    private static string WayOf(SubmissionWay way) => way switch
    {
        SubmissionWay.HAND => "持参",
        SubmissionWay.POST => "郵送",
        _ => "メールで提出",
    };

    private static LetterPoint[] Points(ReportAtHand at, IReadOnlyList<string> attachments) =>
    [
        new("契約件名", at.Form.ContractName),
        new("報告の対象期間", $"{Wareki.Format(at.Report.Period.From)}から{Wareki.Format(at.Report.Period.To)}まで"),
        new("報告日", Wareki.FormatOrBlank(at.Form.ReportedOn)),
        new("添付ファイル（提出した報告書と同じもの）", string.Join('\n', attachments.Select(name => $"・{name}"))),
    ];

    private string MessageId(ReportAtHand at, Submission? submission) => string.Create(
        CultureInfo.InvariantCulture, $"report-{at.Id:N}{(submission is null ? "" : $"-{Today:yyyyMMdd}")}@securitytracker.invalid");

    private static IReadOnlyList<Mailbox> Boxes(IEnumerable<string> addresses) => [.. addresses.Select(address => new Mailbox(address))];
}
