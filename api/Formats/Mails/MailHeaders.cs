using System.Globalization;
using System.Text;
using MimeKit;
using MimeKit.Utils;

namespace SecurityTracker.Formats.Mails;

/// <summary>The header of a mail or of a part of one.</summary>
/// <param name="Fields">From top to bottom, as MimeKit has read them.</param>
internal sealed record MailHeaders(IReadOnlyList<Header> Fields)
{
    private const int Most = 200;
    private const int LongestAddress = 320;
    private const int LongestId = 998;

    // Addresses of Japanese mobile phones hold dots where no address has them.
    private static readonly ParserOptions Lenience = new() { AddressParserComplianceMode = RfcComplianceMode.Looser, MaxAddressGroupDepth = 5 };
    private static readonly DateTimeOffset Earliest = new(1971, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(3000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The date with its offset; null where there is none that can be meant.</summary>
    public DateTimeOffset? Date => DateOf(First(HeaderId.Date) is { } date ? Encoding.Latin1.GetString(date.RawValue) : "");

    /// <summary>The header's lines as they came.</summary>
    public string Lines => string.Join('\n', Fields.Select(LineOf));

    /// <summary>The first field of a name, or null.</summary>
    public Header? First(HeaderId id) => Fields.FirstOrDefault(field => field.Id == id);

    /// <summary>The text of the first field of a name, or the empty one.</summary>
    public string Text(HeaderId id) => First(id) is { } field ? Header.Unfold(Rfc2047.DecodeText(Charsets.Named(field.RawValue))).Trim() : "";

    /// <summary>The addresses of the first field of a name; what holds no @ is left out.</summary>
    public IReadOnlyList<Mailbox> Mailboxes(HeaderId id)
    {
        return First(id) is { } field
            ? [.. Found(Charsets.Named(field.RawValue)).Where(IsOne).Take(Most).Select(one => new Mailbox(one.Address, string.IsNullOrWhiteSpace(one.Name) ? null : one.Name.Trim()))]
            : [];

        static bool IsOne(MailboxAddress one) => one.Address.Contains('@', StringComparison.Ordinal) && one.Address.Length <= LongestAddress;
    }

    // One address that is none spoils a list to MimeKit: then each is read for itself.
    private static IEnumerable<MailboxAddress> Found(byte[] list) => InternetAddressList.TryParse(Lenience, list, out var found)
        ? found.Mailboxes
        : Encoding.UTF8.GetString(list).Split([',', ';']).Select(One).OfType<MailboxAddress>();

    private static MailboxAddress? One(string text)
    {
        if (MailboxAddress.TryParse(Lenience, text, out var whole))
        {
            return whole;
        }

        // A name that should have been quoted.
        var open = text.LastIndexOf('<');
        return open > 0 && MailboxAddress.TryParse(Lenience, text[open..], out var address)
            ? new MailboxAddress(Rfc2047.DecodePhrase(Encoding.UTF8.GetBytes(text[..open])), address.Address)
            : null;
    }

    /// <summary>The message-ids of the first field of a name, without their angle brackets.</summary>
    public IReadOnlyList<string> MessageIds(HeaderId id) => First(id) is { } field ? MessageIdsIn(Encoding.UTF8.GetString(Charsets.Named(field.RawValue))) : [];

    /// <summary>Message-ids, with angle brackets or without: not every mail program writes them.</summary>
    public static IReadOnlyList<string> MessageIdsIn(string text) =>
        [.. text.Split(['<', '>', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(id => id.Contains('@', StringComparison.Ordinal) && id.Length <= LongestId).Take(Most)];

    private static string LineOf(Header field) => Encoding.UTF8.GetString(Charsets.Named([.. field.RawField, (byte)':', .. field.RawValue])).TrimEnd('\r', '\n');

    // MimeKit takes an offset that no zone has for Greenwich.
    private static DateTimeOffset? DateOf(string text)
    {
        var said = text.Split('(')[0].Trim();
        var isZone = said.Split(' ')[^1] is not [('+' or '-'), .. { Length: 4 } offset] || !int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || (number / 100 < 14 && number % 100 < 60);
        return isZone && DateUtils.TryParse(said, out var date) && date >= Earliest && date < Latest ? date : null;
    }
}
