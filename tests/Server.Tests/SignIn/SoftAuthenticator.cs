using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SecurityTracker.ServerTests.SignIn;

/// <summary>An authenticator with one passkey (ES256, no attestation), as a browser would hand its answers on.</summary>
internal sealed class SoftAuthenticator : IDisposable
{
    private const byte UserPresent = 0x01, UserVerified = 0x04, AttestedData = 0x40;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    private uint counter;
    private string? userHandle;

    /// <summary>Where its answers say that they were asked for.</summary>
    public string Origin { get; init; } = "http://localhost";

    /// <summary>The answer to <c>navigator.credentials.create</c>.</summary>
    public JsonObject Create(JsonNode options)
    {
        userHandle = options["user"]!["id"]!.GetValue<string>();
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Data(options["rp"]!["id"]!.GetValue<string>(), UserPresent | UserVerified | AttestedData), .. new byte[16], 0, 32, .. id, .. cose];
        byte[] attestation =
        [
            0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x59, (byte)(data.Length >> 8), (byte)data.Length, .. data,
        ];
        return Credential(new JsonObject
        {
            ["attestationObject"] = Base64Url.EncodeToString(attestation),
            ["clientDataJSON"] = Base64Url.EncodeToString(ClientData("webauthn.create", options)),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>The answer to <c>navigator.credentials.get</c>.</summary>
    public JsonObject Get(JsonNode options)
    {
        counter++;
        var (data, client) = (Data(options["rpId"]?.GetValue<string>() ?? "localhost", UserPresent | UserVerified), ClientData("webauthn.get", options));
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new JsonObject
        {
            ["authenticatorData"] = Base64Url.EncodeToString(data),
            ["clientDataJSON"] = Base64Url.EncodeToString(client),
            ["signature"] = Base64Url.EncodeToString(signature),
            ["userHandle"] = userHandle,
        });
    }

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();

    private byte[] Data(string relyingParty, int flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, counter);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(relyingParty)), (byte)flags, .. count];
    }

    private byte[] ClientData(string type, JsonNode options) => Encoding.UTF8.GetBytes(
        $$"""{"type":"{{type}}","challenge":"{{options["challenge"]!.GetValue<string>()}}","origin":"{{Origin}}","crossOrigin":false}""");

    private JsonObject Credential(JsonObject response) => new()
    {
        ["id"] = Base64Url.EncodeToString(id),
        ["rawId"] = Base64Url.EncodeToString(id),
        ["type"] = "public-key",
        ["authenticatorAttachment"] = "platform",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    };
}
