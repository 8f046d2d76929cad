using System.Globalization;
using System.Text.RegularExpressions;
using MimeKit;
using SecurityTracker.Formats.Documents;

namespace SecurityTracker.Formats.Mails;

/// <summary>
/// Reads a bounce (RFC 3464; by MimeKit). It is walked through within the limits of every mail first; of the report no more than what a mail
/// server writes for a hundred recipients is taken. Anybody can write one, so what it says is believed of mails alone that it can name.
/// </summary>
internal static partial class BounceReader
{
    private const int LargestReport = 64 * 1024;
    private const int LongestWords = 1000;
    private const int LongestAddress = 320;
    private const int LongestId = 200;

    private static readonly string[] Reports = ["message/delivery-status", "message/global-delivery-status"];
    private static readonly string[] Returned = ["message/rfc822", "message/global", "text/rfc822-headers", "message/rfc822-headers", "message/global-headers"];

    /// <summary>Reads the file.</summary>
    public static ReadOutcome<BounceReading> Read(byte[] file)
    {
        if (MailParts.Of(file) is not { } mail)
        {
            return MailRefusals.Unreadable;
        }

        if (mail.Type?.IsMimeType("multipart", "report") != true || Find(mail, Reports) is not { Raw.Length: <= LargestReport } report)
        {
            return BounceRefusals.NotOne;
        }

        var groups = GroupsOf(EmlReader.Content(report));
        var recipients = groups.Select(RecipientOf).OfType<BouncedRecipient>().Take(BounceReading.MostRecipients).ToList();
        var returned = Find(mail, Returned) is { } part ? MailParts.HeaderOf(EmlReader.Content(part)) : null;
        return recipients.Count == 0
            ? BounceRefusals.NotOne
            : new BounceReading(returned?.MessageIds(HeaderId.MessageId) ?? [], Short(groups.Select(group => group["Original-Envelope-Id"]).FirstOrDefault(id => id is not null), LongestId), recipients);
    }

    private static MailLeaf? Find(MailParts mail, string[] types) =>
        mail.Leaves.FirstOrDefault(leaf => types.Contains(leaf.Type.MimeType, StringComparer.OrdinalIgnoreCase));

    private static IReadOnlyList<HeaderList> GroupsOf(byte[] report)
    {
        using var content = new MemoryStream(report);
        using var status = new MessageDeliveryStatus { Content = new MimeContent(content) };
        try
        {
            return [.. status.StatusGroups];
        }
        catch (FormatException)
        {
            return [];
        }
    }

    // A group about the mail as a whole names no recipient.
    private static BouncedRecipient? RecipientOf(HeaderList group)
    {
        string[] addresses = [.. new[] { group["Original-Recipient"], group["Final-Recipient"] }.Select(AddressIn).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        if (addresses.Length == 0 || !Enum.TryParse<BounceAction>(group["Action"]?.Trim(), ignoreCase: true, out var action) || !Enum.IsDefined(action))
        {
            return null;
        }

        var words = Short(AfterType(group["Diagnostic-Code"]), LongestWords) ?? "";
        var code = Code().Match(words) is { Success: true } found ? found : null;
        return new(
            addresses, action, Status().Match(group["Status"] ?? "") is { Success: true } status ? status.Value : null,
            code is null ? null : int.Parse(code.Groups["code"].ValueSpan, CultureInfo.InvariantCulture), (code?.Groups["rest"].Value ?? words).Trim());
    }

    private static string? AddressIn(string? field) => AfterType(field)?.Trim('<', '>', ' ') is { Length: > 0 and <= LongestAddress } address && address.Contains('@', StringComparison.Ordinal) ? address : null;

    // What kind of address or of code it is stands before a semicolon.
    private static string? AfterType(string? field) =>
        field is null ? null : string.Join(' ', field[(field.IndexOf(';', StringComparison.Ordinal) + 1)..].Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string? Short(string? text, int longest) => text is { } whole && whole.Length > longest ? whole[..longest] : text?.Trim();

    [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Status();

    [GeneratedRegex(@"^(?<code>[245]\d\d)(?!\d)[ -]?(?<rest>.*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
