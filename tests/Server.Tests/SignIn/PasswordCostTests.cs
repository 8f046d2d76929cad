using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.ServerTests.SignIn;

public sealed class PasswordCostTests
{
    private const int OfTheCount = 5;

    /// <summary>The servers of the tests hash cheaply; what the program registers does not.</summary>
    [Fact]
    public void A_password_is_hashed_as_often_as_is_advised()
    {
        var services = new ServiceCollection();
        new SignInModule().AddServices(services);
        var hasher = (IPasswordHasher<Account>)services.Last(service => service.ServiceType == typeof(IPasswordHasher<Account>)).ImplementationInstance!;

        var hash = Convert.FromBase64String(hasher.HashPassword(null!, SignInServer.Password));

        BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(OfTheCount)).ShouldBe(210_000u);
    }
}
