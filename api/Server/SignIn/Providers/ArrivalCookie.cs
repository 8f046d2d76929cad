using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>Someone who came back from a provider with an invitation, and has not said yet that it is theirs.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Subject">Who it is there.</param>
/// <param name="Mail">The mail address that the provider names.</param>
/// <param name="MailVerified">Whether it vouches for it.</param>
/// <param name="Name">The name that it names.</param>
/// <param name="Invitation">The token of the invitation.</param>
/// <param name="SecondFactor">Whether a second factor was shown there.</param>
/// <param name="ProvedAt">When the person proved it there.</param>
internal sealed record Arrived(
    string Provider, string Subject, string? Mail, bool MailVerified, string? Name, string Invitation, bool SecondFactor, DateTimeOffset? ProvedAt)
{
    /// <summary>When the person came back.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The address for which the provider vouches, or null.</summary>
    public string? VerifiedMail => MailVerified ? Mail : null;
}

/// <summary>Keeps who came back in the browser itself, encrypted, for a few minutes: nothing of it is kept here before the person has said yes.</summary>
internal sealed class ArrivalCookie(IDataProtectionProvider protection, TimeProvider time)
{
    private const string Name = "arrival";
    private const int Longest = 4000;

    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    private readonly IDataProtector protector = protection.CreateProtector("provider-arrival");

    /// <summary>Hands to the browser who has come back just now.</summary>
    public void Write(HttpContext context, Arrived arrived) =>
        context.WriteCookie(Name, protector.Protect(JsonSerializer.Serialize(arrived with { At = time.GetUtcNow() })));

    /// <summary>Who came back in this browser within the last minutes, or null.</summary>
    public Arrived? Read(HttpContext context)
    {
        try
        {
            return context.Request.ReadCookie(Name, Longest) is { } kept && JsonSerializer.Deserialize<Arrived>(protector.Unprotect(kept)) is { } arrived
                && time.GetUtcNow() - arrived.At < GoodFor ? arrived : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Takes it away.</summary>
    public static void Remove(HttpContext context) => context.RemoveCookie(Name);
}
