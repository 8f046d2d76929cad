using System.Text.Json.Serialization;

namespace SecurityTracker.Server.SignIn;

/// <summary>What can be shown beside a password.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SecondFactor>))]
internal enum SecondFactor
{
    /// <summary>A code of an authenticator app (RFC 6238).</summary>
    TOTP,

    /// <summary>A passkey (WebAuthn).</summary>
    PASSKEY,

    /// <summary>A recovery code.</summary>
    RECOVERY_CODE,
}
