using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Reports.Form;

namespace SecurityTracker.Server.Reports;

/// <summary>The mail that carries a report: to the 課室's shared address and to the 担当職員.</summary>
public sealed class ReportMails(PersonalValues personal, Finalising finalising, TimeProvider time)
{
    private static readonly FormFormat[] Attached = [FormFormat.DOCX, FormFormat.PDF];

    /// <summary>What the mail says, and to whom it goes.</summary>
    public async Task<ReportMail> Of(ReportAtHand at, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(at);
        PersonalRef[] officers = [.. at.On.Contract.OfficersOn(Tokyo.Today(time)).Select(officer => officer.Mail).OfType<PersonalRef>()];
        var addresses = await personal.Load(officers, ct);
        var to = at.On.Contract.Section.SectionMail is { } address ? await personal.Load(address, ct) : null;
        string[] attachments = [.. Attached.Select(format => FormDownload.NameOf(at, format))];
        var mail = MailText.Of(at.Form, attachments);
        return new(mail.Subject, mail.Body, to, [.. officers.Select(officer => addresses[officer]).Where(a => a != PersonalValues.Erased).Distinct(StringComparer.Ordinal)], attachments);
    }

    /// <summary>The mail as a file that a mail program opens to be sent, with the forms in it.</summary>
    public async Task<byte[]> Write(ReportAtHand at, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(at);
        var mail = await Of(at, ct);
        var attachments = new List<MailAttachment>();
        foreach (var format in Attached)
        {
            attachments.Add(new(FormDownload.NameOf(at, format), FormDownload.MediaType(format), (await finalising.Kept(at, format, ct)).Content));
        }

        var letter = new OutgoingMail(Known([mail.To]), mail.Subject, mail.Body) { Cc = Known(mail.Cc), Attachments = attachments };
        return EmlComposer.Write(letter, from: null, $"report-{at.Id:N}@securitytracker.invalid", Tokyo.Time(time.GetUtcNow()));
    }

    private static IReadOnlyList<Mailbox> Known(IEnumerable<string?> addresses) => [.. addresses.Where(Mailbox.IsAddress).Select(address => new Mailbox(address!))];
}
