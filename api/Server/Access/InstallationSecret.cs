using System.Security.Cryptography;
using System.Text;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.Server.Access;

/// <summary>
/// The installation's own secret, which never lies in the database: <c>Keys:Secret</c>, 32 characters or more. In development a file
/// in the data folder keeps one.
/// </summary>
internal sealed class InstallationSecret(IConfiguration configuration, IHostEnvironment environment)
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
                writer.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
            }

            File.Move(half, file);
        }

        return File.ReadAllText(file) is { Length: > 0 } kept ? kept : throw new StartRefusedException($"{file} is empty: put the secret of this installation there, or delete it where nobody has set up a second factor yet.");
    }
}
