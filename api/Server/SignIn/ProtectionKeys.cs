using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Npgsql;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>The keys of Data Protection in the database, so that every node reads what another wrote.</summary>
internal sealed class ProtectionKeys(NpgsqlDataSource database, TimeProvider time) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.CreateCommand("SELECT xml FROM protection_keys ORDER BY created_at");
        using var row = command.ExecuteReader();
        var found = new List<XElement>();
        while (row.Read())
        {
            found.Add(XElement.Parse(row.GetString(0)));
        }

        return found;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.CreateCommand("INSERT INTO protection_keys (name, xml, created_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING");
        command.Parameters.Add(SqlStatement.Parameter(friendlyName));
        command.Parameters.Add(SqlStatement.Parameter(element.ToString(SaveOptions.DisableFormatting)));
        command.Parameters.Add(SqlStatement.Parameter(time.GetUtcNow()));
        command.ExecuteNonQuery();
    }
}

/// <summary>Encrypts the keys before they go into the database.</summary>
internal sealed class KeyEncryption(InstallationSecret secret) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var (nonce, tag, cipher) = (RandomNumberGenerator.GetBytes(12), new byte[16], new byte[plain.Length]);
        using var aes = new AesGcm(secret.Key, tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag);
        return new(new XElement("encrypted", Convert.ToBase64String([.. nonce, .. tag, .. cipher])), typeof(KeyDecryption));
    }
}

/// <summary>Decrypts them; made by the framework, by its full name in the key: who moves it also moves the keys that are there (0007).</summary>
internal sealed class KeyDecryption(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var bytes = Convert.FromBase64String(encryptedElement.Value);
        var plain = new byte[bytes.Length - 28];
        using var aes = new AesGcm(services.GetRequiredService<InstallationSecret>().Key, 16);
        aes.Decrypt(bytes.AsSpan(0, 12), bytes.AsSpan(28), bytes.AsSpan(12, 16), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
