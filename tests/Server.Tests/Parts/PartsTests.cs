using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Parts;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.AuthorityActs;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Files;

namespace SecurityTracker.ServerTests.Parts;

/// <summary>The part of a 再委託先: its papers and files, and its numbers when the contract goes by another edition.</summary>
[Collection(Shared.Contracts)]
public sealed class PartsTests(TestServer server)
{
    private readonly HttpClient contractor = server.CreateClient();

    [Fact]
    public async Task The_signed_paper_is_a_file_of_the_same_contract()
    {
        var (contract, part, _) = await Engaged();
        var elsewhere = await contractor.Register();
        var row = new { status = "IMPLEMENTED", fileId = Guid.NewGuid() };
        await contractor.Having(seen: 1).When(Put($"{part}/rows/5", row)).Refuses(422, "file-missing");
        await contractor.Having(seen: 1).When(Put($"{part}/rows/5", row with { fileId = await contractor.KeepFile(elsewhere.Id) })).Refuses(422, "file-missing");

        var paper = await contractor.KeepFile(contract.Id);
        await contractor.Having(seen: 1).When(Put($"{part}/rows/5", row with { fileId = paper })).Written();
        (await contractor.GetAsync(part).Json())["rows"]![0]!["fileId"]!.GetValue<Guid>().ShouldBe(paper);
    }

    [Fact]
    public async Task A_subcontractor_adds_files_to_its_part_and_erases_its_own()
    {
        var (contract, part, firm) = await Engaged();
        var theirs = server.As(StreamId.Person(firm, nameof(Role.SUBCONTRACTOR_OFFICER)));
        var stranger = server.As(StreamId.Person(await Firm("よその会社"), nameof(Role.SUBCONTRACTOR_OFFICER)));
        await stranger.Upload($"{part}/files", Uploads.Pdf, "誓約書.pdf").Refuses(404, "not-found");
        await server.As(Role.SUPERVISING_OFFICER).Upload($"{part}/files", Uploads.Pdf, "誓約書.pdf").Refuses(403, "not-permitted");

        var kept = await theirs.Upload($"{part}/files", Uploads.Pdf, "誓約書.pdf").Json(HttpStatusCode.Created);

        var file = $"/api/files/{kept["id"]}";
        (await theirs.GetByteArrayAsync($"{file}/content")).ShouldBe(Uploads.Pdf);
        (await contractor.GetAsync(file).Json())["can"]!["eraseFile"]!["reason"].ShouldNotBeNull();
        await stranger.When(Get(file)).Refuses(404, "not-found");
        await stranger.Having(kept["id"]!).At(1).When(new EraseFileRequest("誤り。")).Refuses(404, "not-found");
        var papers = await contractor.KeepFile(contract.Id);
        await theirs.When(Get($"/api/files/{papers}")).Refuses(404, "not-found");
        await theirs.Having(papers).At(1).When(new EraseFileRequest("誤り。")).Refuses(404, "not-found");

        await theirs.Having(seen: 1).When(Put($"{part}/rows/9", new { status = "IMPLEMENTED", fileId = kept["id"]!.GetValue<Guid>() })).Written();
        await theirs.Having(kept["id"]!).At(1).When(new EraseFileRequest("誤り。")).Refuses(409, "file-in-use");
        var another = await theirs.Upload($"{part}/files", Uploads.Pdf, "下書き.pdf").Json(HttpStatusCode.Created);
        await theirs.Having(another["id"]!).At(1).When(new EraseFileRequest("誤ったファイル。")).Written();
        await theirs.When(Get($"/api/files/{another["id"]}/content")).Refuses(410, "file-erased");
    }

