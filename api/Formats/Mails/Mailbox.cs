using System.Buffers;
using SecurityTracker.Domain;

namespace SecurityTracker.Formats.Mails;

/// <summary>An address, with the name of whose it is where that is known.</summary>
/// <param name="Address">As <see cref="IsAddress"/> has it.</param>
/// <param name="Name">For people, in any script.</param>
public sealed record Mailbox(string Address, string? Name = null)
{
    private const int Longest = 254;
    private static readonly SearchValues<char> InAddresses =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~.@");

    /// <summary>Whether a text is an address that a mail can be sent to: plain ASCII, one @, a domain (RFC 5321 without quoted local parts).</summary>
    public static bool IsAddress(string? text) =>
        text is { Length: > 2 and <= Longest }
        && !text.AsSpan().ContainsAnyExcept(InAddresses)
        && text.Split('@') is [{ Length: > 0 and <= 64 }, { Length: > 0 } domain]
        && Uri.CheckHostName(domain) == UriHostNameType.Dns;

    /// <summary>An address as it is compared with others, whatever its letters' case and width.</summary>
    public static string Normal(string address) => SoundText.Normal(address.Trim()).ToUpperInvariant();
}

/// <summary>A file that goes with a mail.</summary>
/// <param name="Name">As the receiver sees it, in any script.</param>
/// <param name="MediaType">e.g. <c>application/pdf</c>.</param>
public sealed record MailAttachment(string Name, string MediaType, byte[] Content);
