using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace SecurityTracker.Server.Access.Providers;

/// <summary>A public key that a provider signs with (RFC 7517): RSA of 2048 bits and more, or P-256.</summary>
/// <param name="Id">Its <c>kid</c>, or null.</param>
public sealed record ProviderKey(string? Id, string? Algorithm, RSAParameters? Rsa, ECParameters? Curve)
{
    private const int SmallestModulus = 2048 / 8;

    /// <summary>The keys of a set that can sign id_tokens; what is not understood is passed over.</summary>
    public static IReadOnlyList<ProviderKey> ReadSet(JsonObject set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return set["keys"] is JsonArray keys ? [.. keys.OfType<JsonObject>().Select(Read).OfType<ProviderKey>()] : [];
    }

    /// <summary>Whether a signature of this algorithm can be this key's: an RSA key never checks an HMAC, whatever the token says.</summary>
    public bool Fits(string algorithm) =>
        (Algorithm is null || Algorithm == algorithm) && algorithm switch
        {
            "RS256" or "PS256" => Rsa is not null,
            "ES256" => Curve is not null,
            _ => false,
        };

    /// <summary>Whether a signature is this key's over some data.</summary>
    public bool Verifies(string algorithm, byte[] data, byte[] signature)
    {
        if (Curve is { } curve)
        {
            using var ec = ECDsa.Create(curve);
            return ec.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }

        using var rsa = RSA.Create(Rsa!.Value);
        return rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, algorithm == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);
    }

    private static ProviderKey? Read(JsonObject key)
    {
        var (use, id, algorithm) = (IdToken.Text(key, "use"), IdToken.Text(key, "kid"), IdToken.Text(key, "alg"));
        if (use is not (null or "sig"))
        {
            return null;
        }

        try
        {
            return IdToken.Text(key, "kty") switch
            {
                "RSA" when Bytes(key, "n") is { } modulus && modulus.Length >= SmallestModulus =>
                    new(id, algorithm, new RSAParameters { Modulus = modulus, Exponent = Bytes(key, "e") }, Curve: null),
                "EC" when IdToken.Text(key, "crv") == "P-256" =>
                    new(id, algorithm, Rsa: null, new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Bytes(key, "x"), Y = Bytes(key, "y") } }),
                _ => null,
            };
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static byte[]? Bytes(JsonObject key, string name) => IdToken.Text(key, name) is { } text ? Base64Url.DecodeFromChars(text) : null;
}
