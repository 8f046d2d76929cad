using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Obligations;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Reports;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.Reports.Review;

namespace SecurityTracker.ServerTests.Reports;

/// <summary>From the recorded statuses to the frozen files.</summary>
[Collection(Shared.Reports)]
public sealed class ReportPathTests(TestServer server)
{
    private readonly HttpClient client = server.CreateClient();

    [Fact]
    public async Task A_draft_is_filled_from_the_records()
    {
        var contract = await client.RegisterRecorded();

        var draft = await client.Draft(contract.Id);

        var report = await client.Report(draft.Id);
        report["state"]!.GetValue<string>().ShouldBe("DRAFT");
        report["rows"]!.AsArray().Select(row => row!["number"]!.GetValue<int>()).ShouldBe(Enumerable.Range(2, 16));
        report.Row(5)["reason"]!.GetValue<string>().ShouldBe("再委託を行わないため。");
        report.Row(5)["origin"]!.GetValue<string>().ShouldBe("RECORD");
        report.Row(15)["explanationRequired"]!.GetValue<bool>().ShouldBeTrue();
        report.Row(15)["explanation"]!.GetValue<string>().ShouldBe("閉鎖するシステムはありません。");
        report.Row(15)["label"]!.GetValue<string>().ShouldBe("情報セキュリティに関する事項１５）");
        report["header"]!["representativeName"]!.GetValue<string>().ShouldBe("髙﨑　𠮷乃");
        report["header"]!["addressee"]!.GetValue<string>().ShouldBe("経済産業省文化創造産業課長 殿");
        report.Checks("BLOCKING").ShouldBe(["reported-on-missing"]);
        report.Checks("NOTICE").ShouldBe(["norm-differs 2"]);
        report["can"]!["finaliseReport"]!["reason"]!["ja"]!.GetValue<string>().ShouldStartWith("報告の日付が空欄です。");
    }

    [Theory]
    [InlineData("reported-on-missing", null)]
    [InlineData("addressee-placeholder", "addressee")]
    [InlineData("header-placeholder", "contractName")]
    public async Task A_form_with_a_place_left_open_is_not_frozen(string code, string? field)
    {
        var draft = await client.Draft((await client.RegisterRecorded()).Id);
        var version = draft.Version;
        if (field is not null)
        {
            var header = Header((await client.Report(draft.Id))["header"]!);
            header[field] = "経済産業省○○○課長 殿";
            version = (await client.Having(seen: version).When(Put($"/api/reports/{draft.Id}/header", header)).Written()).Version;
        }

        var problem = await client.Having(seen: version).When(Post($"/api/reports/{draft.Id}/finalisation", new { reportedOn = field is null ? null : "2026-11-20" })).Refuses(409, "report-incomplete");
        problem["errors"]!.AsArray().ShouldHaveSingleItem()!["code"]!.GetValue<string>().ShouldBe(code);
        (await client.Report(draft.Id))["state"]!.GetValue<string>().ShouldBe("DRAFT");
    }

    [Fact]
    public async Task The_date_given_with_finalising_is_the_forms()
    {
        var draft = await client.Draft((await client.RegisterRecorded()).Id);
        await client.Having(draft).When(new FinaliseReportRequest(Day("2026-11-21"))).Json();
        (await client.Report(draft.Id))["header"]!["reportedOn"]!.GetValue<string>().ShouldBe("2026-11-21");
    }

    [Fact]
    public async Task A_finalised_report_is_the_same_bytes_whatever_is_recorded_later()
    {
        var contract = await client.RegisterRecorded();
        var draft = await client.Draft(contract.Id);

        var finalised = await client.Finalise(draft);

        var files = finalised["files"]!.AsArray().ToDictionary(file => file!["format"]!.GetValue<string>(), file => file!["sha256"]!.GetValue<string>());
        files.Keys.ShouldBe(["DOCX", "PDF", "XLSX"]);
        await ServesExactly(draft.Id, files);

        await client.Having(contract.Id, 9).At(2).When(new SetStatusRequest(ImplementationStatus.NOT_IMPLEMENTED, "後日の変更。")).Written();
        await client.Having(contract).When(new ChangeAddresseeRequest("別の課長 殿", Day("2026-11-01"))).Written();
        var report = await client.Report(draft.Id);
        report["state"]!.GetValue<string>().ShouldBe("FINALISED");
        report["header"]!["addressee"]!.GetValue<string>().ShouldBe("経済産業省文化創造産業課長 殿");
        report.Row(9)["status"]!.GetValue<string>().ShouldBe("IMPLEMENTED");
        report.Row(9)["differsFromRecord"]!["reason"]!.GetValue<string>().ShouldBe("後日の変更。");
        report["finalised"]!["at"]!.GetValue<DateTimeOffset>().ShouldBe(server.Clock.Now);
        report["finalised"]!["by"]!["role"]!.GetValue<string>().ShouldBe("CONTRACTOR_OFFICER");
        await ServesExactly(draft.Id, files);
    }

