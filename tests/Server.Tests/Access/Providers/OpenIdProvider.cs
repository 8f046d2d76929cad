using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecurityTracker.Server.SignIn.Providers;

namespace SecurityTracker.ServerTests.Access.Providers;

/// <summary>A real OpenID provider (tests/peers) as a child process on loopback.</summary>
public sealed class OpenIdProvider : IAsyncDisposable
{
    public const string ClientId = "securitytracker";

    /// <summary>With what a form and a header must escape.</summary>
    public const string ClientSecret = "a secret: of+the%tests";

    private static readonly HttpClient Http = new();
    private readonly Process process;

    private OpenIdProvider(Process process, string address) => (this.process, Address) = (process, address);

    /// <summary>Where it listens; its issuer, unless it was given another.</summary>
    public string Address { get; }

    /// <summary>Starts it for a client whom it sends back to the callbacks of some schemes, and for a second one, <c>…-basic</c>, that shows its secret in the header.</summary>
    /// <param name="issuer">Where it says that it stands.</param>
    /// <param name="schemes">Our words for it.</param>
    public static async Task<OpenIdProvider> Start(string? issuer, params string[] schemes)
    {
        object Client(string id, string authentication) =>
            new { id, secret = ClientSecret, authentication, redirect = schemes.Select(scheme => $"http://localhost{ProviderSchemes.Callback}{scheme}") };

        var settings = JsonSerializer.Serialize(new { clients = new[] { Client(ClientId, ProviderSettings.Post), Client($"{ClientId}-basic", ProviderSettings.Basic) }, issuer });
        var start = new ProcessStartInfo("node", [Repository.At("tests", "peers", "openid-provider.mjs"), settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var started = Process.Start(start)!;
        started.BeginErrorReadLine();
        var address = await started.StandardOutput.ReadLineAsync().WaitAsync(Wait.Longest);
        return new(started, address ?? throw new InvalidOperationException("The provider ended at once: are the packages of tests/peers installed?"));
    }

    /// <summary>Says what the provider is to do from now on; see the program itself.</summary>
    public async Task Set(object control)
    {
        using var answer = await Http.PutAsJsonAsync($"{Address}/control", control);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Makes it do again what it does by itself.</summary>
    public Task Reset() => Set(new
    {
        person = "person-1", token = "as-it-is", methods = (string[]?)null, provedAgo = (int?)null, claims = (object?)null, answers = new { },
    });

    /// <summary>How often an address of it was asked.</summary>
    public async Task<int> Asked(string path) => (int?)(await Http.GetFromJsonAsync<JsonObject>($"{Address}/control"))![path] ?? 0;

    public ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
        return ValueTask.CompletedTask;
    }
}
