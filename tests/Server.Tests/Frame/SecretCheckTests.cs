using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.ServerTests.Frame;

/// <summary>The secret of an installation is looked at when a server starts, not when the first code is checked.</summary>
[Collection(Shared.Frame)]
public sealed class SecretCheckTests(TestServer server)
{
    [Fact]
    public void Another_secret_than_the_one_of_the_first_start_is_refused()
    {
        using var another = With("another secret than the one that this database knows");

        Should.Throw<StartRefusedException>(() => SecretCheck.Run(another)).Message.ShouldContain("Keys__Secret");
    }

    [Fact]
    public void The_same_secret_starts()
    {
        using var same = With("the installation's secret, of this test server alone");

        SecretCheck.Run(same);
    }

    private ServiceProvider With(string secret) => new ServiceCollection()
        .AddSingleton(server.Services.GetRequiredService<ProtectionKeys>())
        .AddSingleton(server.Services.GetRequiredService<IDataProtectionProvider>())
        .AddSingleton(new InstallationSecret(
            new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Keys:Secret", (string?)secret)]).Build(), new HostingEnvironment { EnvironmentName = Environments.Production }))
        .BuildServiceProvider();
}
