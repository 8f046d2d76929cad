using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SecurityTracker.EventStore;

namespace SecurityTracker.EventStoreTests;

public sealed class CanonicalJsonTests
{
    // RFC 8785, appendix B, and the borders of ECMAScript's notations.
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("1.0", "1")]
    [InlineData("1E2", "100")]
    [InlineData("4.50", "4.5")]
    [InlineData("2e-3", "0.002")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("0.0000001", "1e-7")]
    [InlineData("0.000000000000000000000000001", "1e-27")]
    [InlineData("123456789012345680000", "123456789012345680000")]
    [InlineData("999999999999999900000", "999999999999999900000")]
    [InlineData("1000000000000000000000", "1e+21")]
    [InlineData("1E30", "1e+30")]
    [InlineData("333333333.33333329", "333333333.3333333")]
    [InlineData("-1.5e300", "-1.5e+300")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("295147905179352830000", "295147905179352830000")]
    [InlineData("5e-324", "5e-324")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData("0.1", "0.1")]
    [InlineData("100", "100")]
    [InlineData("12345.678", "12345.678")]
    public void Numbers_are_written_as_ECMAScript_does(string json, string canonical) => Canonical(json).ShouldBe(canonical);

    [Theory]
    [InlineData(0x44b52d02c7e14af6UL, "1e+23")]
    [InlineData(0x44b52d02c7e14af5UL, "9.999999999999997e+22")]
    [InlineData(0x444b1ae4d6e2ef4eUL, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef50UL, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8dUL, "0.000001")]
    [InlineData(0x3eb0c6f7a0b5ed8cUL, "9.999999999999997e-7")]
    [InlineData(0x41b3de4355555553UL, "333333333.3333332")]
    [InlineData(0x41b3de4355555557UL, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696UL, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959UL, "1424953923781206.2")]
    public void Doubles_of_the_RFCs_appendix_are_written_as_it_says(ulong bits, string canonical) =>
        CanonicalJson.Number(BitConverter.UInt64BitsToDouble(bits)).ShouldBe(canonical);

    [Fact]
    public void A_number_beyond_every_double_is_refused() => Should.Throw<JsonException>(() => Canonical("1e400"));

    [Fact]
    public void The_RFCs_example_comes_out_as_printed() =>
        Canonical("""{ "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001], "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false] }""")
            .ShouldBe("""{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""");

    [Fact]
    public void Names_are_sorted_by_UTF16_code_units() =>
        Canonical("""{ "\u20ac": "Euro", "\r": "CR", "\ufb33": "Dalet", "1": "One", "\ud83d\ude00": "Smile", "\u0080": "Control", "\u00f6": "o" }""")
            .ShouldBe("{\"\\r\":\"CR\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"o\",\"€\":\"Euro\",\"\U0001f600\":\"Smile\",\"\ufb33\":\"Dalet\"}");

    [Theory]
    [InlineData("\"\\u0000\\u0008\\u0009\\u000b\\u000c\\u001f\\u007f\"", "\"\\u0000\\b\\t\\u000b\\f\\u001f\u007f\"")]
    [InlineData("\"葛\U000E0100\"", "\"葛\U000E0100\"")]
    [InlineData("\"\\ud842\\udfb7\"", "\"𠮷\"")]
    [InlineData("[ ]", "[]")]
    [InlineData("{ }", "{}")]
    public void Strings_keep_every_character_but_those_JSON_must_escape(string json, string canonical) => Canonical(json).ShouldBe(canonical);

    [Fact]
    public void The_hash_of_an_event_is_pinned()
    {
        var streamId = Guid.Parse("0192f0c4-7a00-7000-8000-000000000001");
        var recordedAt = new DateTimeOffset(2026, 11, 21, 10, 2, 3, TimeSpan.FromHours(9)).AddMicroseconds(45);
        const string byHand = "{\"data\":{\"reason\":\"契約期間中のため。\",\"status\":\"NOT_APPLICABLE\"},\"headers\":{\"actor\":{\"kind\":\"PERSON\",\"role\":null}},"
            + "\"recordedAt\":\"2026-11-21T01:02:03.000045Z\",\"streamId\":\"0192f0c4-7a00-7000-8000-000000000001\",\"type\":\"obligation_status_set\",\"version\":2}";

        var hash = EventHash.Of(
            streamId, 2, "obligation_status_set", recordedAt, Encoding.UTF8.GetBytes("""{"actor": {"role": null, "kind": "PERSON"}}"""),
            Encoding.UTF8.GetBytes("""{"status": "NOT_APPLICABLE", "reason": "契約期間中のため。"}"""));

        hash.ShouldBe(SHA256.HashData(Encoding.UTF8.GetBytes(byHand)));
        Convert.ToHexStringLower(hash).ShouldBe("e800229179a9c2fc4202dcc185b412eb62e5433242c7cea45476be6a8f638b7d");
    }

    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.From(Encoding.UTF8.GetBytes(json)));
}
