using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.ConfirmationDocuments;
using SecurityTracker.Server.Obligations;
using SecurityTracker.ServerTests.Contracts;
using static SecurityTracker.ServerTests.ConfirmationDocuments.DocumentRequests;

namespace SecurityTracker.ServerTests.ConfirmationDocuments;

[Collection(Shared.ConfirmationDocuments)]
public sealed class DocumentPathTests(TestServer server)
{
    private readonly HttpClient client = server.CreateClient();

    [Theory]
    [InlineData(Role.CONTRACTOR_STAFF, 403)]
    [InlineData(Role.ADMINISTRATOR, 403)]
    [InlineData(Role.SUPERVISING_OFFICER, 200)]
    [InlineData(Role.SECTION_HEAD, 200)]
    [InlineData(Role.AUDITOR, 200)]
    public async Task The_parties_read_and_the_contractors_officer_alone_writes(Role role, int reading)
    {
        var contract = await client.Register();
        var other = server.As(role);

        ((int)(await other.GetAsync(Of(contract.Id))).StatusCode).ShouldBe(reading);
        ((int)(await other.GetAsync(Of(contract.Id, "/history"))).StatusCode).ShouldBe(reading);
        await other.Having(contract.Id).At(0).When<StartDocumentDraftEndpoint>().Refuses(403, "not-permitted");
        await other.Having(contract.Id, 2).At(0).When(new ChangeDocumentMethodRequest("方法")).Refuses(403, "not-permitted");
        await other.Having(contract.Id).At(0).When(new AddDocumentPeopleRequest([])).Refuses(403, "not-permitted");
        await other.Having(contract.Id).At(0).When(new PresentConfirmationDocumentRequest()).Refuses(403, "not-permitted");
        await other.When(Get(Of(contract.Id, "/draft/document.pdf"))).Refuses(403, "not-permitted");
        await other.Having(contract.Id, 1).At(0).When(new SubmitConfirmationDocumentRequest(Day("2026-11-20"), SubmissionWay.MAIL)).Refuses(403, "not-permitted");
    }

