using System.Security.Cryptography;
using System.Text;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Mail;

/// <summary>A mail address as it stands in the tables of mails: by it one can be counted and found, and not be read.</summary>
internal sealed class RecipientHash(InstallationSecret secret)
{
    /// <summary>The hash of an address, however its letters are written.</summary>
    public byte[] Of(string mail) => HMACSHA256.HashData(secret.Key, Encoding.UTF8.GetBytes(Mailbox.Normal(mail)));
}
