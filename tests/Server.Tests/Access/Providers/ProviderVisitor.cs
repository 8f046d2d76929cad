using System.Net;
using System.Net.Http.Json;
using SecurityTracker.Server.SignIn.Providers;

namespace SecurityTracker.ServerTests.Access.Providers;

/// <summary>A browser as far as it matters for providers: cookies, and redirects that a test follows one by one.</summary>
internal sealed class ProviderVisitor(TestServer server, string provider = ProviderServer.Id, HttpMessageHandler? wayThere = null) : IDisposable
{
    private static readonly Uri Us = new("http://localhost/");

    private readonly CookieContainer cookies = new();
    private readonly HttpClient there = new(wayThere ?? ProviderBackchannel.Wire());
    private readonly HttpClient here = server.CreateAnonymousClient();

    public Task<HttpResponseMessage> Get(string address) => Send(HttpMethod.Get, address);

    public async Task<HttpResponseMessage> Send(HttpMethod method, string address, object? body = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = method == HttpMethod.Post ? JsonContent.Create(body ?? new { }) : null };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await Send(here, request, Us);
    }

    /// <summary>Goes to the provider and comes back; answers where the browser is sent in the end.</summary>
    public async Task<string> SignIn(string to = "/", string? invitation = null) => await Follow(await GoThere(to, invitation));

    /// <summary>Goes to the provider and through its pages; answers the address that it sends the browser back to.</summary>
    public async Task<Uri> GoThere(string to = "/", string? invitation = null) =>
        invitation is null ? await AskProvider($"/api/sign-in/providers/{provider}?to={Uri.EscapeDataString(to)}") : await Through(new(
            (await Send(HttpMethod.Post, $"/api/sign-in/providers/{provider}", new { token = invitation }).Json())["address"]!.GetValue<string>()));

    /// <summary>Goes to the provider from an address of ours; answers the address that it sends the browser back to.</summary>
    public async Task<Uri> AskProvider(string address)
    {
        using var started = await Get(address);
        return await Through(started.Headers.Location.ShouldNotBeNull());
    }

    /// <summary>Goes through the provider's own pages until it sends the browser back to us.</summary>
    public async Task<Uri> Through(Uri next)
    {
        while (!next.AbsolutePath.StartsWith(ProviderSchemes.Callback, StringComparison.Ordinal))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, next);
            using var answer = await Send(there, request, next);
            next = new Uri(next, answer.Headers.Location.ShouldNotBeNull(await answer.Content.ReadAsStringAsync()));
        }

        return next;
    }

    public async Task<string> Follow(Uri callback)
    {
        using var answer = await Get(callback.PathAndQuery);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.OriginalString;
    }

    public void Dispose()
    {
        there.Dispose();
        here.Dispose();
    }

    private async Task<HttpResponseMessage> Send(HttpClient client, HttpRequestMessage request, Uri site)
    {
        request.Headers.TryAddWithoutValidation("Cookie", cookies.GetCookieHeader(site));
        var answer = await client.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            cookies.SetCookies(site, cookie);
        }

        return answer;
    }
}
