using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Exchange;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Reports.Form;

namespace SecurityTracker.Server.Reports;

/// <summary>The mail that carries a report, as every other mail of the contract: whom it goes to, its 件名 by the contract's rule, its 整理番号.</summary>
internal sealed class ReportMails(ContractLetters letters, Finalising finalising, TimeProvider time)
{
    private static readonly FormFormat[] Attached = [FormFormat.DOCX, FormFormat.PDF];

    /// <summary>What the mail says, and to whom it goes.</summary>
    public async Task<ReportMail> Of(ReportAtHand at, CancellationToken ct)
    {
        var (to, cc) = await letters.To(at.On.Contract, ct);
        string[] attachments = [.. Attached.Select(format => FormDownload.NameOf(at, format))];
        var mail = MailText.Of(at.Form, attachments, MailReference.Of(at.Id));
        return new(ContractLetters.Subject(at.On.Contract, mail.Subject, at.Id), mail.Body, to, cc, attachments);
    }

    /// <summary>The mail as a file that a mail program opens to be sent, with the forms in it.</summary>
    public async Task<byte[]> Write(ReportAtHand at, ReportMail mail, CancellationToken ct)
    {
        var attachments = new List<MailAttachment>();
        foreach (var format in Attached)
        {
            attachments.Add(new(FormDownload.NameOf(at, format), FormDownload.MediaType(format), (await finalising.Kept(at, format, ct)).Content));
        }

        var letter = new OutgoingMail(Boxes(mail.To), mail.Subject, mail.Body) { Cc = Boxes(mail.Cc), Attachments = attachments };
        return EmlComposer.Write(letter, from: null, $"report-{at.Id:N}@securitytracker.invalid", Tokyo.Time(time.GetUtcNow()));
    }

    private static IReadOnlyList<Mailbox> Boxes(IEnumerable<string> addresses) => [.. addresses.Select(address => new Mailbox(address))];
}
