using System.Net.Http.Headers;

namespace SecurityTracker.ServerTests.Catalogue;

/// <summary>Tenders as people have them: Word files and PDFs, not extracted text.</summary>
[Collection(Shared.Imports)]
public sealed class ImportFilesTests(TestServer server, TenderFiles files) : IClassFixture<TenderFiles>
{
    private readonly HttpClient client = server.CreateClient();

    public static TheoryData<string, string> Files
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (seed, code) in TenderFiles.Editions)
            {
                foreach (var name in (string[])["text.docx", "set.docx", "text.pdf", "set.pdf"])
                {
                    data.Add($"{seed}-{name}", code);
                }
            }

            return data;
        }
    }

    [OfficeTheory]
    [MemberData(nameof(Files))]
    public async Task Every_tender_is_recognised_as_a_file(string name, string code)
    {
        var file = new ByteArrayContent(files.Read(name));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var import = await client.PostAsync("/api/annex-imports", new MultipartFormDataContent { { file, "file", name } }).Json();
        (import["match"]!["code"]!.GetValue<string>(), import["match"]!["kind"]!.GetValue<string>()).ShouldBe((code, "exact"), $"{import["warnings"]} {import["unread"]}");
        import["requirements"]!.AsArray().Count.ShouldBe(code == "ED-A" ? 18 : 17);
        import["requirements"]!.AsArray().ShouldAllBe(r => r!["match"]!.GetValue<string>() == "equal" && r["diff"] == null);
        (import["form"]?["rows"]?.AsArray().Count ?? 0).ShouldBe(code == "ED-A" ? 0 : 16);
        (import["form"]?["rows"]?.AsArray() ?? []).ShouldAllBe(r => r!["match"]!.GetValue<string>() == "equal");
        import["unread"]!.AsArray().ShouldBeEmpty();
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class OfficeTheoryAttribute : TheoryAttribute
    {
        public OfficeTheoryAttribute() => Skip = TenderFiles.Office is null ? "LibreOffice is not installed." : null;
    }
}
