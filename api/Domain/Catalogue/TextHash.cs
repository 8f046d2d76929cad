using System.Security.Cryptography;
using System.Text;

namespace SecurityTracker.Domain.Catalogue;

/// <summary>
/// The two identities of a text, both as 64 lower-case hexadecimal digits of SHA-256 over UTF-8: <c>hash</c> is over the exact
/// text and pins it; <c>matchKey</c> is over the reduced text (<see cref="MatchText"/>) and finds the same words in another print.
/// </summary>
public static class TextHash
{
    // Between the texts of an edition: it occurs in none, so that they cannot run into each other.
    private const char Separator = '\u001E';

    /// <summary>The hash of one exact text.</summary>
    public static string Hash(string text) => Sha256(text);

    /// <summary>The match key of one text.</summary>
    public static string MatchKey(string text) => Sha256(MatchText.KeyOf(text));

    /// <summary>The hash of everything an edition prints: opening, headings, requirements, and the form to its last line.</summary>
    public static string Hash(AnnexEdition edition) => Sha256(string.Join(Separator, Texts(edition)));

    /// <summary>The match key of everything an edition prints.</summary>
    public static string MatchKey(AnnexEdition edition) =>
        Sha256(string.Join(Separator, Texts(edition).Select(MatchText.KeyOf)));

    private static IEnumerable<string> Texts(AnnexEdition edition) =>
    [
        edition.Opening,
        .. edition.Requirements.SelectMany(r => (string[])[r.Heading ?? "", $"{r.Number})", r.Text]),
        .. edition.Form is { } form ? Texts(form) : [],
    ];

    private static IEnumerable<string> Texts(ReportForm form) =>
    [
        form.Mark, form.AddresseePattern, form.Title, form.Preamble, form.ContractHeading, form.ReportHeading,
        .. form.Columns,
        .. form.Rows.SelectMany(r => (string[])[r.Label, r.Text]),
        .. form.Notes,
        form.Closing,
    ];

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
