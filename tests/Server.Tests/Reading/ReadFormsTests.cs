using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Server.Reports.Form;
using SecurityTracker.ServerTests.Form;

namespace SecurityTracker.ServerTests.Reading;

public sealed class ReadFormsTests(TestServer server) : IClassFixture<TestServer>
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
    public Task Someone_who_is_no_party_may_not_read_forms() =>
        client.As(Role.ADMINISTRATOR).PostAsync(Address, Files(("a.txt", Encoding.UTF8.GetBytes("a")))).ShouldRefuse(403, "not-permitted");

    [Fact]
    public Task No_file_is_a_400() => client.PostAsync(Address, new MultipartFormDataContent { { new StringContent("x"), "files" } }).ShouldRefuse(400, "malformed-body");

    [Fact]
    public Task Another_kind_of_body_is_a_415() => client.PostAct(Address, "{}").ShouldRefuse(415, "media-type-not-supported");

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
