using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Server.Reports.Form;
using SecurityTracker.ServerTests.Form;

namespace SecurityTracker.ServerTests.Reading;

[Collection(Shared.ConfirmationDocuments)]
public sealed class ReadFormsTests(TestServer server)
{
    private const string Address = "/api/form-readings";
    private readonly HttpClient client = server.CreateClient();

    [Fact]
    public async Task Several_files_are_read_and_a_bad_one_does_not_stand_in_the_way()
    {
        using var files = Files(
            ("報告書.docx", DocxForm.Write(SampleForms.Of("ED-D"))), ("壊れた.xlsx", [1, 2, 3]), ("報告書.xlsx", XlsxForm.Write(SampleForms.Of("ED-B"))));
        using var response = await client.PostAsync(Address, files);

        var readings = (await response.Content.ReadFromJsonAsync<JsonArray>())!;
        readings.Select(reading => reading!["fileName"]!.GetValue<string>()).ShouldBe(["報告書.docx", "壊れた.xlsx", "報告書.xlsx"]);
        readings.Select(reading => reading!["edition"]!["code"]?.GetValue<string>()).ShouldBe(["ED-D", null, "ED-B"]);
        readings[0]!["header"]!["contractSignedOn"]!.GetValue<string>().ShouldBe("2026-07-10");
        readings[0]!["rows"]!.AsArray().Count.ShouldBe(16);
        readings[0]!["rows"]![1]!["status"]!.GetValue<string>().ShouldBe("NOT_APPLICABLE");
        readings[0]!["findings"]!.AsArray().ShouldBeEmpty();
        readings[1]!["findings"]![0]!["code"]!.GetValue<string>().ShouldBe("file-unreadable");
    }

    [Fact]
    public async Task A_workbook_with_several_forms_is_answered_sheet_by_sheet_and_a_protected_file_says_so()
    {
        using var files = Files(("報告書.xlsx", Field.Bytes("09-a-sample-first.xlsx")), ("前回あり.xlsx", Field.Bytes("08-a-column-zenkai.xlsx")), ("書類.docx", Field.Encrypted()));
        using var response = await client.PostAsync(Address, files);

        var readings = (await response.Content.ReadFromJsonAsync<JsonArray>())!;
        readings.Select(reading => reading!["sheet"]?.GetValue<string>()).ShouldBe(["記入例", "別紙", "別紙", null]);
        readings[0]!["findings"]![0]!["code"]!.GetValue<string>().ShouldBe("several-forms");
        readings[2]!["unread"]!.AsArray().Select(text => text!.GetValue<string>()).ShouldContain("シート「別紙」 27行目：前回「実施」");
        readings[3]!["findings"]![0]!["code"]!.GetValue<string>().ShouldBe("file-protected");
    }

    [Theory]
    [InlineData("07-hidden.docx", "hidden-text")]
    [InlineData("06-deleted.docx", "changes-accepted")]
    [InlineData("04-strict.docx", null)]
    public async Task What_was_left_out_of_a_tender_is_the_first_warning_of_its_import(string name, string? code)
    {
        using var files = Files((name, Field.Bytes(name)));
        using var response = await client.PostAsync("/api/annex-imports", files);

        var import = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        import["match"]!["code"]!.GetValue<string>().ShouldBe("ED-D");
        import["warnings"]!.AsArray().FirstOrDefault()?["code"]?.GetValue<string>().ShouldBe(code);
    }

    [Fact]
    public async Task A_tender_without_text_or_with_a_password_says_so_and_not_that_it_has_no_annex()
    {
        using var empty = Files(("別記.docx", OfficeFiles.Docx("<w:p/>")));
        await client.PostAsync("/api/annex-imports", empty).Refuses(422, "file-without-text");
        using var locked = Files(("別記.zip", Field.Bytes("22-enc.zip")));
        await client.PostAsync("/api/annex-imports", locked).Refuses(422, "file-protected");
    }

    [Fact]
    public Task Someone_who_is_no_party_may_not_read_forms() =>
        client.As(Role.ADMINISTRATOR).PostAsync(Address, Files(("a.txt", Encoding.UTF8.GetBytes("a")))).Refuses(403, "not-permitted");

    [Fact]
    public Task No_file_is_a_400() => client.PostAsync(Address, new MultipartFormDataContent { { new StringContent("x"), "files" } }).Refuses(400, "malformed-body");

    [Fact]
    public Task Another_kind_of_body_is_a_415() => client.When(Post("/api/form-readings")).Refuses(415, "media-type-not-supported");

    private static MultipartFormDataContent Files(params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, bytes) in files)
        {
            form.Add(new ByteArrayContent(bytes), "files", name);
        }

        return form;
    }
}
