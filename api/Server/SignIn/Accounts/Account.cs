using Npgsql;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>How one person proves to be the one.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Mail">What the person signs in with.</param>
/// <param name="PasswordHash">Null for who has none.</param>
/// <param name="TotpSecret">The secret shared with the authenticator app, protected; null without one.</param>
/// <param name="TotpPending">The same, while it waits for its first code.</param>
/// <param name="TotpLastStep">The last 30 seconds whose code was taken: no code is taken twice.</param>
/// <param name="Passkeys">How many there are.</param>
/// <param name="RecoveryCodes">How many are left.</param>
internal sealed record Account(
    Guid PersonId, string Mail, string? PasswordHash, byte[]? TotpSecret, DateTimeOffset? TotpSince, byte[]? TotpPending, long TotpLastStep,
    DateTimeOffset? LockedUntil, int Passkeys, int RecoveryCodes)
{
    internal const string Select = """
        SELECT a.person_id, a.mail, a.password_hash, a.totp_secret, a.totp_since, a.totp_pending, a.totp_last_step, a.locked_until,
            (SELECT count(*)::int FROM passkeys k WHERE k.person_id = a.person_id), (SELECT count(*)::int FROM recovery_codes c WHERE c.person_id = a.person_id)
        FROM accounts a
        """;

    /// <summary>What can be shown beside the password.</summary>
    public IReadOnlyList<SecondFactor> Factors =>
    [
        .. TotpSecret is null ? [] : new[] { SecondFactor.TOTP },
        .. Passkeys == 0 ? [] : new[] { SecondFactor.PASSKEY },
        .. RecoveryCodes == 0 || (TotpSecret is null && Passkeys == 0) ? [] : new[] { SecondFactor.RECOVERY_CODE },
    ];

    internal static Account Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? null : row.GetFieldValue<byte[]>(3),
        row.OrNull<DateTimeOffset>(4), row.IsDBNull(5) ? null : row.GetFieldValue<byte[]>(5), row.GetInt64(6), row.OrNull<DateTimeOffset>(7), row.GetInt32(8), row.GetInt32(9));
}
