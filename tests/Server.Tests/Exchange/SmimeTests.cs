using System.Net;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Files;
using SecurityTracker.Server.Exchange;
using SecurityTracker.Server.Postgres;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Files;

namespace SecurityTracker.ServerTests.Exchange;

public sealed class SmimeTests(SmimeServer server) : IClassFixture<SmimeServer>
{
    private const string Sha1 = "1.3.14.3.2.26";
    private static readonly byte[] Content = SmimeMails.Content("了承します。");

    private Guid contract;

    private HttpClient Client => server.As(Role.CONTRACTOR_OFFICER);

    [Fact]
    public async Task A_signature_of_the_sender_by_a_known_issuer_is_valid()
    {
        using var certificate = server.Authority.Issue(SmimeMails.Sender);

        var mail = await Read(SmimeMails.Beside(Content, certificate));

        Said(mail).ShouldBe("VALID another@example.go.jp Test Authority");
        Said(await Read(SmimeMails.Beside(Content, certificate).With("\r\n", "\n"))).ShouldStartWith("VALID", customMessage: "line ends are lost in many a folder");
        (mail["text"]!.GetValue<string>(), mail["notKept"]!.AsArray().Count, mail["dkim"]!["result"]!.GetValue<string>()).ShouldBe(("了承します。", 0, "NONE"));
        var id = mail["file"]!["id"]!.GetValue<Guid>();
        Said(await Client.GetAsync($"/api/mail-readings/{id}").Json()).ShouldBe(Said(mail));
        using var scope = server.Services.CreateScope();
        (await scope.ServiceProvider.GetRequiredService<KeptMails>().Proof(contract, id, default)).ShouldNotBeNull().Smime.ShouldBe(SmimeResult.VALID);
    }

