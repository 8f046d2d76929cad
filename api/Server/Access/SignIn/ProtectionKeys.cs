using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Npgsql;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>The keys of Data Protection in the database, so that every node reads what another wrote.</summary>
public sealed class ProtectionKeys(NpgsqlDataSource database, TimeProvider time) : IXmlRepository
{
    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        using var command = database.CreateCommand("INSERT INTO protection_keys (name, xml, created_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING");
        command.Parameters.Add(Statement.Parameter(friendlyName));
        command.Parameters.Add(Statement.Parameter(element.ToString(SaveOptions.DisableFormatting)));
        command.Parameters.Add(Statement.Parameter(time.GetUtcNow()));
        command.ExecuteNonQuery();
    }
}

/// <summary>
/// The installation's own secret, which never lies in the database: <c>Keys:Secret</c>, 32 characters or more. In development a file
/// in the data folder keeps one.
/// </summary>
public sealed class InstallationSecret(IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>The setting.</summary>
    public const string Setting = "Keys:Secret";

    private readonly Lazy<byte[]> key = new(() => SHA256.HashData(Encoding.UTF8.GetBytes(Read(configuration, environment))));

    /// <summary>The key that the keys are encrypted with (AES-256-GCM).</summary>
    internal byte[] Key => key.Value;

    private static string Read(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration[Setting] is { Length: > 0 } secret)
        {
            return secret;
        }

        if (!environment.IsDevelopment())
        {
            throw new StartRefusedException($"{Setting} is missing.");
        }

        var file = Path.Combine(Directory.CreateDirectory(configuration["data"] ?? ".data").FullName, "installation.key");
        if (!File.Exists(file))
        {
            // Whole or not at all: a server that is killed here, or has no room, must not leave half a secret.
            var half = $"{file}.{Environment.ProcessId}";
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var writer = new StreamWriter(half, options))
            {
                writer.Write(SessionKey.Fresh());
            }

            File.Move(half, file);
        }

        return File.ReadAllText(file) is { Length: > 0 } kept ? kept : throw new StartRefusedException($"{file} is empty: put the secret of this installation there, or delete it where nobody has set up a second factor yet.");
    }
}

/// <summary>Encrypts the keys before they go into the database.</summary>
public sealed class KeyEncryption(InstallationSecret secret) : IXmlEncryptor
{
    /// <inheritdoc/>
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        ArgumentNullException.ThrowIfNull(plaintextElement);
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var (nonce, tag, cipher) = (RandomNumberGenerator.GetBytes(12), new byte[16], new byte[plain.Length]);
        using var aes = new AesGcm(secret.Key, tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag);
        return new(new XElement("encrypted", Convert.ToBase64String([.. nonce, .. tag, .. cipher])), typeof(KeyDecryption));
    }
}

/// <summary>Decrypts them; made by the framework, by its name in the key.</summary>
public sealed class KeyDecryption(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc/>
    public XElement Decrypt(XElement encryptedElement)
    {
        ArgumentNullException.ThrowIfNull(encryptedElement);
        var bytes = Convert.FromBase64String(encryptedElement.Value);
        var plain = new byte[bytes.Length - 28];
        using var aes = new AesGcm(services.GetRequiredService<InstallationSecret>().Key, 16);
        aes.Decrypt(bytes.AsSpan(0, 12), bytes.AsSpan(28), bytes.AsSpan(12, 16), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
