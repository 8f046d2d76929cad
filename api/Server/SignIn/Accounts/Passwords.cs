using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Identity;
using SecurityTracker.Domain;

namespace SecurityTracker.Server.SignIn;

/// <summary>
/// Passwords: 12 characters or more, of any kind, a Japanese passphrase as good as any; none that many people use, and none made of
/// the person's own address or name. Compared in NFKC, so that ａ typed wide is a.
/// </summary>
internal sealed class Passwords(IPasswordHasher<Account> hasher)
{
    /// <summary>The least number of characters.</summary>
    public const int Shortest = 12;

    /// <summary>The greatest.</summary>
    public const int Longest = 256;

    private static readonly Lazy<HashSet<string>> Common = new(ReadCommon);

    private readonly Lazy<string> nobodys = new(() => hasher.HashPassword(null!, SessionKey.Fresh()));

    /// <summary>Why a password cannot be taken, or null.</summary>
    /// <param name="password">The password.</param>
    /// <param name="own">What the person is called and written to.</param>
    public static Refusal? Check(string password, params IReadOnlyList<string> own)
    {
        var text = SoundText.Normal(password);
        return Texts.Length(text) switch
        {
            < Shortest => PasswordRefusals.TooShort,
            > Longest => PasswordRefusals.TooLong,
            _ when IsCommon(text, own) => PasswordRefusals.Common,
            _ => null,
        };
    }

    /// <summary>What is kept of a password: PBKDF2 with SHA-512, as ASP.NET Core Identity writes it.</summary>
    public string Hash(string password) => hasher.HashPassword(null!, SoundText.Normal(password));

    /// <summary>Whether a password is the account's. Where there is no account, or it has no password, it takes just as long.</summary>
    public bool Verify(Account? account, string password) =>
        hasher.VerifyHashedPassword(null!, account?.PasswordHash ?? nobodys.Value, SoundText.Normal(password)) != PasswordVerificationResult.Failed && account?.PasswordHash is not null;

    /// <summary>Common is also what is a common word with digits around, what repeats itself, and what is made of one's own name.</summary>
    private static bool IsCommon(string text, IReadOnlyList<string> own)
    {
        var letters = text.ToLowerInvariant();
        var core = letters.Trim("0123456789!?._-@#$%&*+ ".ToCharArray());
        return Common.Value.Contains(letters) || core.Length < 4 || Common.Value.Contains(core) || Repeats(letters)
            || own.SelectMany(Words).Any(word => letters.Replace(word, "", StringComparison.Ordinal).Length < 4 && letters.Contains(word, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Words(string own) => own.ToLowerInvariant().Split(['@', '　', ' ']).Where(word => word.Length >= 3).Append(own.ToLowerInvariant());

    private static bool Repeats(string text) => Enumerable.Range(1, Math.Min(5, text.Length / 2)).Any(length => Enumerable.Range(length, text.Length - length).All(i => text[i] == text[i - length]));

    private static HashSet<string> ReadCommon()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("SignIn/Accounts/common-passwords.txt")!, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}

/// <summary>Why a password cannot be taken.</summary>
internal static class PasswordRefusals
{
    /// <summary>Fewer than <see cref="Passwords.Shortest"/> characters.</summary>
    public static readonly Refusal TooShort = new("password-too-short", RefusalKind.INVALID, new(
        "パスワードは12文字以上にしてください。文字の種類は問いません。日本語の文も使えます。",
        "Use 12 characters or more, of any kind; a sentence is fine."), "/password");

    /// <summary>More than <see cref="Passwords.Longest"/> characters.</summary>
    public static readonly Refusal TooLong = new("password-too-long", RefusalKind.INVALID, new(
        "パスワードは256文字以内にしてください。", "Use 256 characters or fewer."), "/password");

    /// <summary>One that many people use.</summary>
    public static readonly Refusal Common = new("password-common", RefusalKind.INVALID, new(
        "よく使われるパスワード、同じ文字の繰返し、又はご自身の名前やメールアドレスから作ったものは使えません。関係のない言葉をいくつかつなげてください。",
        "This is a common password, repeats itself, or is made of your name or address. Join some unrelated words instead."), "/password");
}
