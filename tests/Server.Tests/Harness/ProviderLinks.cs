using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Server.SignIn.Providers;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests;

/// <summary>Accounts elsewhere that were linked before a test begins.</summary>
internal static class ProviderLinks
{
    /// <summary>Links a subject to a person, unless it is linked.</summary>
    public static async Task Linked(this TestServer server, string provider, string subject, Guid personId)
    {
        var links = server.Services.GetRequiredService<ProviderAccounts>();
        if (await links.PersonOf(provider, subject, CancellationToken.None) is null)
        {
            (await server.Database.Run(links.Linking(provider, subject, personId), CancellationToken.None)).ShouldBe(1);
        }
    }
}
