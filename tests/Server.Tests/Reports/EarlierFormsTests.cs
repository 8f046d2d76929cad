using System.Net;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Reports;

namespace SecurityTracker.ServerTests.Reports;

[Collection(Shared.Reports)]
public sealed class EarlierFormsTests(TestServer server)
{
    private readonly HttpClient client = server.CreateClient();

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("pdf")]
    public async Task What_was_printed_is_read_back_and_kept(string extension)
    {
        var contract = await client.RegisterRecorded(body => body with { Name = $"読み取り　{extension}" });
        var draft = await client.Draft(contract.Id);
        var printed = await client.GetByteArrayAsync($"/api/reports/{draft.Id}/form.{extension}");
        await client.Having(draft).When<DiscardReportEndpoint>().Written();

        var reading = (await Send(($"上期.{extension}", printed)).Json()).AsArray().Single()!;

        reading["edition"]!["code"]!.GetValue<string>().ShouldBe("ED-C");
        reading["contractId"]!.GetValue<Guid>().ShouldBe(contract.Id);
        reading["rows"]!.AsArray().Count(row => row!["status"]?.GetValue<string>() == "IMPLEMENTED").ShouldBe(14);
        reading["header"]!["representativeName"]!.GetValue<string>().ShouldContain("髙﨑　𠮷乃");
        await client.When(Post($"/api/contracts/{contract.Id}/prior-reports", new { from = "2026-07-10", to = "2026-09-30", reading })).Written(HttpStatusCode.Created);

        // Sent once more it is compared with what was kept: the same.
        var again = (await Send(($"上期.{extension}", printed)).Json()).AsArray().Single()!;
        again["comparedWith"].ShouldNotBeNull();
        again["changes"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_forms_the_later_says_what_changed()
    {
        var contract = await client.RegisterRecorded(body => body with { Name = "二つの別紙" });
        var draft = await client.Draft(contract.Id);
        var first = await Dated(draft.Id, "2026-10-09");
        await client.Having(draft.Id, 9).At((await client.Report(draft.Id))["version"]!.GetValue<long>()).When(new ChangeReportRowRequest(ImplementationStatus.NOT_IMPLEMENTED, "新たな理由。")).Written();
        var second = await Dated(draft.Id, "2027-02-10");

        var readings = (await Send(("下期.docx", second), ("上期.docx", first), ("こわれた.docx", [1, 2, 3])).Json()).AsArray();

        readings[0]!["comparedWith"]!.GetValue<string>().ShouldBe("上期.docx");
        readings[0]!["changes"]!.AsArray().Single()!["now"]!["reason"]!.GetValue<string>().ShouldBe("新たな理由。");
        readings[2]!["findings"]!.AsArray().Single()!["code"]!.GetValue<string>().ShouldBe("file-unreadable");
    }

    private async Task<byte[]> Dated(Guid reportId, string reportedOn)
    {
        var report = await client.Report(reportId);
        var header = report["header"]!.DeepClone().AsObject();
        header["reportedOn"] = reportedOn;
        await client.Having(seen: report["version"]!.GetValue<long>()).When(Put($"/api/reports/{reportId}/header", header)).Written();
        return await client.GetByteArrayAsync($"/api/reports/{reportId}/form.docx");
    }

    private async Task<HttpResponseMessage> Send(params IReadOnlyList<(string Name, byte[] Content)> files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "files", name);
        }

        return await client.PostAsync("/api/form-readings", form);
    }
}
