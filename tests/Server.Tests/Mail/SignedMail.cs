using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SecurityTracker.ServerTests.Mail;

/// <summary>
/// Verifies signatures of mails by RFC 6376 §3.4.2, §3.4.4 and §3.7, with nothing of the libraries that made them: text, SHA-256, and the
/// arithmetic of .NET (RSA) or OpenSSL (Ed25519).
/// </summary>
internal sealed partial class SignedMail
{
    private readonly IReadOnlyList<(string Name, string Value)> fields;
    private readonly string body;

    /// <summary>A mail as it came over the wire.</summary>
    public SignedMail(string source)
    {
        var halves = source.ReplaceLineEndings("\r\n").Split("\r\n\r\n", 2);
        fields = [.. Unfolding().Replace(halves[0], "").Split("\r\n").Where(line => line.Length > 0).Select(line => line.Split(':', 2)).Select(parts => (parts[0], parts[1]))];
        body = halves[1];
    }

    /// <summary>The signatures that it bears: algorithm, domain, selector.</summary>
    public IReadOnlyList<(string Algorithm, string Domain, string Selector)> Signatures => [.. Tags.Select(tags => (tags["a"], tags["d"], tags["s"]))];

    /// <summary>The names of the fields that a signature covers, lower case.</summary>
    public IReadOnlyList<string> Covered(string selector) => [.. Of(selector)["h"].Split(':').Select(name => name.Trim().ToLowerInvariant())];

    /// <summary>Whether the owner of a public key made the signature under a selector over this very mail.</summary>
    /// <param name="selector">Which signature.</param>
    /// <param name="publicKey">PEM.</param>
    public async Task<bool> IsBy(string selector, string publicKey)
    {
        var tags = Of(selector);
        if (tags["c"] != "relaxed/relaxed" || Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(RelaxedBody()))) != tags["bh"])
        {
            return false;
        }

        var own = fields.First(field => IsSignature(field) && Read(field.Value)["s"] == selector);
        var text = new StringBuilder();
        var left = fields.ToList();
        foreach (var name in tags["h"].Split(':'))
        {
            // Of fields of one name the last is taken first; a name without a field is signed as being absent.
            var at = left.FindLastIndex(field => field.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
            if (at >= 0)
            {
                text.Append(Relaxed(left[at])).Append("\r\n");
                left.RemoveAt(at);
            }
        }

        text.Append(Relaxed((own.Name, Proof().Replace(own.Value, ""))));
        var (signed, proof) = (Encoding.UTF8.GetBytes(text.ToString()), Convert.FromBase64String(tags["b"]));
        return tags["a"] == "rsa-sha256" ? OfRsa(signed, proof, publicKey) : await OfEd25519(SHA256.HashData(signed), proof, publicKey);
    }

    private static bool OfRsa(byte[] signed, byte[] proof, string publicKey)
    {
        using var key = RSA.Create();
        key.ImportFromPem(publicKey);
        return key.VerifyData(signed, proof, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    // RFC 8463: what is signed is the hash.
    private static async Task<bool> OfEd25519(byte[] hash, byte[] proof, string publicKey)
    {
        var folder = Directory.CreateTempSubdirectory("ed25519");
        string At(string name) => Path.Combine(folder.FullName, name);
        await File.WriteAllBytesAsync(At("hash"), hash);
        await File.WriteAllBytesAsync(At("proof"), proof);
        await File.WriteAllTextAsync(At("key.pem"), publicKey);
        var run = await OpenSsl("pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", At("key.pem"), "-in", At("hash"), "-sigfile", At("proof"));
        folder.Delete(recursive: true);
        return run == 0;
    }

    /// <summary>Runs OpenSSL; its exit code.</summary>
    public static async Task<int> OpenSsl(params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private IEnumerable<Dictionary<string, string>> Tags => fields.Where(IsSignature).Select(signature => Read(signature.Value));

    private Dictionary<string, string> Of(string selector) => Tags.Single(tags => tags["s"] == selector);

    private static bool IsSignature((string Name, string Value) field) => field.Name.Equals("DKIM-Signature", StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, string> Read(string value) => value.Split(';').Where(tag => tag.Contains('=', StringComparison.Ordinal)).Select(tag => tag.Split('=', 2))
        .ToDictionary(tag => tag[0].Trim(), tag => Spaces().Replace(tag[1], ""), StringComparer.Ordinal);

    private static string Relaxed((string Name, string Value) field) => $"{field.Name.Trim().ToLowerInvariant()}:{Spaces().Replace(field.Value, " ").Trim()}";

    private string RelaxedBody()
    {
        var lines = body.Split("\r\n").Select(line => SpacesInLine().Replace(line, " ").TrimEnd(' ')).ToList();
        while (lines.Count > 0 && lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return string.Concat(lines.Select(line => line + "\r\n"));
    }

    [GeneratedRegex(@"\r\n(?=[ \t])", RegexOptions.None, 1000)]
    private static partial Regex Unfolding();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[ \t]+", RegexOptions.None, 1000)]
    private static partial Regex SpacesInLine();

    // b= and not bh=: its value counts as empty.
    [GeneratedRegex(@"(?<=\bb=)[^;]*", RegexOptions.None, 1000)]
    private static partial Regex Proof();
}
