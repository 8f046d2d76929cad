using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using SecurityTracker.Domain.Files;
using SecurityTracker.Server.Exchange;

namespace SecurityTracker.ServerTests.Exchange;

public sealed class DkimVerifierTests : IDisposable
{
    private const string Rfc8463 = """
        DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
         d=football.example.com; i=@football.example.com;
         q=dns/txt; s=brisbane; t=1528637909; h=from : to :
         subject : date : message-id : from : subject : date;
         bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
         b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus
         Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==
        From: Joe SixPack <joe@football.example.com>
        To: Suzie Q <suzie@shopping.example.net>
        Subject: Is dinner ready?
        Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
        Message-ID: <20030712040037.46341.5F8J@football.example.com>

        Hi.

        We lost the game.  Are you hungry yet?

        Joe.

        """;

    private readonly LoopbackDns dns = new();
    private readonly DkimVerifier verifier;

    public DkimVerifierTests()
    {
        dns.Texts[SignedMails.KeyName] = SignedMails.Key;
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Dns:Server", dns.Address)]).Build();
        verifier = new(new DnsResolver(settings, NullLogger<DnsResolver>.Instance));
    }

    public void Dispose() => dns.Dispose();

    [Fact]
    public async Task A_mail_as_it_was_signed_passes()
    {
        var finding = await verifier.Verify(SignedMails.Sign(SignedMails.Answer()), default);

        (finding.Result, finding.Domain, finding.Aligned).ShouldBe((DkimResult.PASS, SignedMails.Domain, true));
        finding.Uncovered.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_other_programs_sign_passes_in_every_form()
    {
        dns.Texts[SignedMails.KeyName] = "v=DKIM1; p=" + await File.ReadAllTextAsync(Repository.At("tests", "Server.Tests", "Exchange", "signed", "key.txt"));
        foreach (var file in Directory.EnumerateFiles(Repository.At("tests", "Server.Tests", "Exchange", "signed"), "*.eml"))
        {
            var mail = await File.ReadAllBytesAsync(file);

            (await verifier.Verify(mail, default)).Result.ShouldBe(DkimResult.PASS, file);
            (await verifier.Verify(mail.With("\r\n", "\n"), default)).Result.ShouldBe(DkimResult.PASS, file);
            (await verifier.Verify(mail.With("11:00:00", "10:00:00"), default)).Result.ShouldBe(DkimResult.FAIL, file);
        }
    }

    [Fact]
    public async Task Ed25519_passes_as_in_rfc_8463()
    {
        dns.Texts["brisbane._domainkey.football.example.com"] = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
        var mail = Encoding.ASCII.GetBytes(Rfc8463);

        (await verifier.Verify(mail, default)).Result.ShouldBe(DkimResult.PASS);
        (await verifier.Verify(mail.With("Is dinner", "Is supper"), default)).Result.ShouldBe(DkimResult.FAIL);
    }

    public static TheoryData<string, string> Changes => new()
    {
        { "tanto@", "other@" },
        { "11:00:00", "11:00:01" },
        { "base64\r\n\r\n", "base64\r\n\r\nAAAA" },
        { "DKIM-Signature", "From: Minister <minister@meti.example.go.jp>\r\nDKIM-Signature" },
        { "DKIM-Signature", "Subject: forged\r\nDKIM-Signature" },
        { "; b=", "; b=AAAA" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_was_changed_fails(string old, string other) =>
        (await verifier.Verify(SignedMails.Sign(SignedMails.Answer()).With(old, other), default)).Result.ShouldBe(DkimResult.FAIL);

    [Fact]
    public async Task A_key_that_is_gone_is_said_to_be_and_without_a_signature_there_is_none()
    {
        dns.Texts.Clear();

        (await verifier.Verify(SignedMails.Sign(SignedMails.Answer()), default)).Result.ShouldBe(DkimResult.KEY_UNAVAILABLE);
        (await verifier.Verify(Encoding.Latin1.GetBytes(SignedMails.Answer()), default)).Result.ShouldBe(DkimResult.NONE);
        dns.Texts[SignedMails.KeyName] = "v=DKIM1; k=rsa; p=";
        (await verifier.Verify(SignedMails.Sign(SignedMails.Answer()), default)).Result.ShouldBe(DkimResult.KEY_UNAVAILABLE);
    }

    [Fact]
    public async Task A_key_that_is_too_short_or_too_long_or_none_proves_nothing()
    {
        using var little = System.Security.Cryptography.RSA.Create(512);
        dns.Texts[SignedMails.KeyName] = "v=DKIM1; p=" + Convert.ToBase64String(little.ExportSubjectPublicKeyInfo());
        (await verifier.Verify(SignedMails.Sign(SignedMails.Answer()), default)).Result.ShouldBe(DkimResult.NONE);

        var huge = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        using (huge.PushSequence())
        {
            using (huge.PushSequence())
            {
                huge.WriteObjectIdentifier("1.2.840.113549.1.1.1");
                huge.WriteNull();
            }

            var key = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
            using (key.PushSequence())
            {
                key.WriteInteger(System.Numerics.BigInteger.Pow(2, 20_000) - 1);
                key.WriteInteger(65537);
            }

            huge.WriteBitString(key.Encode());
        }

        dns.Truncates = true;
        dns.Texts[SignedMails.KeyName] = "v=DKIM1; p=" + Convert.ToBase64String(huge.Encode());
        (await verifier.Verify(SignedMails.Sign(SignedMails.Answer()), default)).Result.ShouldBe(DkimResult.KEY_UNAVAILABLE);
        dns.Texts[SignedMails.KeyName] = "v=DKIM1; p=AAAA";
        (await verifier.Verify(SignedMails.Sign(SignedMails.Answer()), default)).Result.ShouldBe(DkimResult.KEY_UNAVAILABLE);
    }

    [Fact]
    public async Task Mutants_of_a_signed_mail_are_verified_or_not_and_never_a_fault()
    {
        foreach (var mutant in Mutants.Of(SignedMails.Sign(SignedMails.Answer()), 300))
        {
            Enum.IsDefined((await verifier.Verify(mutant, default)).Result).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_signature_over_a_part_covers_nothing() =>
        (await verifier.Verify([.. SignedMails.Sign(SignedMails.Answer(), length: 4)], default)).Result.ShouldBe(DkimResult.NONE);

    [Fact]
    public async Task What_was_not_signed_is_named() =>
        (await verifier.Verify(SignedMails.Sign(SignedMails.Answer(), names: "from:to"), default)).Uncovered.ShouldBe(["subject", "date"]);

    [Fact]
    public async Task Anothers_good_signature_does_not_heal_the_senders_broken_one()
    {
        dns.Texts["s1._domainkey.attacker.example"] = SignedMails.Key;
        var changed = SignedMails.Sign(SignedMails.Answer()).With("11:00:00", "12:00:00");

        var finding = await verifier.Verify(SignedMails.Sign(Encoding.Latin1.GetString(changed), "attacker.example"), default);

        finding.Result.ShouldBe(DkimResult.FAIL);
        var alone = await verifier.Verify(SignedMails.Sign(SignedMails.Answer(), "attacker.example"), default);
        (alone.Result, alone.Aligned).ShouldBe((DkimResult.PASS, false));
    }

    [Fact]
    public async Task A_long_answer_comes_over_tcp()
    {
        dns.Truncates = true;

        (await verifier.Verify(SignedMails.Sign(SignedMails.Answer()), default)).Result.ShouldBe(DkimResult.PASS);
    }
}
