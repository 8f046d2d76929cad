using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SecurityTracker.Server.SignIn;

/// <summary>Secrets that are handed out once and kept only as a hash: 256 random bits need no salt and no stretching.</summary>
internal static class SessionKey
{
    /// <summary>A fresh one, in letters that go into cookies, headers and addresses.</summary>
    public static string Fresh() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is kept of it.</summary>
    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