    [Fact]
    public async Task What_is_finalised_never_changes()
    {
        var contract = await client.RegisterRecorded();
        var draft = await client.Draft(contract.Id);
        var version = (await client.Finalise(draft))["version"]!.GetValue<long>();
        var address = $"/api/reports/{draft.Id}";

        await client.Having(draft.Id, 5).At(version).When(new ChangeReportRowRequest(ImplementationStatus.IMPLEMENTED)).Refuses(409, "report-finalised");
        await client.Having(seen: version).When(Put($"{address}/header", Header((await client.Report(draft.Id))["header"]!))).Refuses(409, "report-finalised");
        await client.Having(draft.Id, 5).At(version).When<TakeOverReportRowEndpoint>().Refuses(409, "report-finalised");
        await client.Having(draft.Id).At(version).When(new FinaliseReportRequest()).Refuses(409, "report-finalised");
        await client.Having(draft.Id).At(version).When<DiscardReportEndpoint>().Refuses(409, "report-finalised");
        (await client.Report(draft.Id))["version"]!.GetValue<long>().ShouldBe(version);
        await using var update = server.Database.CreateCommand("UPDATE report_files SET format = format");
        (await Should.ThrowAsync<Npgsql.PostgresException>(update.ExecuteNonQueryAsync())).MessageText.ShouldContain("never change");
    }

    [Fact]
    public async Task Editing_a_row_leaves_the_record_and_the_record_is_taken_over_by_the_row()
    {
        var contract = await client.RegisterRecorded();
        var draft = await client.Draft(contract.Id);

        var edited = await client.Having(draft.Id, 5).At(draft.Version).When(new ChangeReportRowRequest(ImplementationStatus.NOT_APPLICABLE, "この報告だけの文。")).Written();

        (await client.GetAsync($"/api/contracts/{contract.Id}/obligations/5").Json())["reason"]!.GetValue<string>().ShouldBe("再委託を行わないため。");
        var report = await client.Report(draft.Id);
        report.Row(5)["differsFromRecord"]!["reason"]!.GetValue<string>().ShouldBe("再委託を行わないため。");
        report.Checks().ShouldContain("differs-from-record 5");

        var taken = await client.Having(draft.Id, 5).At(edited.Version).When<TakeOverReportRowEndpoint>().Written();
        report = await client.Report(draft.Id);
        report["version"]!.GetValue<long>().ShouldBe(taken.Version);
        report.Row(5)["reason"]!.GetValue<string>().ShouldBe("再委託を行わないため。");
        report.Row(5)["differsFromRecord"].ShouldBeNull();
    }

    [Fact]
    public async Task The_next_report_marks_what_changed_since_the_last()
    {
        var contract = await client.RegisterRecorded();
        await client.Finalise(await client.Draft(contract.Id));
        await client.Having(contract.Id, 9).At(2).When(new SetStatusRequest(ImplementationStatus.NOT_IMPLEMENTED, "新たな理由。")).Written();

        var second = await client.Draft(contract.Id, new { from = "2026-10-01", to = "2027-02-26" });

        var report = await client.Report(second.Id);
        report.Row(9)["changedSinceLast"]!["status"]!.GetValue<string>().ShouldBe("IMPLEMENTED");
        report.Row(5)["changedSinceLast"].ShouldBeNull();
        report.Checks().ShouldContain("reason-unchanged 5");
    }

    [Fact]
    public async Task A_contract_in_preparation_is_finalised_once_it_is_signed()
    {
        var contract = await client.RegisterRecorded(body => body with { SignedOn = null });
        var draft = await client.Draft(contract.Id);
        (await client.Report(draft.Id)).Checks("BLOCKING").ShouldBe(["signing-date-missing", "reported-on-missing"]);
        var problem = await client.Having(draft).When(new FinaliseReportRequest(Day("2026-11-20"))).Refuses(409, "report-incomplete");
        problem["errors"]!.AsArray().Single()!["pointer"]!.GetValue<string>().ShouldBe("/header/contractSignedOn");

        await client.Having(contract).When(new SignContractRequest(Day("2026-07-10"))).Written();

        (await client.Report(draft.Id))["header"]!["contractSignedOn"]!.GetValue<string>().ShouldBe("2026-07-10");
        await client.Finalise(draft);
    }

