using System.Net.Http.Headers;
using System.Text;

namespace SecurityTracker.ServerTests.Catalogue;

[Collection(Shared.Imports)]
public sealed class ImportAnnexTests(TestServer server)
{
    private readonly HttpClient client = server.CreateClient();

    [Theory]
    [InlineData("000", "ED-C", 17)]
    [InlineData("001", "ED-D", 17)]
    [InlineData("002", "ED-B", 17)]
    [InlineData("003", "ED-C", 17)]
    [InlineData("004", "ED-A", 18)]
    public async Task Every_seed_is_recognised(string seed, string code, int requirements)
    {
        var import = await PostText(SeedTexts.Read(seed)).Json();
        (import["match"]!["code"]!.GetValue<string>(), import["match"]!["kind"]!.GetValue<string>()).ShouldBe((code, "exact"));
        import["requirements"]!.AsArray().Count.ShouldBe(requirements);
        import["requirements"]!.AsArray().ShouldAllBe(r => r!["match"]!.GetValue<string>() == "equal" && r["diff"] == null);
        (import["form"]?["rows"]?.AsArray().Count ?? 0).ShouldBe(code == "ED-A" ? 0 : 16);
        import["unread"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_is_read_and_the_contract_proposed()
    {
        var import = await PostFile("公募要領.txt", Encoding.UTF8.GetBytes(SeedTexts.Read("001"))).Json();
        import["fileName"]!.GetValue<string>().ShouldBe("公募要領.txt");
        import["proposals"]!["endsOn"]!.GetValue<string>().ShouldBe("2027-03-31");
        import["proposals"]!["addressee"]!.GetValue<string>().ShouldBe("関東経済産業局〇〇〇課長 殿");
    }

    [Fact]
    public async Task A_reworded_row_is_named_with_its_difference()
    {
        var import = await PostText(SeedTexts.Read("001").Replace("必ず受ける。", "受ける。", StringComparison.Ordinal)).Json();
        import["match"]!["kind"]!.GetValue<string>().ShouldBe("differs");
        var row = import["form"]!["rows"]!.AsArray().Single(r => r!["match"]!.GetValue<string>() != "equal")!;
        (row["number"]!.GetValue<int>(), row["match"]!.GetValue<string>()).ShouldBe((8, "differs"));
        row["diff"]!.AsArray().Single(p => p!["op"]!.GetValue<string>() != "equal")!["text"]!.GetValue<string>().ShouldBe("必ず");
    }

    [Fact]
    public Task Without_an_annex_the_document_is_refused() => PostText("仕様書\n1) 特になし。").Refuses(422, "annex-not-found");

    [Fact]
    public Task A_file_beyond_ten_megabytes_is_refused() => PostFile("大.txt", new byte[(10 * 1024 * 1024) + 1]).Refuses(413, "file-too-large");

    [Fact]
    public Task A_text_beyond_ten_megabytes_is_refused() => PostText(new string('a', (10 * 1024 * 1024) + 200_000)).Refuses(413, "file-too-large");

    [Theory]
    [InlineData("1)", "file-beyond-limit")]
    [InlineData("1)\n", "file-beyond-limit")]
    [InlineData("あ", "annex-not-found")]
    [InlineData("情報セキュリティに関する事項", "annex-not-found")]
    public async Task Ten_megabytes_of_the_same_words_are_refused_in_good_time(string words, string code)
    {
        var many = new StringBuilder().Insert(0, words, 10_000_000 / Encoding.UTF8.GetByteCount(words)).ToString();
        await PostText(many).Refuses(422, code).WaitAsync(Wait.Longest);
    }

    [Theory]
    [InlineData("要領.docx")]
    [InlineData("要領.pdf")]
    public Task A_damaged_file_is_refused(string name) => PostFile(name, "PK\u0003\u0004 nothing"u8.ToArray()).Refuses(422, "file-unreadable");

    [Fact]
    public Task An_unknown_kind_of_body_is_refused() =>
        client.PostAsync("/api/annex-imports", new StringContent("{}", Encoding.UTF8, "application/json")).Refuses(415, "media-type-not-supported");

    [Fact]
    public Task A_form_without_a_file_is_refused() =>
        client.PostAsync("/api/annex-imports", new MultipartFormDataContent { { new StringContent("x"), "note" } }).Refuses(400, "malformed-body");

    private Task<HttpResponseMessage> PostText(string text) => client.PostAsync("/api/annex-imports", new StringContent(text, Encoding.UTF8, "text/plain"));

    private Task<HttpResponseMessage> PostFile(string name, byte[] bytes)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return client.PostAsync("/api/annex-imports", new MultipartFormDataContent { { file, "file", name } });
    }
}
