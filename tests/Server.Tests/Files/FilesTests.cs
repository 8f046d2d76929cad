using System.Net;
using System.Security.Cryptography;
using System.Text;
using SecurityTracker.Domain;
using SecurityTracker.Server.Files;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Reading;

namespace SecurityTracker.ServerTests.Files;

[Collection(Shared.ConfirmationDocuments)]
public sealed class FilesTests(TestServer server)
{
    private HttpClient Client => server.As(Role.CONTRACTOR_OFFICER);

    public static TheoryData<Role> WhoMayNot => [Role.AUDITOR, Role.ADMINISTRATOR];

    [Theory]
    [MemberData(nameof(WhoMayNot))]
    public async Task Some_add_no_files(Role role) =>
        await server.As(role).Upload($"/api/contracts/{Guid.NewGuid()}/files", Uploads.Pdf, "a.pdf").Refuses(403, "not-permitted");

    [Fact]
    public async Task A_file_is_kept_and_comes_back_as_it_was()
    {
        var contract = (await Client.Register()).Id;

        using var kept = await Client.Upload($"/api/contracts/{contract}/files", Uploads.Pdf, "../体制図（案）.PDF");
        var file = await Task.FromResult(kept).Json(HttpStatusCode.Created);
        using var content = await Client.GetAsync($"/api/files/{file["id"]}/content");

        kept.Headers.Location!.ToString().ShouldBe($"/api/files/{file["id"]}");
        file["name"]!.GetValue<string>().ShouldBe("体制図（案）.pdf");
        file["mediaType"]!.GetValue<string>().ShouldBe("application/pdf");
        file["bytes"]!.GetValue<long>().ShouldBe(Uploads.Pdf.Length);
        file["sha256"]!.GetValue<string>().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Uploads.Pdf)));
        file["can"]!["eraseFile"]!.GetValue<bool>().ShouldBeTrue();
        (await content.Content.ReadAsByteArrayAsync()).ShouldBe(Uploads.Pdf);
        content.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        content.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("体制図（案）.pdf");
        content.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        content.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        (await Client.GetAsync($"/api/files/{file["id"]}").Json())["sha256"]!.GetValue<string>().ShouldBe(file["sha256"]!.GetValue<string>());
    }

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "a.exe", "MZ\u0090\0\u0003"u8.ToArray(), "file-type-not-taken" },
        { "a.pdf", [0, 1, 2, 3], "file-type-not-taken" },
        { "a.html.pdf", [], "file-empty" },
        { "a.docx", Uploads.Archive(("x", [1])), "file-type-not-taken" },
        { "a.docx", Uploads.Archive(("[Content_Types].xml", [1]), ("word/document.xml", [1]), ("word/vbaProject.bin", [1])), "file-type-not-taken" },
        { "a.docx", Uploads.Docx(new byte[70_000_000]), "file-beyond-limit" },
        { "書類.zip", Field.Bytes("22-enc.zip"), "file-protected" },
        { "報告書.docx", Field.Encrypted(), "file-protected" },
        { "a.docx", [.. "PK\u0003\u0004"u8, 1, 2, 3], "file-unreadable" },
        { "a.msg", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "file-type-not-taken" },
        { "a.eml", "hello"u8.ToArray(), "file-type-not-taken" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_not_what_it_says_is_refused(string name, byte[] content, string code)
    {
        var contract = (await Client.Register()).Id;

        await Client.Upload($"/api/contracts/{contract}/files", content, name).Refuses(422, code);
    }

    public static TheoryData<string, byte[], string, string> Taken => new()
    {
        { "表.xlsx.docx", Uploads.Docx(), "表.xlsx.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { "別記.docx", Field.Bytes("21-word-online.docx"), "別記.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { "別記.docx", Field.Bytes("04-strict.docx"), "別記.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { "evil.html", "<script>alert(1)</script>"u8.ToArray(), "evil.html.txt", "text/plain" },
        { "a.csv", [0x93, 0xFA, 0x96, 0x7B], "a.csv", "text/csv" },
        { "x", [0xFF, 0xD8, 0xFF, 0xE0], "x.jpg", "image/jpeg" },
        { "返信.eml", "From: a@example.go.jp\r\n\r\nx"u8.ToArray(), "返信.eml", "message/rfc822" },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task The_name_ends_as_the_content_does(string name, byte[] content, string kept, string mediaType)
    {
        var contract = (await Client.Register()).Id;

        var file = await Client.Upload($"/api/contracts/{contract}/files", content, name).Json(HttpStatusCode.Created);

        (file["name"]!.GetValue<string>(), file["mediaType"]!.GetValue<string>()).ShouldBe((kept, mediaType));
    }

    [Fact]
    public async Task Too_large_none_or_two_are_refused()
    {
        var files = $"/api/contracts/{(await Client.Register()).Id}/files";

        await Client.Upload(files, [.. "%PDF-"u8, .. new byte[10 * 1024 * 1024]], "a.pdf").Refuses(413, "file-too-large");
        await Client.When(Post(files)).Refuses(415, "media-type-not-supported");
        await Client.PostAsync(files, new MultipartFormDataContent { { new StringContent("a"), "text" } }).Refuses(400, "malformed-body");
        await Client.Upload($"/api/contracts/{Guid.NewGuid()}/files", Uploads.Pdf, "a.pdf").Refuses(404, "not-found");
    }

    [Fact]
    public async Task The_side_that_added_it_erases_it_and_the_hash_remains()
    {
        var contract = (await Client.Register()).Id;
        var file = await Client.Upload($"/api/contracts/{contract}/files", Uploads.Pdf, "a.pdf").Json(HttpStatusCode.Created);
        var address = $"/api/files/{file["id"]}";

        await Client.Having(file["id"]!).When(new EraseFileRequest("誤って登録したため")).Refuses(428, "version-required");
        await Client.Having(file["id"]!).At(1).When(new EraseFileRequest("")).Refuses(422, "text-missing");
        await Client.Having(file["id"]!).At(1).When(new EraseFileRequest("誤って登録したため")).Written();

        await Client.When(Get(address + "/content")).Refuses(410, "file-erased");
        var erased = await Client.GetAsync(address).Json();
        erased["erased"]!["reason"]!.GetValue<string>().ShouldBe("誤って登録したため");
        erased["sha256"]!.GetValue<string>().ShouldBe(file["sha256"]!.GetValue<string>());
        await Client.Having(file["id"]!).At(2).When(new EraseFileRequest("再度")).Refuses(409, "file-erased");
        await using var look = server.Database.CreateCommand("SELECT count(*) FROM files WHERE id = $1 AND content IS NULL AND sha256 = $2");
        look.Parameters.Add(new() { Value = Guid.Parse(file["id"]!.GetValue<string>()) });
        look.Parameters.Add(new() { Value = file["sha256"]!.GetValue<string>() });
        (await look.ExecuteScalarAsync()).ShouldBe(1L);
    }

    [Fact]
    public async Task What_the_record_refers_to_stays()
    {
        var (contract, other) = (await Client.Register(), await Client.Register());
        var file = await Client.Upload($"/api/contracts/{contract.Id}/files", Uploads.Pdf, "異動の連絡.pdf").Json(HttpStatusCode.Created);
        var officers = new { officers = new[] { new { post = "PRIMARY", name = "主　太郎" } }, from = "2026-09-01", fileId = file["id"]!.GetValue<Guid>() };

        await Client.Having(other).When(Put($"/api/contracts/{other.Id}/officers", officers)).Refuses(422, "file-missing");
        await Client.Having(contract).When(Put($"/api/contracts/{contract.Id}/officers", officers)).Written();

        await Client.Having(file["id"]!).At(1).When(new EraseFileRequest("不要になったため")).Refuses(409, "file-in-use");
        (await Client.GetAsync($"/api/files/{file["id"]}").Json())["can"]!["eraseFile"]!["reason"]!["ja"]!.GetValue<string>().ShouldContain("５年間");
    }

    [Fact]
    public async Task The_other_side_reads_and_does_not_erase()
    {
        var contract = await Client.Register();
        var file = await Client.Upload($"/api/contracts/{contract.Id}/files", Uploads.Pdf, "a.pdf").Json(HttpStatusCode.Created);
        var officers = new { officers = new[] { new { post = "PRIMARY", name = "主　太郎" } }, from = "2026-09-01", fileId = file["id"]!.GetValue<Guid>() };
        await Client.Having(contract).When(Put($"/api/contracts/{contract.Id}/officers", officers)).Written();
        var officer = server.As(Role.SUPERVISING_OFFICER);

        (await officer.GetByteArrayAsync($"/api/files/{file["id"]}/content")).ShouldBe(Uploads.Pdf);
        await officer.Having(file["id"]!).At(1).When(new EraseFileRequest("x")).Refuses(409, "file-of-other-side");
        await server.As(Role.AUDITOR).Having(file["id"]!).At(1).When(new EraseFileRequest("x")).Refuses(403, "not-permitted");
        await server.As(Role.ADMINISTRATOR).When(Get($"/api/files/{file["id"]}")).Refuses(403, "not-permitted");
    }

    [Fact]
    public async Task Staff_see_what_they_added_themselves()
    {
        var contract = (await Client.Register()).Id;
        var file = await Client.Upload($"/api/contracts/{contract}/files", Uploads.Pdf, "a.pdf").Json(HttpStatusCode.Created);

        await server.As(Role.CONTRACTOR_STAFF).When(Get($"/api/files/{file["id"]}")).Refuses(404, "not-found");
    }

    [Fact]
    public async Task The_same_upload_twice_under_one_key_is_one_file()
    {
        var files = $"/api/contracts/{(await Client.Register()).Id}/files";
        var ids = new List<string>();
        var body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nhello\r\n--b--\r\n";
        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, files) { Content = new StringContent(body, Encoding.UTF8) };
            request.Content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } };
            request.Headers.Add("Idempotency-Key", "upload-1");
            ids.Add((await Client.SendAsync(request).Json(HttpStatusCode.Created))["id"]!.GetValue<string>());
        }

        ids[0].ShouldBe(ids[1]);
    }
}
