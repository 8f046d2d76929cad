using Microsoft.AspNetCore.Hosting;
using SecurityTracker.Server.Exchange;

namespace SecurityTracker.ServerTests.Exchange;

/// <summary>A server that knows one authority beside those of the system.</summary>
public sealed class SmimeServer : MailReadingServer
{
    private readonly string folder = Directory.CreateTempSubdirectory("smime").FullName;

    internal SmimeAuthority Authority { get; } = new();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Authority.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        File.WriteAllText(Path.Combine(folder, "authority.pem"), Authority.Certificate.ExportCertificatePem());
        host.UseSetting(SmimeRoots.Setting, folder);
    }
}
