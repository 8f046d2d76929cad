using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.Server.SignIn;

/// <summary>
/// A wrong <c>Keys:Secret</c> is noticed when the server starts, and not at the first authenticator code that nobody can check any more:
/// every key that is kept must open with it, and from the first start on there is one.
/// </summary>
internal static class SecretCheck
{
    /// <summary>Throws <see cref="StartRefusedException"/> where the secret is another than the one that the database's keys were encrypted with.</summary>
    public static void Run(IServiceProvider services)
    {
        var decryption = new KeyDecryption(services);
        foreach (var sealedKey in services.GetRequiredService<ProtectionKeys>().GetAllElements().SelectMany(key => key.Descendants("encrypted")))
        {
            Open(decryption, sealedKey);
        }

        services.GetRequiredService<IDataProtectionProvider>().CreateProtector(nameof(SecretCheck)).Protect(nameof(SecretCheck));
    }

    private static void Open(KeyDecryption decryption, XElement sealedKey)
    {
        try
        {
            decryption.Decrypt(sealedKey);
        }
        catch (CryptographicException e)
        {
            throw new StartRefusedException(
                "Keys__Secret is not the secret with which this database's keys were encrypted: set the former one. If it is lost, empty the table protection_keys; people then set up their second factors again.", e);
        }
    }
}
