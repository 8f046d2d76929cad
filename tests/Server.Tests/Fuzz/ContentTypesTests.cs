using System.Net;
using System.Text;
using SecurityTracker.Domain;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.Fuzz;

/// <summary>The ways in which HTTP says UTF-8 are all taken, wherever a body is read; everything else is a 415 and never an error of ours.</summary>
[Collection(Shared.Fuzz)]
public sealed class ContentTypesTests(FuzzServer server)
{
    // RFC 9110, 5.6.6 and 8.3: names in any case, values as a token or quoted, spaces and nothing around semicolons.
    private static readonly string[] Utf8 =
    [
        "", "; charset=utf-8", ";charset=UTF-8", "; charset=\"UTF-8\"", ";charset=\"utf-8\"", "; CHARSET=\"Utf-8\"", "; charset=utf8", "; charset=\"UTF8\"", "; charset=csUTF8", "; charset=\"U\\TF-8\"",
        " ;\tcharset=utf-8 ", ";;charset=\"utf-8\"", "; charset=utf-8;", "; ; charset=UTF-8 ; ;", ";", "; profile=\"a; charset=x; \\\"b\"; charset=\"utf-8\"", "; charset=\"utf-8\"; version=1", "; q; charset=UTF-8", "; charset=utf-8; charset=\"UTF-8\"",
    ];

    private static readonly string[] NotUtf8 =
    [
        "; charset=x", ";charset=\"x\"", "; charset=utf-7", "; charset=\"UTF-16\"", "; charset=shift_jis", "; charset=\"Shift_JIS\"", "; charset=契約", "; charset=", "; charset", "; charset=\"\"", "; charset=\"utf-8", "; charset='utf-8'",
        "; charset=utf-8; charset=utf-16", "; charset=\" utf-8\"", "; charset=\"utf-8;\"", ", application/json", "; charset=utf-8, text/json",
    ];

    /// <summary>What stands behind the type.</summary>
    public static TheoryData<string> Taken => [.. Utf8];

    /// <summary>What stands behind the type.</summary>
    public static TheoryData<string> Refused => [.. NotUtf8];

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task Utf_8_is_taken_however_it_is_said(string parameters)
    {
        foreach (var type in new[] { "application/json", "Application/JSON", "application/vnd.x+json" })
        {
            using var json = await Post("/api/organisations", type + parameters, $$"""{"kind":"CONTRACTOR","name":"会社 {{Guid.NewGuid()}}"}""");
            json.StatusCode.ShouldBe(HttpStatusCode.Created, await json.Content.ReadAsStringAsync());
        }

        var contract = await server.CreateClient().Register();
        using var form = await Post($"/api/contracts/{contract.Id}/files", $"multipart/form-data; boundary=\"b\"{parameters}", Form("%PDF-1.7\n"));
        form.StatusCode.ShouldBe(HttpStatusCode.Created, await form.Content.ReadAsStringAsync());
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_charset_that_is_not_utf_8_is_a_415(string parameters)
    {
        foreach (var (address, type, body) in new[]
        {
            ("/api/organisations", "application/json", """{"kind":"CONTRACTOR","name":"x"}"""),
            ("/api/organisations", "application/vnd.x+json", """{"kind":"CONTRACTOR","name":"x"}"""),
            ("/api/annex-imports", "multipart/form-data; boundary=b", Form("1) 守ること。")),
        })
        {
            using var answer = await Post(address, type + parameters, body);
            ((int)answer.StatusCode).ShouldBe(415, $"{address} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    [Fact]
    public async Task The_bytes_of_a_plain_text_say_themselves_what_they_are()
    {
        foreach (var parameters in Utf8.Append("; charset=shift_jis"))
        {
            using var answer = await Post("/api/annex-imports", "text/plain" + parameters, "1) 守ること。");
            ((int)answer.StatusCode).ShouldBeLessThan(500, parameters);
            answer.StatusCode.ShouldNotBe(HttpStatusCode.UnsupportedMediaType, parameters);
        }
    }

    private static string Form(string content) => $"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n{content}\r\n--b--\r\n";

    private async Task<HttpResponseMessage> Post(string address, string contentType, string text)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        body.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var client = server.CreateRawClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        request.Headers.Add("Cookie", $"session={await server.People.KeyOf(TestPeople.IdOf(Role.CONTRACTOR_OFFICER), null, CancellationToken.None)}");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await client.SendAsync(request);
    }
}
