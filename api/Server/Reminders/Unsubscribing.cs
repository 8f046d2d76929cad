using System.Buffers.Text;
using System.Security.Cryptography;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reminders;

/// <summary>The addresses by which somebody wants less mail without signing in: each says whose it is and proves that this program made it.</summary>
internal sealed class Unsubscribing(InstallationSecret secret)
{
    private const int ProofBytes = 16;

    private static readonly byte[] Purpose = "unsubscribe "u8.ToArray();

    /// <summary>What opens it for a person.</summary>
    public string TokenOf(Guid personId) => Base64Url.EncodeToString([.. personId.ToByteArray(), .. Proof(personId)]);

    /// <summary>Whose a token is; null for one that this program did not make.</summary>
    public Guid? PersonOf(string token)
    {
        var bytes = new byte[16 + ProofBytes];
        if (!Base64Url.IsValid(token, out var length) || length != bytes.Length || !Base64Url.TryDecodeFromChars(token, bytes, out _))
        {
            return null;
        }

        var person = new Guid(bytes.AsSpan(0, 16));
        return CryptographicOperations.FixedTimeEquals(Proof(person), bytes.AsSpan(16, ProofBytes)) ? person : null;
    }

    private byte[] Proof(Guid personId) => HMACSHA256.HashData(secret.Key, (byte[])[.. Purpose, .. personId.ToByteArray()])[..ProofBytes];
}