    [Fact]
    public async Task Before_anything_is_begun_it_is_at_version_0_and_says_what_can_be_done()
    {
        var contract = await client.Register();

        var document = await client.Document(contract.Id);

        document["version"]!.GetValue<long>().ShouldBe(0);
        document["draft"].ShouldBeNull();
        document["versions"]!.AsArray().ShouldBeEmpty();
        document["inForce"].ShouldBeNull();
        document["firstWord"]!.GetValue<string>().ShouldBe("了承");
        document["can"]!["startDocumentDraft"]!.GetValue<bool>().ShouldBeTrue();
        document["can"]!["presentConfirmationDocument"]!["reason"].ShouldNotBeNull();
        document["layoutNote"]!["ja"]!.GetValue<string>().ShouldContain("既定の様式");
        document["suggestedPapers"]!.AsArray().Count.ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task A_first_draft_holds_the_recorded_methods_and_shows_what_differs_later()
    {
        var contract = await client.RegisterWithMethods();
        var drafted = await client.StartDraft(contract.Id);

        await client.Having(contract.Id, 5).At(2).When(new SetComplianceMethodRequest("再委託は行わない。")).Written();
        var method = Method(await client.Document(contract.Id), 5);
        method["method"]!.GetValue<string>().ShouldBe("5)の方法により実施する。");
        method["differsFromRecord"]!.GetValue<bool>().ShouldBeTrue();
        method["recorded"]!["version"]!.GetValue<long>().ShouldBe(3);

        await client.Having(contract.Id, 5).At(drafted.Version).When<TakeOverDocumentMethodEndpoint>().Written();
        method = Method(await client.Document(contract.Id), 5);
        method["method"]!.GetValue<string>().ShouldBe("再委託は行わない。");
        method["differsFromRecord"]!.GetValue<bool>().ShouldBeFalse();
        await client.Having(contract.Id, 5).At(drafted.Version + 1).When<TakeOverDocumentMethodEndpoint>().Refuses(409, "nothing-to-take-over");
    }

    [Fact]
    public async Task Bad_input_changes_nothing()
    {
        var contract = await client.Register();
        await client.Having(contract.Id, 2).At(0).When(new ChangeDocumentMethodRequest("方法")).Refuses(409, "draft-missing");
        await client.Having(contract.Id).When<StartDocumentDraftEndpoint>().Refuses(428, "version-required");
        var (_, version, _) = await client.StartDraft(contract.Id);
        await client.Having(contract.Id).At(version).When<StartDocumentDraftEndpoint>().Refuses(409, "draft-exists");
        await client.Having(contract.Id, 99).At(version).When(new ChangeDocumentMethodRequest("方法")).Refuses(404, "requirement-unknown");
        await client.Having(contract.Id, 2).At(0).When(new ChangeDocumentMethodRequest("方法")).Refuses(412, "version-stale");
        await client.Having(seen: version).When(Put(Of(contract.Id, "/draft/methods/2"), new { method = new string('長', 4001) })).Refuses(422, "text-too-long");
        await client.Having(contract.Id).At(version).When(new AddDocumentPeopleRequest([])).Refuses(422, "people-missing");
        var problem = await client.Having(seen: version).When(Post(Of(contract.Id, "/draft/people"), new { people = new object[] { Person(), new { roles = new[] { "WORKER" }, name = " " } } }))
            .Refuses(422, "text-missing");
        problem["errors"]![0]!["pointer"]!.GetValue<string>().ShouldBe("/people/1/name");
        await client.Having(contract.Id).At(version).When(new AddDocumentPeopleRequest([new DocumentPersonRequest([], "名")])).Refuses(422, "roles-missing");
        await client.Having(seen: version).When(Post(Of(contract.Id, "/draft/people"), new { people = new[] { new { roles = new[] { "KING" }, name = "名" } } })).Refuses(400, "roles-unknown");
        await client.Having(contract.Id).At(version).When(new AddDocumentPeopleRequest([new DocumentPersonRequest([OrganizationRole.WORKER], "名", AccountId: Guid.NewGuid())]))
            .Refuses(422, "account-unknown");
        await client.Having(seen: version).When(Put(Of(contract.Id, $"/draft/people/{Guid.NewGuid()}"), Person())).Refuses(404, "person-unknown");
        await client.Having(contract.Id, Guid.NewGuid()).At(version).When<RemoveDocumentPersonEndpoint>().Refuses(404, "person-unknown");
        var incomplete = await client.Having(contract.Id).At(version).When(new PresentConfirmationDocumentRequest()).Refuses(409, "document-incomplete");
        incomplete["errors"]!.AsArray().Count.ShouldBe(17);
        await client.Having(contract.Id, 1).At(version).When(new SubmitConfirmationDocumentRequest(Day("2026-11-20"), SubmissionWay.MAIL)).Refuses(404, "version-unknown");
        (await client.Document(contract.Id))["version"]!.GetValue<long>().ShouldBe(version);
    }

    [Fact]
    public async Task Another_contractors_document_does_not_exist()
    {
        await client.When(Get(Of(Guid.NewGuid()))).Refuses(404, "not-found");
        await client.Having(Guid.NewGuid()).At(0).When<StartDocumentDraftEndpoint>().Refuses(404, "not-found");
    }

    [Fact]
    public async Task A_presented_version_is_the_same_bytes_for_ever()
    {
        var contract = await client.RegisterWithMethods();
        var drafted = await client.DraftWithPerson(contract.Id);
        var presented = await client.Present(contract.Id, drafted.Version);
        presented["number"]!.GetValue<int>().ShouldBe(1);

        foreach (var (extension, format) in (ValueTuple<string, string>[])[("docx", "DOCX"), ("pdf", "PDF")])
        {
            using var answer = await client.GetAsync(Of(contract.Id, $"/versions/1/document.{extension}"));
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            var file = presented["files"]!.AsArray().Single(file => file!["format"]!.GetValue<string>() == format)!;
            Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(file["sha256"]!.GetValue<string>());
            Uri.UnescapeDataString(answer.Content.Headers.ContentDisposition!.FileNameStar!).ShouldBe($"確認書類_令和8年度　動向調査_第1版.{extension}");
        }

        await Should.ThrowAsync<PostgresException>(() => Execute("UPDATE confirmation_document_files SET content = ''"));
        await Should.ThrowAsync<PostgresException>(() => Execute("DELETE FROM confirmation_document_files"));
        await Should.ThrowAsync<PostgresException>(() => Execute("TRUNCATE confirmation_document_files"));

        // The next draft begins as this version, and saying the same again is not presenting.
        var version = presented["version"]!.GetValue<long>();
        var next = await client.StartDraft(contract.Id, version);
        await client.Having(contract.Id).At(next.Version).When(new PresentConfirmationDocumentRequest()).Refuses(409, "nothing-changed");
        await client.Having(contract.Id, 7).At(next.Version).When(new ChangeDocumentMethodRequest("複製は行わない。")).Written();
        var changed = (await client.Document(contract.Id))["draft"]!["changedSince"]!;
        changed["methods"]!.AsArray().ShouldHaveSingleItem()!["number"]!.GetValue<int>().ShouldBe(7);
        changed["needs"]!.AsArray().ShouldHaveSingleItem()!["kind"]!.GetValue<string>().ShouldBe("CHANGE_PROPOSAL");
        (await client.Present(contract.Id, next.Version + 1))["number"]!.GetValue<int>().ShouldBe(2);
        (await client.GetAsync(Of(contract.Id, "/versions/1/diff/2")).Json())["methods"]![0]!["after"]!.GetValue<string>().ShouldBe("複製は行わない。");
    }

    [Fact]
    public async Task Personal_fields_are_shown_by_need_in_answers_and_files_alike()
    {
        var contract = await client.RegisterWithMethods();
        var drafted = await client.DraftWithPerson(contract.Id);
        await client.Present(contract.Id, drafted.Version);

        foreach (var (role, sees) in (ValueTuple<Role, bool>[])[(Role.CONTRACTOR_OFFICER, true), (Role.SUPERVISING_OFFICER, true), (Role.SECTION_HEAD, true), (Role.AUDITOR, false)])
        {
            var reader = server.As(role);
            var person = (await reader.GetAsync(Of(contract.Id, "/versions/1")).Json())["content"]!["people"]![0]!;
            person["name"]!.GetValue<string>().ShouldBe("髙﨑　𠮷乃");
            person["nationality"]!.GetValue<string>().ShouldBe(sees ? Nationality : "（非表示）");
            person["birthDate"]!.GetValue<string>().ShouldBe(sees ? BirthDate : "（非表示）");
            (await reader.Document(contract.Id))["personalFields"]!["nationality"]!.GetValue<bool>().ShouldBe(sees);
            (await reader.GetStringAsync(Of(contract.Id, "/history"))).Contains(Nationality, StringComparison.Ordinal).ShouldBe(role == Role.CONTRACTOR_OFFICER);

            using var answer = await reader.GetAsync(Of(contract.Id, "/versions/1/document.docx"));
            var text = TextOf(await answer.Content.ReadAsByteArrayAsync());
            text.Contains(Nationality, StringComparison.Ordinal).ShouldBe(sees);
            text.Contains(Address, StringComparison.Ordinal).ShouldBe(sees);
            text.Contains("昭和５８年１１月７日", StringComparison.Ordinal).ShouldBe(sees);
            text.Contains("一部の項目を表示していない写し", StringComparison.Ordinal).ShouldBe(!sees);
            Uri.UnescapeDataString(answer.Content.Headers.ContentDisposition!.FileNameStar!).Contains("非表示あり", StringComparison.Ordinal).ShouldBe(!sees);
            (await reader.GetAsync(Of(contract.Id, "/versions/1/document.pdf"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task The_ministry_does_not_see_what_is_not_presented()
    {
        var contract = await client.RegisterWithMethods();
        await client.DraftWithPerson(contract.Id);
        var officer = server.As(Role.SUPERVISING_OFFICER);

        (await officer.Document(contract.Id))["draft"].ShouldBeNull();
        (await officer.GetAsync(Of(contract.Id, "/history")).Json()).AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_version_is_submitted_once_and_not_tomorrow()
    {
        var contract = await client.RegisterWithMethods();
        var drafted = await client.DraftWithPerson(contract.Id);
        var version = (await client.Present(contract.Id, drafted.Version))["version"]!.GetValue<long>();
        var address = Of(contract.Id, "/versions/1/submission");

        await client.Having(seen: version).When(Post(address, new { on = "2026-11-21", via = "MAIL" })).Refuses(422, "date-in-future");
        await client.Having(seen: version).When(Post(address, new { on = "2026-11-19", via = "MAIL" })).Refuses(422, "before-presented");
        var submitted = await client.Having(seen: version).When(Post(address, new { on = "2026-11-20", via = "HAND" })).Written();
        await client.Having(submitted).When(Post(address, new { on = "2026-11-20", via = "HAND" })).Refuses(409, "already-submitted");
        var shown = (await client.Document(contract.Id))["versions"]![0]!;
        shown["submission"]!["via"]!.GetValue<string>().ShouldBe("HAND");
        shown["timing"]!.GetValue<string>().ShouldBe("MISSING");
        await client.Having(contract.Id, 1).At(submitted.Version).When(new SetDocumentEffectiveFromRequest(Day("2030-01-01"))).Refuses(422, "outside-term");
        await client.Having(contract.Id, 1).At(submitted.Version).When(new SetDocumentEffectiveFromRequest(Day("2026-12-01"))).Written();
    }

    [Fact]
    public async Task A_wrong_day_of_submission_is_mended_in_the_open_and_the_officer_is_told()
    {
        var officer = server.As(Role.SUPERVISING_OFFICER);
        var contract = await client.RegisterWithMethods();
        var presented = await client.Present(contract.Id, (await client.DraftWithPerson(contract.Id)).Version);
        var submitted = await client.Having(contract.Id, 1).At(presented["version"]!.GetValue<long>()).When(new SubmitConfirmationDocumentRequest(Day("2026-11-20"), SubmissionWay.POST)).Written();
        var address = Of(contract.Id, "/versions/1/corrections");
        server.Clock.Now = server.Clock.Now.AddDays(2);
        try
        {
            await officer.Having(submitted).When(Post(address, new { on = "2026-11-21", reason = "消印の日付。" })).Refuses(403, "not-permitted");
            await client.Having(submitted).When(Post(address, new { on = "2026-11-21" })).Refuses(422, "text-missing");
            (await Waiting(officer)).ShouldNotContain($"CORRECTION {contract.Id}");
            var mended = await client.Having(submitted).When(Post(address, new { on = "2026-11-21", reason = "消印の日付。" })).Written();
            await officer.Having(contract.Id, 1).At(mended.Version).When(new CorrectDocumentSubmissionWayRequest(SubmissionWay.MAIL, "送り方の誤り。")).Refuses(403, "not-permitted");
            mended = await client.Having(contract.Id, 1).At(mended.Version).When(new CorrectDocumentSubmissionWayRequest(SubmissionWay.MAIL, "送り方の誤り。")).Written();
            // A draft that the ministry does not see moves nothing of what it sees.
            await client.StartDraft(contract.Id, mended.Version);

            foreach (var side in new[] { client, officer })
            {
                var document = await side.Document(contract.Id);
                document["versions"]![0]!["submission"]!["on"]!.GetValue<string>().ShouldBe("2026-11-21");
                var correction = document["corrections"]!.AsArray().ShouldHaveSingleItem()!;
                (correction["before"]!.GetValue<string>(), correction["reason"]!.GetValue<string>()).ShouldBe(("2026-11-20", "消印の日付。"));
                var way = document["wayCorrections"]!.AsArray().ShouldHaveSingleItem()!;
                (way["before"]!.GetValue<string>(), way["via"]!.GetValue<string>(), way["reason"]!.GetValue<string>()).ShouldBe(("POST", "MAIL", "送り方の誤り。"));
            }

            (await Waiting(officer)).ShouldContain($"CORRECTION {contract.Id}");
            (await Waiting(client)).ShouldNotContain($"CORRECTION {contract.Id}");
            var seen = (await officer.Document(contract.Id))["version"]!.GetValue<long>();
            seen.ShouldBe(mended.Version);
            using (var opened = await officer.Having(contract.Id).At(seen).When<OpenConfirmationDocumentEndpoint>())
            {
                opened.StatusCode.ShouldBe(HttpStatusCode.NoContent);
            }

            (await Waiting(officer)).ShouldContain($"CORRECTION {contract.Id}");
            await officer.Having(seen: seen).When(Post($"/api/inbox/CORRECTION/{mended.Id}/done")).IsAnswered(204);
            (await Waiting(officer)).ShouldNotContain($"CORRECTION {contract.Id}");
        }
        finally
        {
            server.Clock.Now = server.Clock.Now.AddDays(-2);
        }
    }

    private static async Task<IReadOnlyList<string>> Waiting(HttpClient who) =>
        [.. (await who.GetAsync("/api/inbox?scope=section&limit=200").Json())["items"]!.AsArray().Select(item => $"{item!["type"]} {item["contractId"]}")];

    private static JsonNode Method(JsonNode document, int number) =>
        document["draft"]!["content"]!["methods"]!.AsArray().Single(method => method!["number"]!.GetValue<int>() == number)!;

    private static string TextOf(byte[] docx)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return file.MainDocumentPart!.Document.InnerText;
    }

    private async Task Execute(string sql)
    {
        await using var command = server.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
