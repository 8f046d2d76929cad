using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.Server.Exchange;

/// <summary>
/// From whom the certificates of S/MIME signatures may come: the authorities that the system knows, and those in the folder
/// <c>Smime:Authorities</c> (files *.pem). They are read when the server starts.
/// </summary>
internal sealed class SmimeRoots(IConfiguration configuration)
{
    /// <summary>The setting that names the folder.</summary>
    public const string Setting = "Smime:Authorities";

    /// <summary>The certificates, DER. A folder that cannot be read, and a file without a certificate, is a <see cref="StartRefusedException"/>.</summary>
    public IReadOnlyList<byte[]> Certificates { get; } = [.. OfSystem().Concat(In(configuration[Setting])).DistinctBy(Convert.ToBase64String)];

    private static List<byte[]> OfSystem()
    {
        using var store = new X509Store(StoreName.Root, StoreLocation.LocalMachine);
        store.Open(OpenFlags.ReadOnly);
        return RawOf(store.Certificates);
    }

    private static IEnumerable<byte[]> In(string? folder)
    {
        try
        {
            return string.IsNullOrEmpty(folder) ? [] : [.. Directory.EnumerateFiles(folder, "*.pem").SelectMany(Of)];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"Smime__Authorities: the folder {folder} cannot be read.", unreadable);
        }
    }

    private static List<byte[]> Of(string file)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPemFile(file);
        }
        catch (CryptographicException)
        {
            certificates.Clear();
        }

        return certificates.Count > 0 ? RawOf(certificates) : throw new StartRefusedException($"Smime__Authorities: {file} holds no certificate that can be read.");
    }

    private static List<byte[]> RawOf(X509Certificate2Collection certificates)
    {
        var raw = certificates.Select(certificate => certificate.RawData).ToList();
        foreach (var certificate in certificates)
        {
            certificate.Dispose();
        }

        return raw;
    }
}