    [Fact]
    public async Task The_header_is_the_reports_own()
    {
        var contract = await client.RegisterRecorded();
        var draft = await client.Draft(contract.Id);
        var header = Header((await client.Report(draft.Id))["header"]!);
        (header["reportedOn"], header["documentNumber"], header["representativeName"]) = ("2026-10-09", "調査第12号", "新代表");

        await client.Having(draft).When(Put($"/api/reports/{draft.Id}/header", header)).Written();

        var report = await client.Report(draft.Id);
        report["header"]!["representativeName"]!.GetValue<string>().ShouldBe("新代表");
        report["header"]!["documentNumber"]!.GetValue<string>().ShouldBe("調査第12号");
        report.Checks().ShouldNotContain("reported-on-missing");
        (await client.GetAsync($"/api/contracts/{contract.Id}").Json())["contractor"]!["representativeName"]!.GetValue<string>().ShouldBe("髙﨑　𠮷乃");
        var events = await server.Store.OpenSession().FetchStream(draft.Id);
        System.Text.Json.JsonSerializer.Serialize(events[^1].Data, events[^1].Data.GetType()).ShouldNotContain("新代表");
    }

    [Fact]
    public async Task A_draft_prints_as_it_stands_and_its_name_says_so()
    {
        var contract = await client.RegisterRecorded();
        var draft = await client.Draft(contract.Id);

        using var answer = await client.GetAsync($"/api/reports/{draft.Id}/form.docx");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("案_実施状況報告書_令和8年度　動向調査_20260710-20260930.docx");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        await client.When(Get($"/api/reports/{draft.Id}/form.odt")).Refuses(404, "not-found");
    }

    [Fact]
    public async Task The_mail_goes_to_the_section_with_the_files_named()
    {
        var contract = await client.RegisterRecorded();
        var draft = await client.Draft(contract.Id);

        var mail = await client.GetAsync($"/api/reports/{draft.Id}/mail").Json();

        mail["to"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("section@example.go.jp");
        mail["subject"]!.GetValue<string>().ShouldNotBeEmpty();
        mail["attachments"]!.AsArray().Count.ShouldBe(2);
        var file = EmlReader.Read(await client.GetByteArrayAsync($"/api/reports/{draft.Id}/mail.eml")).Value!;
        file.Headers.ShouldContain("X-Unsent: 1");
        (file.To.Single().Address, file.Subject).ShouldBe(("section@example.go.jp", mail["subject"]!.GetValue<string>()));
        file.Attachments.Select(a => a.Name).ShouldBe(mail["attachments"]!.AsArray().Select(a => a!.GetValue<string>()));
        file.Attachments[1].Content.AsSpan().StartsWith("%PDF"u8).ShouldBeTrue();
    }

    [Fact]
    public async Task A_character_that_no_font_has_is_named_with_its_place()
    {
        var contract = await client.RegisterRecorded();
        var draft = await client.Draft(contract.Id);
        var edited = await client.Having(draft.Id, 5).At(draft.Version).When(new ChangeReportRowRequest(ImplementationStatus.NOT_APPLICABLE, "担当は𪚥です。")).Written();

        var problem = await client.Having(edited).When(Post($"/api/reports/{draft.Id}/finalisation", new { reportedOn = ReportRequests.ReportedOn })).Refuses(409, "report-incomplete");

        problem["errors"]![0]!["code"]!.GetValue<string>().ShouldBe("glyph-missing");
        problem["errors"]![0]!["messages"]!["ja"]!.GetValue<string>().ShouldStartWith("情報セキュリティに関する事項５）の理由等の「");
    }

    [Fact]
    public async Task Another_office_sees_none_of_it()
    {
        var contract = await client.RegisterRecorded();
        var draft = await client.Submitted(contract.Id);
        await server.As(Role.SUPERVISING_OFFICER).GetAsync($"/api/reports/{draft.Id}").Json();

        var (office, _, _) = await server.As(Role.SUPERVISING_OFFICER)
            .When(new RegisterOrganisationRequest(OrganisationKind.MINISTRY_OFFICE, "別の局", Sections: [new NewSection("別の課")])).Written(HttpStatusCode.Created);
        var stranger = StreamId.Person(office, nameof(Role.SUPERVISING_OFFICER));

        foreach (var path in new[] { "", "/form.pdf", "/mail" })
        {
            await server.As(stranger).When(Get($"/api/reports/{draft.Id}{path}")).Refuses(404, "not-found");
        }

        await server.As(stranger).When(Get($"/api/contracts/{contract.Id}/reports")).Refuses(404, "not-found");
        await server.As(stranger).When(Get($"/api/contracts/{contract.Id}/periods")).Refuses(404, "not-found");
    }

    private async Task ServesExactly(Guid reportId, Dictionary<string, string> files)
    {
        foreach (var (format, sha256) in files)
        {
            using var answer = await client.GetAsync($"/api/reports/{reportId}/form.{format.ToLowerInvariant()}");
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(sha256);
            answer.Headers.GetValues("Repr-Digest").Single().ShouldBe($"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:");
            answer.Content.Headers.ContentDisposition!.FileNameStar!.ShouldStartWith("実施状況報告書_");
        }
    }

    private static JsonObject Header(JsonNode header) => header.DeepClone().AsObject();
}
