using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Server.Reading;

namespace SecurityTracker.ServerTests.Chronicle;

/// <summary>経緯 as a file, read back.</summary>
[Collection(Shared.Review)]
public sealed class ChronicleFileTests(TestServer server)
{
    private readonly HttpClient contractor = server.CreateClient();

    [Theory]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("pdf", "application/pdf")]
    public async Task A_file_holds_all_of_the_filter_and_not_a_page(string extension, string mediaType)
    {
        var contract = await contractor.Long($"{extension}の経緯の契約");
        using var answer = await contractor.GetAsync($"/api/contracts/{contract}/chronicle.{extension}");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(mediaType);
        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe($"経緯_{extension}の経緯の契約.{extension}");

        var all = Squeezed(await Text(contractor, contract, extension));
        all.ShouldContain($"契約「{extension}の経緯の契約」を登録しました。");
        (all.Split("事項9)を「").Length - 1).ShouldBe(60);
        all.ShouldContain("61件");
        all.ShouldContain("情報セキュリティ");

        var narrowed = Squeezed(await Text(contractor, contract, extension, "?kind=CONTRACT"));
        narrowed.ShouldContain("を登録しました。");
        narrowed.ShouldNotContain("事項9)");
        await contractor.When(Get($"/api/contracts/{contract}/chronicle.{extension}?kind=DRAFT")).Refuses(400, "kind-unknown");
    }

    private async Task<string> Text(HttpClient client, Guid contract, string extension, string query = "")
    {
        var bytes = await client.GetByteArrayAsync($"/api/contracts/{contract}/chronicle.{extension}{query}");
        var (document, refusal) = await server.Services.GetRequiredService<FileReaders>().Read($"a.{extension}", bytes);
        refusal.ShouldBeNull();
        return document!.Text;
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
