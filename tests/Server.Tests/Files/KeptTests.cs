using System.Net;
using System.Security.Cryptography;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.ConfirmationDocuments;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Reports;
using SecurityTracker.ServerTests.Reports.Review;

namespace SecurityTracker.ServerTests.Files;

/// <summary>What is kept for ever comes with a strong ETag of its bytes; who has them is sent none, and who may not see them is told nothing.</summary>
[Collection(Shared.ConfirmationDocuments)]
public sealed class KeptTests(TestServer server)
{
    private readonly HttpClient contractor = server.CreateClient();

    [Fact]
    public async Task A_file_a_finalised_form_and_a_presented_version()
    {
        var file = await File();
        var report = await contractor.Finalised((await contractor.RegisterRecorded()).Id);
        var contract = await contractor.RegisterWithMethods();
        await contractor.Present(contract.Id, (await contractor.DraftWithPerson(contract.Id)).Version);
        var stranger = await Stranger();
        foreach (var address in new[]
        {
            $"/api/files/{file}/content", $"/api/reports/{report.Id}/form.pdf", $"/api/reports/{report.Id}/form.docx", DocumentRequests.Of(contract.Id, "/versions/1/document.docx"),
        })
        {
            var tag = await IsKept(contractor, address);
            await Ask(stranger, address, tag).Refuses(404, "not-found");
        }
    }

    [Fact]
    public async Task A_draft_and_a_copy_that_is_made_for_its_reader_are_not_kept()
    {
        var draft = await contractor.Draft((await contractor.RegisterRecorded()).Id);
        var contract = await contractor.RegisterWithMethods();
        await contractor.Present(contract.Id, (await contractor.DraftWithPerson(contract.Id)).Version);
        using var form = await contractor.GetAsync($"/api/reports/{draft.Id}/form.docx");
        using var masked = await server.As(Role.AUDITOR).GetAsync(DocumentRequests.Of(contract.Id, "/versions/1/document.docx"));
        (form.StatusCode, form.Headers.ETag).ShouldBe((HttpStatusCode.OK, null));
        (masked.StatusCode, masked.Headers.ETag).ShouldBe((HttpStatusCode.OK, null));
    }

    [Fact]
    public async Task Who_had_it_before_it_was_erased_is_told_that_it_is_gone()
    {
        var file = await File();
        var tag = await IsKept(contractor, $"/api/files/{file}/content");
        await contractor.Having(file).At(1).When(new EraseFileRequest("誤って登録したため")).Written();
        await Ask(contractor, $"/api/files/{file}/content", tag).Refuses(410, "file-erased");
    }

    // Answers the ETag.
    private static async Task<string> IsKept(HttpClient reader, string address)
    {
        using var first = await reader.GetAsync(address);
        var bytes = await first.Content.ReadAsByteArrayAsync();
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"";
        (first.StatusCode, first.Headers.ETag!.ToString(), first.Headers.ETag.IsWeak).ShouldBe((HttpStatusCode.OK, tag, false), address);

        using var again = await Ask(reader, address, tag);
        (again.StatusCode, again.Headers.ETag!.ToString(), (await again.Content.ReadAsByteArrayAsync()).Length).ShouldBe((HttpStatusCode.NotModified, tag, 0), address);
        using var other = await Ask(reader, address, "\"of something else\"");
        (other.StatusCode, (await other.Content.ReadAsByteArrayAsync()).Length).ShouldBe((HttpStatusCode.OK, bytes.Length), address);
        return tag;
    }

    private static async Task<HttpResponseMessage> Ask(HttpClient reader, string address, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await reader.SendAsync(request);
    }

    private async Task<Guid> File() =>
        (await contractor.Upload($"/api/contracts/{(await contractor.Register()).Id}/files", Uploads.Pdf, "a.pdf").Json(HttpStatusCode.Created))["id"]!.GetValue<Guid>();

    private async Task<HttpClient> Stranger()
    {
        var (firm, _, _) = await contractor.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "控えを持つ会社")).Written(HttpStatusCode.Created);
        return server.As(StreamId.Person(firm, nameof(Role.CONTRACTOR_OFFICER)));
    }
}