    [Fact]
    public async Task What_another_program_signs_is_valid_in_every_form()
    {
        var folder = Repository.At("tests", "Server.Tests", "Exchange", "signed-smime");
        using var authority = X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(Path.Combine(folder, "authority.pem")));
        foreach (var file in Directory.EnumerateFiles(folder, "*.eml"))
        {
            var parts = MailParts.Of(await File.ReadAllBytesAsync(file));

            SmimeSignature.Check(parts, [authority.RawData], new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)).ShouldBe(new(SmimeResult.VALID, SmimeMails.Sender, "CA"), file);
            EmlReader.Read(await File.ReadAllBytesAsync(file)).Value!.Text.ShouldBe("了承します。", file);
        }
    }

    [Fact]
    public async Task A_mail_within_its_signature_is_read_in_its_own_encoding()
    {
        using var certificate = server.Authority.Issue(SmimeMails.Sender);
        var content = SmimeMails.Content("髙橋です。①了承します。", "Windows-31J", CodePagesEncodingProvider.Instance.GetEncoding(932));

        var mail = await Read(SmimeMails.Around(content, certificate));

        Said(mail).ShouldStartWith("VALID");
        (mail["text"]!.GetValue<string>(), mail["textNotRead"], mail["notKept"]!.AsArray().Count).ShouldBe(("髙橋です。①了承します。", null, 0));
    }

    [Fact]
    public async Task Who_is_not_known_and_what_is_not_for_mail_proves_nothing()
    {
        using var elsewhere = new SmimeAuthority("Elsewhere");
        using var unknown = elsewhere.Issue(SmimeMails.Sender);
        using var forServers = server.Authority.Issue(SmimeMails.Sender, purpose: "1.3.6.1.5.5.7.3.1");

        Said(await Read(SmimeMails.Beside(Content, unknown))).ShouldBe("UNKNOWN_ISSUER another@example.go.jp Elsewhere");
        Said(await Read(SmimeMails.Beside(Content, forServers))).ShouldStartWith("UNKNOWN_ISSUER");
    }

    [Fact]
    public async Task An_authority_below_a_known_one_is_known()
    {
        using var below = new SmimeAuthority("Below", server.Authority);
        using var certificate = below.Issue(SmimeMails.Sender);
        var cms = new SignedCms(new ContentInfo(Content), detached: true);
        cms.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate) { IncludeOption = X509IncludeOption.EndCertOnly, Certificates = { below.Certificate } });

        Said(await Read(SmimeMails.Beside(Content, cms.Encode()))).ShouldBe("VALID another@example.go.jp Below");
    }

    [Fact]
    public async Task Another_sender_than_the_certificates_is_said()
    {
        using var another = server.Authority.Issue("other@meti.example.go.jp");
        using var nobody = server.Authority.Issue(mail: null);
        using var own = server.Authority.Issue(SmimeMails.Sender);

        Said(await Read(SmimeMails.Beside(Content, another))).ShouldBe("OTHER_SENDER another@example.go.jp Test Authority");
        Said(await Read(SmimeMails.Beside(Content, nobody))).ShouldBe("OTHER_SENDER Tanto Test Authority");
        Said(await Read(SmimeMails.Beside(Content, own).With("To: taro", $"From: <minister@example.go.jp>\r\nTo: taro"))).ShouldStartWith("OTHER_SENDER");
    }

    [Fact]
    public async Task A_certificate_counts_as_it_was_when_the_mail_was_received()
    {
        using var before = server.Authority.Issue(SmimeMails.Sender, until: new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero));

        Said(await Read(SmimeMails.Beside(Content, before))).ShouldStartWith("EXPIRED");
        Said(await Read(SmimeMails.Beside(Content, before).With("20 Nov 2026 11:00:05", "19 Nov 2026 11:00:05"))).ShouldStartWith("VALID");
    }

    public static TheoryData<string> Broken => ["changed", "another content in the signature", "no signature", "cut off", "the digest of another"];

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task What_does_not_hold_is_refused_and_nothing_is_kept(string how)
    {
        using var certificate = server.Authority.Issue(SmimeMails.Sender);
        var signature = SmimeMails.Sign(Content, detached: true, null, certificate);
        var mail = how switch
        {
            "changed" => SmimeMails.Beside(SmimeMails.Content("不可とします。"), signature),
            "another content in the signature" => SmimeMails.Beside(SmimeMails.Content("不可とします。"), SmimeMails.Sign(Content, detached: false, null, certificate)),
            "no signature" => SmimeMails.Beside(Content, [0x30, 0x80, 0x06]),
            "cut off" => SmimeMails.Sealed(SmimeMails.Sign(Content, detached: false, null, certificate)[..^9], "signed-data"),
            _ => SmimeMails.Beside(Content, SmimeMails.Sign(SmimeMails.Content("承認します。"), detached: true, null, certificate)),
        };
        var id = (await Client.Register()).Id;
        var before = await Files();

        await Client.Upload($"/api/contracts/{id}/mail-readings", mail, "a.eml").Refuses(422, "mail-smime-broken");

        (await Files()).ShouldBe(before);
    }

    [Fact]
    public async Task Of_two_signers_the_senders_counts_and_neither_may_be_broken()
    {
        using var elsewhere = new SmimeAuthority("Elsewhere");
        using var unknown = elsewhere.Issue(SmimeMails.Sender);
        using var own = server.Authority.Issue(SmimeMails.Sender);
        var cms = new SignedCms();
        cms.Decode(SmimeMails.Sign(Content, detached: false, null, own, unknown));
        var both = cms.Encode();

        Said(await Read(SmimeMails.Sealed(both, "signed-data"))).ShouldStartWith("VALID");
        var value = cms.SignerInfos[0].GetSignature();
        var at = both.AsSpan().IndexOf(value);
        both[at + 20] ^= 1;
        await Client.Upload($"/api/contracts/{contract}/mail-readings", SmimeMails.Sealed(both, "signed-data"), "a.eml").Refuses(422, "mail-smime-broken");
        Said(await Read(SmimeMails.Around(Content, own, unknown, own, unknown, own))).ShouldStartWith("NOT_POSSIBLE");
    }

    [Fact]
    public async Task What_is_not_a_proof_of_the_whole_mail_is_none()
    {
        using var certificate = server.Authority.Issue(SmimeMails.Sender);
        var weak = SmimeMails.Beside(Content, SmimeMails.Sign(Content, detached: true, Sha1, certificate));
        var smuggled = SmimeMails.Beside(Content, SmimeMails.Sign(Content, detached: true, null, certificate), "--b\r\nContent-Type: text/plain\r\n\r\nand pay\r\n");

        Said(await Read(weak)).ShouldStartWith("NONE");
        var mail = await Read(smuggled);
        (Said(mail)[..4], mail["notKept"]![0]!["code"]!.GetValue<string>()).ShouldBe(("NONE", "smime-signature"));
    }

    [Fact]
    public async Task What_is_encrypted_or_lies_deeper_stays_in_the_mail()
    {
        using var certificate = server.Authority.Issue(SmimeMails.Sender);
        var enveloped = new EnvelopedCms(new ContentInfo(Content));
        enveloped.Encrypt(new CmsRecipient(certificate));
        var nested = Content;
        for (var depth = 0; depth < 20; depth++)
        {
            nested = Encoding.ASCII.GetBytes(SmimeMails.Entity(SmimeMails.Sign(nested, detached: false, null, certificate), "signed-data"));
        }

        var sealedMail = await Read(SmimeMails.Sealed(enveloped.Encode(), "enveloped-data"));
        (Said(sealedMail)[..12], sealedMail["textNotRead"]!["code"]!.GetValue<string>()).ShouldBe(("NOT_POSSIBLE", "smime-not-readable"));
        var deep = await Read(SmimeMails.Around(nested, certificate));
        (Said(deep)[..5], deep["notKept"]![0]!["code"]!.GetValue<string>()).ShouldBe(("VALID", "smime-not-readable"));
    }

    [Fact]
    public async Task Hostile_signatures_are_read_or_refused_and_the_next_mail_is_read()
    {
        using var certificate = server.Authority.Issue(SmimeMails.Sender);
        byte[][] hostile =
        [
            SmimeMails.Around(SmimeMails.Content(new string('了', 4_000_000)), certificate),
            SmimeMails.Sealed([.. Enumerable.Repeat((byte)0x30, 4_000_000)], "signed-data"),
            SmimeMails.Sealed([.. Enumerable.Repeat<byte[]>([0x30, 0x80], 2_000_000).SelectMany(b => b)], "signed-data"),
            SmimeMails.Beside(Content, [.. Enumerable.Repeat((byte)0x24, 1_000_000)]),
        ];
        Said(await Read(SmimeMails.Beside(Content, certificate))).ShouldStartWith("VALID");
        foreach (var mail in hostile.Concat(Mutants.Of(SmimeMails.Around(Content, certificate), 20)).Concat(Mutants.Of(SmimeMails.Beside(Content, certificate), 20)))
        {
            using var answer = await Client.Upload($"/api/contracts/{contract}/mail-readings", mail, "a.eml");
            ((int)answer.StatusCode).ShouldBeOneOf(201, 422);
        }

        Said(await Read(SmimeMails.Beside(Content, certificate))).ShouldStartWith("VALID");
    }

    [Fact]
    public async Task A_mail_that_was_read_in_before_signatures_were_looked_at_says_nothing_of_them()
    {
        using var certificate = server.Authority.Issue(SmimeMails.Sender);
        var id = (await Read(SmimeMails.Beside(Content, certificate)))["file"]!["id"]!.GetValue<Guid>();
        await using var older = server.Database.CreateCommand("WITH t AS (UPDATE mail_texts SET reading = reading - 'smime' WHERE file_id = $1) UPDATE mail_readings SET smime = NULL WHERE file_id = $1");
        older.Parameters.Add(new() { Value = id });
        (await older.ExecuteNonQueryAsync()).ShouldBe(1);

        var mail = await Client.GetAsync($"/api/mail-readings/{id}").Json();

        (mail["smime"], mail["text"]!.GetValue<string>()).ShouldBe((null, "了承します。"));
        using var scope = server.Services.CreateScope();
        (await scope.ServiceProvider.GetRequiredService<KeptMails>().Proof(contract, id, default)).ShouldNotBeNull().Smime.ShouldBeNull();
    }

    [Fact]
    public void A_folder_that_cannot_be_meant_stops_the_start()
    {
        var folder = Directory.CreateTempSubdirectory("roots").FullName;
        File.WriteAllText(Path.Combine(folder, "a.pem"), "no certificate");

        foreach (var wrong in new[] { folder, Path.Combine(folder, "nowhere") })
        {
            Should.Throw<StartRefusedException>(() => new SmimeRoots(new ConfigurationBuilder().AddInMemoryCollection([new(SmimeRoots.Setting, wrong)]).Build())).Message.ShouldContain("Smime__Authorities");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string Said(JsonNode mail) => $"{mail["smime"]!["result"]} {mail["smime"]!["signer"]} {mail["smime"]!["issuer"]}";

    private async Task<JsonNode> Read(byte[] mail)
    {
        contract = contract == Guid.Empty ? (await Client.Register()).Id : contract;
        return await Client.Upload($"/api/contracts/{contract}/mail-readings", mail, "a.eml").Json(HttpStatusCode.Created);
    }

    private async Task<long> Files()
    {
        await using var count = server.Database.CreateCommand("SELECT (SELECT count(*) FROM files) + (SELECT count(*) FROM mail_readings) + (SELECT count(*) FROM mt_events)");
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
