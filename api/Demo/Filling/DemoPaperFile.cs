using System.Globalization;
using System.Text;
using SecurityTracker.Demo.World;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Demo.Filling;

/// <summary>Papers and mails of the made-up world.</summary>
internal static class DemoPaperFile
{
    private const string Text = "BT /F1 24 Tf 72 720 Td (This paper belongs to a made-up world.) Tj ET";

    /// <summary>A page.</summary>
    public static byte[] Pdf()
    {
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {Text.Length} >>\nstream\n{Text}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var (pdf, offsets) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var (i, content) in objects.Index())
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{content}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        return Encoding.ASCII.GetBytes(pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").ToString());
    }

    /// <summary>An officer's answer by mail, as it is dropped in.</summary>
    public static byte[] Mail(DemoPerson officer, DemoPerson contractor, string subject, string text, DateTimeOffset at)
    {
        var mail = new OutgoingMail([new Mailbox(contractor.Mail, contractor.Name)], $"Re: {subject}", text);
        return EmlComposer.Write(mail, new Mailbox(officer.Mail, officer.Name), $"{at.UtcTicks:x}@meti.example", Tokyo.Time(at), unsent: false);
    }
}
