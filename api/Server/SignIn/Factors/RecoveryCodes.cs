using System.Security.Cryptography;

namespace SecurityTracker.Server.SignIn;

/// <summary>Codes for the day on which the second factor is lost: 80 random bits each, in letters that are not taken for others.</summary>
internal static class RecoveryCodes
{
    /// <summary>How many a person gets.</summary>
    public const int Count = 10;

    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    /// <summary>Fresh ones.</summary>
    public static IReadOnlyList<string> Fresh() => [.. Enumerable.Range(0, Count).Select(_ => One())];

    /// <summary>One code in four groups of four; also the set-up code.</summary>
    public static string One() => string.Join('-', RandomNumberGenerator.GetString(Letters, 16).Chunk(4).Select(group => new string(group)));

    /// <summary>A code as it was typed, without what people put between.</summary>
    public static string Normalise(string code) =>
        string.Concat(Domain.SoundText.Normal(code).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
}
