namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>A provider's account that is linked.</summary>
internal sealed record LinkedProvider(string Id, string Name, DateTimeOffset LinkedAt);

/// <summary>A person's accounts at the providers that are configured still.</summary>
internal sealed class LinkedProviders(ProviderSchemes schemes, ProviderAccounts accounts)
{
    /// <summary>Those of a person, in the order in which they were linked.</summary>
    public async Task<IReadOnlyList<LinkedProvider>> Of(Guid personId, CancellationToken ct) =>
    [
        .. from account in await accounts.Of(personId, ct)
           join provider in schemes.All on account.Provider equals provider.Id
           select new LinkedProvider(provider.Id, provider.Name, account.LinkedAt),
    ];
}
