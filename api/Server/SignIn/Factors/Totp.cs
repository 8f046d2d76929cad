using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace SecurityTracker.Server.SignIn;

/// <summary>Codes of authenticator apps (RFC 6238: SHA-1, six digits, 30 seconds). A code is taken once: see <see cref="Accounts.TakeStep"/>.</summary>
internal sealed class Totp(IDataProtectionProvider protection, TimeProvider time)
{
    private const int StepSeconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private readonly IDataProtector protector = protection.CreateProtector("totp");

    /// <summary>A fresh secret: as the app takes it, and as it is kept.</summary>
    public (string Secret, byte[] Protected) Fresh()
    {
        var secret = RandomNumberGenerator.GetBytes(20);
        return (Encode(secret), protector.Protect(secret));
    }

    /// <summary>What the app's camera reads.</summary>
    public static string Uri(string secret, string mail) =>
        $"otpauth://totp/SecurityTracker:{System.Uri.EscapeDataString(mail)}?secret={secret}&issuer=SecurityTracker&algorithm=SHA1&digits=6&period={StepSeconds}";

    /// <summary>The step whose code this is, one before or after now included and later than the last one taken; null where it is none's.</summary>
    public long? StepOf(byte[] kept, string code, long lastStep)
    {
        var secret = protector.Unprotect(kept);
        var typed = Encoding.UTF8.GetBytes(string.Concat(Domain.SoundText.Normal(code).Where(char.IsAsciiDigit)));
        var now = time.GetUtcNow().ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var step = now - 1; step <= now + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(secret, step)), typed) && step > lastStep)
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The code of this moment.</summary>
    public string CodeNow(byte[] kept) => Code(protector.Unprotect(kept), time.GetUtcNow().ToUnixTimeSeconds() / StepSeconds);

#pragma warning disable CA5350 // RFC 6238 names SHA-1, and apps take no other
    /// <summary>The code of a step.</summary>
    public static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0x0F)..]) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
#pragma warning restore CA5350

    private static string Encode(byte[] bytes)
    {
        var text = new StringBuilder();
        for (var bit = 0; bit < bytes.Length * 8; bit += 5)
        {
            var pair = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[(bit / 8) + 1] : 0);
            text.Append(Base32[(pair >> (11 - (bit % 8))) & 31]);
        }

        return text.ToString();
    }
}
