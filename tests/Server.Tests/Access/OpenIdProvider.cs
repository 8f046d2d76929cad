using System.Diagnostics;
using System.Net.Http.Json;

namespace SecurityTracker.ServerTests.Access;

/// <summary>A real OpenID provider (tests/peers) as a child process on loopback.</summary>
public sealed class OpenIdProvider : IAsyncDisposable
{
    public const string ClientId = "securitytracker";
    public const string ClientSecret = "a-secret-of-the-tests";

    private static readonly HttpClient Http = new();
    private readonly Process process;

    private OpenIdProvider(Process process, string issuer) => (this.process, Issuer) = (process, issuer);

    public string Issuer { get; }

    public static async Task<OpenIdProvider> Start(string redirect)
    {
        var start = new ProcessStartInfo("node", [Repository.At("tests", "peers", "openid-provider.mjs"), ClientId, ClientSecret, redirect])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var started = Process.Start(start)!;
        started.BeginErrorReadLine();
        var issuer = await started.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return new(started, issuer ?? throw new InvalidOperationException("The provider ended at once: are the packages of tests/peers installed?"));
    }

    /// <summary>Says what the provider is to do from now on; see the program itself.</summary>
    public async Task Set(object control)
    {
        using var answer = await Http.PutAsJsonAsync($"{Issuer}/control", control);
        answer.EnsureSuccessStatusCode();
    }

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
