using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.ServerTests.Catalogue;

public sealed class EditionsTests(TestServer server) : IClassFixture<TestServer>
{
    private readonly HttpClient client = server.CreateClient();

    [Fact]
    public async Task The_shipped_editions_are_there_with_their_hashes()
    {
        var editions = (await client.GetAsync("/api/editions").Json()).AsArray();
        foreach (var shipped in ShippedEditions.All)
        {
            editions.ShouldContain(e => e!["code"]!.GetValue<string>() == shipped.Code && e["requirements"]!.AsArray().Count == shipped.Requirements.Count);
            var edition = await client.GetAsync($"/api/editions/{shipped.Code}?revision=1").Json();
            edition["revision"]!.GetValue<int>().ShouldBe(1);
            edition["hash"]!.GetValue<string>().ShouldBe(TextHash.Hash(shipped));
            edition["matchKey"]!.GetValue<string>().ShouldBe(TextHash.MatchKey(shipped));
            edition["requirements"]!.AsArray().Count.ShouldBe(shipped.Requirements.Count);
            (edition["form"] is null).ShouldBe(shipped.Form is null);
        }
    }

    [Fact]
    public async Task Who_chooses_an_edition_reads_names_and_no_words()
    {
        static string Line(JsonNode? e) => $"{e!["code"]} {e["name"]} {e["can"]!["registerContract"]!.ToJsonString()}";
        var named = (await client.GetAsync("/api/edition-names").Json()).AsArray();
        named.Select(Line).ShouldBe((await client.GetAsync("/api/editions").Json()).AsArray().Select(Line));
        named.ToJsonString().Length.ShouldBeLessThan(400 * named.Count);
    }

    [Fact]
    public async Task One_edition_is_read_to_its_last_line()
    {
        var edition = await client.GetAsync("/api/editions/ED-C").Json();
        var item = edition["requirements"]![14]!;
        (item["number"]!.GetValue<int>(), item["id"]!.GetValue<string>()).ShouldBe((15, "17:15"));
        item["hash"]!.GetValue<string>().ShouldBe(TextHash.Hash(item["text"]!.GetValue<string>()));
        var last = item["statements"]![9]!;
        (last["id"]!.GetValue<string>(), last["label"]!.GetValue<string>(), last["alwaysExplained"]!.GetValue<bool>()).ShouldBe(("17:15.10", "⑩", true));
        edition["form"]!["rows"]!.AsArray().Count.ShouldBe(16);
        edition["form"]!["closing"]!.GetValue<string>().ShouldBe("（この報告書の提出時期：定期的（契約期間における半期を目処（複数年の契約においては年１回以上））。）");
    }

    [Theory]
    [InlineData("/api/editions/ED-Z")]
    [InlineData("/api/editions/ED-C?revision=2")]
    [InlineData("/api/editions/ED-C/diff/ED-Z")]
    public Task An_edition_that_is_not_there_is_refused(string address) => client.When(Get(address)).Refuses(404, "edition-unknown");

    [Fact]
    public async Task Two_editions_are_compared_word_by_word()
    {
        var diff = await client.GetAsync("/api/editions/ED-A/diff/ED-D").Json();
        diff["from"]!["code"]!.GetValue<string>().ShouldBe("ED-A");
        diff["requirements"]!.AsArray().ShouldContain(c => Is(c, "SPLIT", "18:17"));
        diff["requirements"]!.AsArray().ShouldContain(c => Is(c, "MERGED", "18:15"));
        diff["rows"]!.AsArray().Count.ShouldBe(16);
        var changed = (await client.GetAsync("/api/editions/ED-C/diff/ED-D").Json())["requirements"]!.AsArray().Single(c => Is(c, "MODIFIED", "17:3"))!;
        changed["diff"]!.AsArray().Select(p => p!["op"]!.GetValue<string>()).Distinct().ShouldBe(["equal", "delete", "insert"], ignoreOrder: true);
        (await client.GetAsync("/api/editions/ED-C/diff/ED-D").Json())["fixedTexts"]!.AsArray()
            .ShouldContain(c => c!["name"]!.GetValue<string>() == "addresseePattern" && c["kind"]!.GetValue<string>() == "MODIFIED");
    }

    [Fact]
    public async Task A_correction_is_a_revision_and_the_first_stays_readable()
    {
        var edition = await client.GetAsync("/api/editions/ED-B").Json();
        var correction = new JsonObject
        {
            ["name"] = edition["name"]!.DeepClone(),
            ["source"] = edition["source"]!.DeepClone(),
            ["reason"] = "原本との照合",
            ["content"] = edition.DeepClone(),
        };
        correction["content"]!["opening"] = "以下の事項を遵守すること。";
        var version = edition["version"]!.GetValue<long>();
        var officer = server.As(Role.SUPERVISING_OFFICER);
        await officer.When(Post("/api/editions/ED-B/revisions", correction.ToJsonString())).Refuses(428, "version-required");
        (await officer.Having(seen: version).When(Post("/api/editions/ED-B/revisions", correction.ToJsonString())).Written()).Version.ShouldBe(version + 1);

        (await client.GetAsync("/api/editions/ED-B").Json())["opening"]!.GetValue<string>().ShouldBe("以下の事項を遵守すること。");
        (await client.GetAsync("/api/editions/ED-B?revision=1").Json())["opening"]!.GetValue<string>().ShouldBe("以下の事項について遵守すること。");
    }

    private static bool Is(JsonNode? change, string kind, string from) =>
        change!["kind"]!.GetValue<string>() == kind && change["from"]!.AsArray().Any(f => f!.GetValue<string>() == from);
}