    [Fact]
    public async Task The_files_of_a_part_are_listed_to_whom_they_are_shown()
    {
        var (contract, part, firm) = await Engaged();
        var theirs = server.As(StreamId.Person(firm, nameof(Role.SUBCONTRACTOR_OFFICER)));
        var stranger = server.As(StreamId.Person(await Firm("並ぶ会社"), nameof(Role.SUBCONTRACTOR_OFFICER)));
        var officer = server.As(Role.SUPERVISING_OFFICER);
        var pledge = (await theirs.Upload($"{part}/files", Uploads.Pdf, "誓約書.pdf").Json(HttpStatusCode.Created))["id"]!.GetValue<Guid>();
        var paper = (await contractor.Upload($"{part}/files", Uploads.Pdf, "署名済み.pdf").Json(HttpStatusCode.Created))["id"]!.GetValue<Guid>();
        await contractor.KeepFile(contract.Id);

        var own = (await Files(theirs, part)).ShouldHaveSingleItem()!;
        own["name"]!.GetValue<string>().ShouldBe("誓約書.pdf");
        own["bytes"]!.GetValue<long>().ShouldBe(Uploads.Pdf.Length);
        own["keptBy"]!["organisationName"]!.GetValue<string>().ShouldBe("印刷の会社");
        own["can"]!["eraseFile"]!.GetValue<bool>().ShouldBeTrue();
        (await theirs.GetAsync(part).Json())["can"]!["keepPartFile"]!.GetValue<bool>().ShouldBeTrue();
        var all = (await Files(contractor, part)).ToDictionary(file => file!["id"]!.GetValue<Guid>(), file => file!["can"]!["eraseFile"]!);
        all.Keys.ShouldBe([pledge, paper], ignoreOrder: true);
        all[pledge]["reason"]!["ja"]!.GetValue<string>().ShouldContain("登録した側");
        all[paper].GetValue<bool>().ShouldBeTrue();
        await stranger.When(Get(part)).Refuses(404, "not-found");

        // The ministry sees of a part what its rows name, and nothing before.
        (await Files(officer, part)).ShouldBeEmpty();
        await contractor.Having(seen: 1).When(Put($"{part}/rows/5", new { status = "IMPLEMENTED", fileId = paper })).Written();
        (await Files(officer, part)).ShouldHaveSingleItem()!["id"]!.GetValue<Guid>().ShouldBe(paper);
        (await officer.GetAsync(part).Json())["can"]!["keepPartFile"]!["reason"].ShouldNotBeNull();
        (await Files(contractor, part)).Single(file => file!["id"]!.GetValue<Guid>() == paper)!["can"]!["eraseFile"]!["reason"]!["ja"]!.GetValue<string>().ShouldContain("記録に使われている");

        await theirs.Having(pledge).At(own["version"]!.GetValue<long>()).When(new EraseFileRequest("差し替えたため。")).Written();
        var gone = (await Files(theirs, part)).ShouldHaveSingleItem()!;
        gone["erased"]!["reason"]!.GetValue<string>().ShouldBe("差し替えたため。");
        gone["can"]!["eraseFile"]!["reason"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_firm_that_takes_part_no_more_reads_and_erases_its_files_and_adds_none()
    {
        var (contract, part, firm) = await Engaged();
        var theirs = server.As(StreamId.Person(firm, nameof(Role.SUBCONTRACTOR_OFFICER)));
        var kept = await theirs.Upload($"{part}/files", Uploads.Pdf, "誓約書.pdf").Json(HttpStatusCode.Created);
        var now = await contractor.Contract(contract.Id);
        await contractor.Having(contract.Id, now["subcontractors"]![0]!["id"]!).At(now["version"]!.GetValue<long>()).When<ReleaseSubcontractorEndpoint>().Written();

        (await theirs.GetAsync(part).Json())["can"]!["keepPartFile"]!["reason"]!["ja"]!.GetValue<string>().ShouldContain("終了");
        await theirs.Upload($"{part}/files", Uploads.Pdf, "誓約書.pdf").Refuses(409, "part-closed");
        await theirs.Having(kept["id"]!).At(kept["version"]!.GetValue<long>()).When(new EraseFileRequest("終了したため。")).Written();
    }

    [Fact]
    public async Task Another_edition_moves_the_numbers_of_the_part()
    {
        var firm = await Firm("移る会社");
        var contract = await contractor.Register(c => c with { EditionCode = "ED-A" });
        var engaged = await contractor.Having(contract).When(new EngageSubcontractorRequest("移る会社", SubcontractorKind.SUBCONTRACTOR, Day("2026-08-01"), firm, [3, 17])).Written(HttpStatusCode.Created);
        var part = $"/api/parts/{StreamId.Part(contract.Id, engaged.Id)}";
        var theirs = server.As(StreamId.Person(firm, nameof(Role.SUBCONTRACTOR_OFFICER)));
        await theirs.Having(StreamId.Part(contract.Id, engaged.Id), 3).At(1).When(new EnterPartRowRequest("持ち込まない。", ImplementationStatus.IMPLEMENTED)).Written();
        await theirs.Having(StreamId.Part(contract.Id, engaged.Id), 17).At(2).When(new EnterPartRowRequest(Status: ImplementationStatus.NOT_APPLICABLE, Reason: "利用しない。")).Written();

        await contractor.Having(contract.Id).At(engaged.Version).When(new AmendContractRequest(Day("2026-11-01"), "様式の変更。", EditionCode: "ED-C")).Written();

        var moved = await theirs.GetAsync(part).Json();
        moved["rows"]!.AsArray().Select(row => row!["number"]!.GetValue<int>()).ShouldBe([6, 12, 13, 14]);
        moved["rows"]![0]!["method"]!.GetValue<string>().ShouldBe("持ち込まない。");
        moved["rows"]![1]!["status"].ShouldBeNull("one clause became three: what was said on it is not said on each");
        (await contractor.Contract(contract.Id))["subcontractors"]![0]!["numbers"]!.AsArray().Select(n => n!.GetValue<int>()).ShouldBe([6, 12, 13, 14]);
        await theirs.Having(StreamId.Part(contract.Id, engaged.Id), 14).At(moved["version"]!.GetValue<long>()).When(new EnterPartRowRequest(Status: ImplementationStatus.IMPLEMENTED)).Written();
    }

    private static async Task<JsonArray> Files(HttpClient who, string part) => (await who.GetAsync(part).Json())["files"]!.AsArray();

    private async Task<(WriteAnswer Contract, string Part, Guid Firm)> Engaged()
    {
        var firm = await Firm("印刷の会社");
        var contract = await contractor.Register();
        var engaged = await contractor.Having(contract).When(new EngageSubcontractorRequest("印刷の会社", SubcontractorKind.SUBCONTRACTOR, Day("2026-08-01"), firm, [5, 9])).Written(HttpStatusCode.Created);
        return (contract, $"/api/parts/{StreamId.Part(contract.Id, engaged.Id)}", firm);
    }

    private async Task<Guid> Firm(string name) => (await contractor.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, name)).Written(HttpStatusCode.Created)).Id;
}
