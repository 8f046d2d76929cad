using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Postgres;
using SecurityTracker.ServerTests.Form;

namespace SecurityTracker.ServerTests.Mail;

/// <summary>Mail to a real mail server that wants TLS and a sign-in.</summary>
public sealed class SmtpTests : IDisposable
{
    private static readonly OutgoingMail Letter = new([new("taro@example.go.jp", "太郎")], "招待のお知らせ", "こんにちは");
    private readonly string folder = Directory.CreateTempSubdirectory("smtp").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("STARTTLS")]
    [InlineData("TLS")]
    public async Task A_mail_goes_out_encrypted_and_signed_in(string security)
    {
        using var server = await Start(security);

        (await Room(server.Port, security).Send(Letter, default)).Delivery.ShouldBe(MailDelivery.SENT);

        var taken = JsonNode.Parse((await server.Process.StandardOutput.ReadLineAsync())!)!;
        taken["to"]![0]!.GetValue<string>().ShouldBe("taro@example.go.jp");
        EmlReader.Read(Convert.FromBase64String(taken["mail"]!.GetValue<string>())).Value!.Subject.ShouldBe("招待のお知らせ");
    }

    [Fact]
    public async Task What_is_signed_is_proved_by_who_has_the_public_key_and_by_nobody_once_it_was_changed()
    {
        using var server = await Start("STARTTLS");
        var (rsa, ed25519) = (await NewKey("rsa", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"), await NewKey("ed25519", "ED25519"));
        var letter = new OutgoingMail([new("taro@example.go.jp", "髙﨑　𠮷乃")], "【要対応】報告書の作成（期限 2026年10月15日）ほか3件", "こんにちは。\n　字下げ  と  空白 \n\n")
        {
            Html = "<p>こんにちは。</p>", IsAutomatic = true, UnsubscribeAt = new("https://tracker.example.go.jp/api/unsubscribe/x"),
            Attachments = [new("別紙　報告書（上期）.txt", "text/plain", "中身"u8.ToArray())],
        };
        var room = Rooms.At(server.Port, "STARTTLS", "secret", Path.Combine(folder, "certificate.pem"), ("first", rsa.Private), ("second", ed25519.Private));

        (await room.Send(letter, default)).Delivery.ShouldBe(MailDelivery.SENT);

        var source = Encoding.UTF8.GetString(Convert.FromBase64String(JsonNode.Parse((await server.Process.StandardOutput.ReadLineAsync())!)!["mail"]!.GetValue<string>()));
        var mail = new SignedMail(source);
        mail.Signatures.Order().ShouldBe([("ed25519-sha256", "example.go.jp", "second"), ("rsa-sha256", "example.go.jp", "first")]);
        foreach (var (selector, key, other) in new[] { ("first", rsa.Public, ed25519.Public), ("second", ed25519.Public, rsa.Public) })
        {
            (await mail.IsBy(selector, key)).ShouldBeTrue(selector);
            new[] { "from", "to", "subject", "date", "message-id", "content-type", "auto-submitted", "list-unsubscribe", "list-unsubscribe-post" }.Except(mail.Covered(selector)).ShouldBeEmpty();
            foreach (var (from, to) in new[] { ("Subject: ", "Subject: x"), ("To: ", "To: x"), ("44GT", "44GU"), ("Auto-Submitted: auto-generated", "Auto-Submitted: no") })
            {
                source.ShouldContain(from);
                (await new SignedMail(source.Replace(from, to, StringComparison.Ordinal)).IsBy(selector, key)).ShouldBeFalse($"{selector}: {from}");
            }
        }

        var (strange, _) = await NewKey("strange", "RSA", "-pkeyopt", "rsa_keygen_bits:2048");
        (await mail.IsBy("first", await File.ReadAllTextAsync(Path.Combine(folder, "strange.pub")))).ShouldBeFalse(strange);
        var read = EmlReader.Read(Encoding.UTF8.GetBytes(source)).Value!;
        (read.To.Single().Name, read.Attachments.Single().Name).ShouldBe(("髙﨑　𠮷乃", "別紙　報告書（上期）.txt"));
    }

    [Theory]
    [InlineData("Selector", "not a name")]
    [InlineData("Selector", "")]
    [InlineData("KeyFile", "/nowhere.pem")]
    [InlineData("KeyFile", "certificate")]
    [InlineData("KeyFile", "public")]
    [InlineData("KeyFile", "short")]
    public async Task A_key_that_cannot_be_signed_by_stops_the_start(string name, string value)
    {
        using var certificate = await Certify();
        var key = await NewKey("key", "RSA", "-pkeyopt", "rsa_keygen_bits:2048");
        var file = value switch
        {
            "certificate" => Path.Combine(folder, "certificate.pem"),
            "public" => Path.Combine(folder, "key.pub"),
            "short" => (await NewKey("short", "RSA", "-pkeyopt", "rsa_keygen_bits:1024")).Private,
            _ => value,
        };
        Should.Throw<StartRefusedException>(() => Rooms.Of(new()
        {
            ["Mail:Host"] = "mail.example.com", ["Mail:From"] = "a@example.com", ["Mail:Dkim:0:Selector"] = "first", ["Mail:Dkim:0:KeyFile"] = key.Private, [$"Mail:Dkim:0:{name}"] = file,
        })).Message.ShouldContain($"Mail__Dkim__0__{name}");
    }

    [Fact]
    public async Task What_stands_in_the_way_is_a_failure_and_no_exception()
    {
        using var server = await Start("STARTTLS");

        var (delivery, answer) = await Room(server.Port, "STARTTLS", password: "wrong").Send(Letter, default);
        (delivery, answer?.Code).ShouldBe((MailDelivery.FAILED, 535));
        (await Room(server.Port, "STARTTLS", trusted: false).Send(Letter, default)).Delivery.ShouldBe(MailDelivery.FAILED);
        (await Room(server.Port, "NONE").Send(Letter, default)).Delivery.ShouldBe(MailDelivery.FAILED);
        (await Room(9, "STARTTLS").Send(Letter, default)).Delivery.ShouldBe(MailDelivery.FAILED);
    }

    [Fact]
    public async Task What_is_said_before_the_encryption_is_not_taken_for_what_is_said_after_it()
    {
        using var certificate = await Certify();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var heard = Serve(listener, certificate);

        (await Room(((IPEndPoint)listener.LocalEndpoint).Port, "STARTTLS").Send(Letter, default)).Delivery.ShouldBe(MailDelivery.SENT);

        (await heard).ShouldContain("AUTH PLAIN AHVzZXIAc2VjcmV0");
    }

    [Fact]
    public async Task Without_a_mail_server_nothing_is_sent()
    {
        var room = Rooms.Of([]);

        room.IsOpen.ShouldBeFalse();
        (await room.Send(Letter, default)).Delivery.ShouldBe(MailDelivery.NOT_CONFIGURED);
    }

    public static TheoryData<string, string> Unmeant => new()
    {
        { "Mail:Security", "NONE" }, { "Mail:From", "nobody" }, { "Mail:CertificateAuthority", "/nowhere.pem" },
    };

    [Theory]
    [MemberData(nameof(Unmeant))]
    public void Settings_that_cannot_be_meant_stop_the_start(string name, string value) => Should.Throw<StartRefusedException>(() => Rooms.Of(
        new() { ["Mail:Host"] = "mail.example.com", ["Mail:From"] = "a@example.com", [name] = value }));

    /// <summary>A pair of keys made by OpenSSL: the file of the private one, the text of the public one.</summary>
    private async Task<(string Private, string Public)> NewKey(string name, params IReadOnlyList<string> algorithm)
    {
        var (secret, open) = (Path.Combine(folder, name + ".pem"), Path.Combine(folder, name + ".pub"));
        (await SignedMail.OpenSsl([.. (string[])["genpkey", "-algorithm"], .. algorithm, "-out", secret])).ShouldBe(0);
        (await SignedMail.OpenSsl("pkey", "-in", secret, "-pubout", "-out", open)).ShouldBe(0);
        return (secret, await File.ReadAllTextAsync(open));
    }

    private MailRoom Room(int port, string security, string password = "secret", bool trusted = true) =>
        Rooms.At(port, security, password, trusted ? Path.Combine(folder, "certificate.pem") : null);

    private async Task<RunningServer> Start(string security)
    {
        using var certificate = await Certify();
        using var key = certificate.GetRSAPrivateKey()!;
        await File.WriteAllTextAsync(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        var process = Process.Start(new ProcessStartInfo(Renderer.Runtime.Node)
        {
            ArgumentList = { Repository.At("tests", "Server.Tests", "Mail", "smtp-server.mjs"), Repository.At("infra", "runtime"), Path.Combine(folder, "key.pem"), Path.Combine(folder, "certificate.pem"), security },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        return new(process, int.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture));
    }

    /// <summary>A mail server of which somebody on the way adds, still in the open, an answer that offers no sign-in.</summary>
    /// <returns>What was said to it under encryption.</returns>
    private static async Task<IReadOnlyList<string>> Serve(TcpListener listener, X509Certificate2 certificate)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var open = client.GetStream();
        using var inTheOpen = new StreamReader(open);
        await Say(open, "220 here\r\n");
        await inTheOpen.ReadLineAsync();
        await Say(open, "250-here\r\n250 STARTTLS\r\n");
        await inTheOpen.ReadLineAsync();
        await Say(open, "220 go on\r\n250-here\r\n250 AUTH NONE\r\n");
        await using var hidden = new SslStream(open);
        await hidden.AuthenticateAsServerAsync(certificate);
        using var reader = new StreamReader(hidden);
        var heard = new List<string>();
        while (heard.LastOrDefault() != "QUIT" && await reader.ReadLineAsync() is { } line)
        {
            heard.Add(line);
            var isContent = heard.Contains("DATA") && line is not ("DATA" or "." or "QUIT");
            await Say(hidden, isContent ? "" : line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-here\r\n250 AUTH PLAIN\r\n"
                : line.StartsWith("AUTH", StringComparison.Ordinal) ? "235 ok\r\n" : line == "DATA" ? "354 go on\r\n" : line == "QUIT" ? "221 bye\r\n" : "250 ok\r\n");
        }

        return heard;
    }

    private static async Task Say(Stream stream, string answer) => await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));

    /// <summary>A certificate of this machine with its key; without the key it lies in the folder.</summary>
    private async Task<X509Certificate2> Certify()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await File.WriteAllTextAsync(Path.Combine(folder, "certificate.pem"), certificate.ExportCertificatePem());
        return certificate;
    }

    private sealed record RunningServer(Process Process, int Port) : IDisposable
    {
        public void Dispose()
        {
            Process.Kill();
            Process.Dispose();
        }
    }
}
