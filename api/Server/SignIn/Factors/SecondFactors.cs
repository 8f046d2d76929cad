namespace SecurityTracker.Server.SignIn;

/// <summary>Judges what is shown beside a password: each attempt counts before it is judged.</summary>
internal sealed class SecondFactors(Accounts accounts, Totp totp)
{
    /// <summary>Whether a code of the authenticator app is good; then it is taken.</summary>
    public async Task<bool> TakeCode(Account account, string code, CancellationToken ct) =>
        account.TotpSecret is { } secret && totp.StepOf(secret, code, account.TotpLastStep) is { } step && await accounts.TakeStep(account.PersonId, step, ct);

    /// <summary>Codes for a person who had none: they are shown this once.</summary>
    public async Task<IReadOnlyList<string>?> FirstCodes(Account account, CancellationToken ct) =>
        account.RecoveryCodes > 0 ? null : await FreshCodes(account.PersonId, ct);

    /// <summary>Codes in place of those before.</summary>
    public async Task<IReadOnlyList<string>> FreshCodes(Guid personId, CancellationToken ct)
    {
        var codes = RecoveryCodes.Fresh();
        await accounts.SetRecoveryCodes(personId, codes, ct);
        return codes;
    }
}
