using System.Security.Cryptography;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Reports.Form;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>The form with 不開示部分 blackened. What is withheld is taken out before anything is printed.</summary>
internal static class DisclosureForm
{
    private const string Legend = "（■の部分は、行政機関の保有する情報の公開に関する法律（平成11年法律第42号）第５条各号に該当するため、不開示としています。）";

    /// <summary>The PDF's bytes.</summary>
    public static Task<byte[]> Render(ReportAtHand at, IReadOnlyList<WithheldPart> withheld, PdfForm pdf, CancellationToken ct)
    {
        var redacted = Withholding.Apply(withheld, at.Report, at.Header, at.RepresentativeName);
        var form = ReportForms.Fill(redacted.Report, redacted.Header, redacted.RepresentativeName, at.On.Edition);
        return pdf.Render(withheld.Count == 0 ? form : form with { Closing = form.Closing is null ? Legend : $"{form.Closing} {Legend}" }, ct);
    }

    /// <summary>Lower-case hexadecimal.</summary>
    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
