namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>The providers of this installation, each a scheme of the framework's.</summary>
internal sealed class ProviderSchemes(IReadOnlyList<ProviderSettings> providers)
{
    /// <summary>Where a provider sends people back to: this and its word.</summary>
    public const string Callback = "/sign-in/callback/";

    /// <summary>The providers, in the order of their words.</summary>
    public IEnumerable<ProviderSettings> All { get; } = [.. providers.OrderBy(p => p.Id, StringComparer.Ordinal)];

    /// <summary>The provider of this word, or null.</summary>
    public ProviderSettings? Find(string? id) => All.FirstOrDefault(p => p.Id == id);

    /// <summary>Whether there is a provider of this word.</summary>
    public bool Has(string id) => Find(id) is not null;
}
