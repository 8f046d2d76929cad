using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.ConfirmationDocuments;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Erasure;
using SecurityTracker.Server.Reading;
using SecurityTracker.ServerTests.AuthorityActs;
using SecurityTracker.ServerTests.ConfirmationDocuments;
using static SecurityTracker.ServerTests.ConfirmationDocuments.DocumentRequests;

namespace SecurityTracker.ServerTests.Erasure;

public sealed class ErasureTests(TestServer server) : IClassFixture<TestServer>
{
    private const string KeptFiles = "confirmation_document_files.content";
    private readonly HttpClient client = server.CreateClient();

    [Fact]
    public async Task After_an_erasure_no_value_of_the_person_is_found_anywhere_but_where_the_answer_says()
    {
        var words = new[] { "消去名一郎", "消去所属部", "消去役職員", "消去資格一級", "消去実績調査", "消去国籍国", "消去住所町九丁目", "1971-02-03" };
        var contract = await client.RegisterWithMethods();
        var drafted = await client.StartDraft(contract.Id);
        var person = new
        {
            roles = new[] { "WORKER" }, name = words[0], affiliation = words[1], position = words[2], expertise = words[3], achievements = words[4],
            nationality = words[5], address = words[6], birthDate = words[7],
        };
        var added = await client.Having(drafted).When(Post(Of(contract.Id, "/draft/people"), new { people = new object[] { person, Person() } }).Under("add-people")).Json(System.Net.HttpStatusCode.Created);
        var personId = added["personIds"]![0]!.GetValue<Guid>();
        var presented = await client.Present(contract.Id, added["version"]!.GetValue<long>());
        var next = await client.StartDraft(contract.Id, presented["version"]!.GetValue<long>());
        var pdf = server.Services.GetRequiredService<FileReaders>();
        var (before, columns) = await WholeDatabase.Search(server.Database, words, pdf);
        before.ShouldContain($"personal_values.value: {words[5]}");
        before.ShouldContain($"{KeptFiles}: {words[5]}", "the search sees into kept docx files");
        before.ShouldContain($"{KeptFiles} (PDF): {words[0]}", "the search sees into kept PDF files");
        columns.Count.ShouldBeGreaterThan(100);
        foreach (var column in new[] { "mt_events.data", "mt_events.headers", "mt_doc_confirmation_document.data", "mt_doc_report.data", "files.content", "report_files.content", "audit_events.person_id" })
        {
            columns.ShouldContain(column);
        }

        var address = Of(contract.Id, $"/people/{personId}/erasure");
        await server.As(Role.SUPERVISING_OFFICER).Having(next).When(Post(address, new { reason = "退職" })).Refuses(403, "not-permitted");
        await server.As(Role.ADMINISTRATOR).Having(next).When(Post(address, new { reason = "退職" })).Refuses(403, "not-permitted");
        await client.Having(next).When(Post(address, new { reason = " " })).Refuses(422, "reason-missing");
        await client.When(Post(address, new { reason = "退職" })).Refuses(428, "version-required");
        await client.Having(contract.Id, Guid.NewGuid()).At(next.Version).When(new ErasePersonOnRosterRequest("退職")).Refuses(404, "person-unknown");
        (await WholeDatabase.Search(server.Database, words, pdf)).Found.ShouldBe(before);

        var answer = await client.Having(next).When(Post(address, new { reason = "退職のため" }).Under("erase")).Json();

        // The kept files are what the answer says stays; the birth day stands there in the Japanese calendar.
        (await WholeDatabase.Search(server.Database, words, pdf)).Found.Where(place => !place.StartsWith(KeptFiles, StringComparison.Ordinal)).ShouldBeEmpty();
        Matters(answer, "stays").ShouldContain("CONFIRMATION_DOCUMENT_FILES");
        Matters(answer, "erases").ShouldContain("PERSONAL_VALUES");
        foreach (var shown in (JsonNode[])[(await client.Document(contract.Id))["draft"]!["content"]!, (await client.GetAsync(Of(contract.Id, "/versions/1")).Json())["content"]!])
        {
            var row = shown["people"]!.AsArray().Single(p => p!["id"]!.GetValue<Guid>() == personId)!;
            (row["name"]!.GetValue<string>(), row["nationality"]!.GetValue<string>(), row["erased"]!.GetValue<bool>()).ShouldBe(("消去済み", "消去済み", true));
            shown["people"]!.AsArray().Count(p => p!["name"]!.GetValue<string>() == "髙﨑　𠮷乃").ShouldBe(1, "others are as they were");
        }

        (await client.GetStringAsync(Of(contract.Id, "/history"))).ShouldNotContain(words[0]);
    }

    [Fact]
    public async Task An_administrator_erases_a_person_with_account_roster_and_post_as_officer()
    {
        var (name, mail, telephone, nationality) = ("口座消去花子", "shokyo-hanako@example.jp", "03-9999-8765", "口座国籍国");
        var personId = await Register(FirstOrganisations.ContractorId, Role.CONTRACTOR_OFFICER, name, mail);
        var contract = await client.RegisterWithMethods();
        await client.Having(contract.Id).At(1).When(new ChangeOfficersRequest([new OfficerRequest(OfficerPost.PRIMARY, "担当　職員", "tanto@example.go.jp", telephone)], Day("2026-07-10"))).Written();
        await client.Ask(contract.Id, change: b => b with { Mode = ActMode.STANDING, Scope = ActSteps.Scope() with { People = [name] } });
        var drafted = await client.StartDraft(contract.Id);
        await client.Having(contract.Id).At(drafted.Version).When(new AddDocumentPeopleRequest([new DocumentPersonRequest([OrganizationRole.WORKER], name, Nationality: nationality, AccountId: personId)]))
            .Written(System.Net.HttpStatusCode.Created);
        string[] words = [name, mail, nationality];
        (await WholeDatabase.Search(server.Database, words)).Found.ShouldNotBeEmpty();
        await client.Having(contract.Id, personId).At(drafted.Version + 1).When(new ErasePersonOnRosterRequest("退職")).Refuses(409, "person-has-account");

        var administrator = server.As(Role.ADMINISTRATOR);
        var preview = await administrator.GetAsync($"/api/people/{personId}/erasure").Json();
        preview["name"]!.GetValue<string>().ShouldBe(name);
        Matters(preview, "erases").ShouldContain("ACCOUNT");
        preview["can"]!["erasePerson"]!.GetValue<bool>().ShouldBeTrue();
        var version = preview["version"]!.GetValue<long>();
        var address = $"/api/people/{personId}/erasure";
        foreach (var role in (Role[])[Role.CONTRACTOR_OFFICER, Role.SUPERVISING_OFFICER, Role.AUDITOR])
        {
            await server.As(role).Having(personId).At(version).When(new ErasePersonRequest("退職")).Refuses(403, "not-permitted");
        }

        await administrator.Having(personId).At(version).When(new ErasePersonRequest(null)).Refuses(422, "reason-missing");
        await administrator.Having(personId).At(version + 5).When(new ErasePersonRequest("退職")).Refuses(412, "version-stale");

        await administrator.Having(personId).At(version).When(new ErasePersonRequest("退職のため")).Json();

        (await WholeDatabase.Search(server.Database, words)).Found.ShouldBeEmpty();
        var row = (await client.Document(contract.Id))["draft"]!["content"]!["people"]!.AsArray().ShouldHaveSingleItem()!;
        (row["name"]!.GetValue<string>(), row["erased"]!.GetValue<bool>()).ShouldBe(("消去済み", true));
        await administrator.When(Get($"/api/people/{Guid.NewGuid()}/erasure")).Refuses(404, "not-found");
    }

    [Fact]
    public async Task Rows_of_others_that_jsonb_refuses_stop_nobodys_erasure()
    {
        var name = "壊行消去花子";
        var personId = await Register(FirstOrganisations.ContractorId, Role.CONTRACTOR_OFFICER, name, "kaiko@example.jp");
        var other = await client.RegisterWithMethods();
        // As they were kept before texts were cleaned: json takes them, jsonb does not. One speaks of the person beside what is broken.
        string[] bodies =
        [
            """{"text":"\u0000"}""", """{"text":"\ud800"}""", """{"text":"\\u0000\ud800"}""", """{"text":"\udc00\u0000","a":"\\"}""",
            $$"""{"text":"\u0000","name":"{{name}}"}""",
        ];
        foreach (var (body, index) in bodies.Select((body, index) => (body, index)))
        {
            await using var plant = server.Database.CreateCommand(
                "INSERT INTO idempotent_answers (actor_id, key, request_hash, status, body, answered_at, sequence) VALUES ($1, $2, '', 200, $3::text::json, now(), 0)");
            plant.Parameters.Add(new() { Value = TestPeople.IdOf(Role.CONTRACTOR_STAFF) });
            plant.Parameters.Add(new() { Value = $"planted {index}" });
            plant.Parameters.Add(new() { Value = body });
            await plant.ExecuteNonQueryAsync();
        }

        await using (var broken = server.Database.CreateCommand("UPDATE mt_doc_contract SET data = jsonb_set(data, '{value,officerLists}', '\"no list\"') WHERE id = $1"))
        {
            broken.Parameters.Add(new() { Value = other.Id });
            (await broken.ExecuteNonQueryAsync()).ShouldBe(1);
        }

        var administrator = server.As(Role.ADMINISTRATOR);
        var version = (await administrator.GetAsync($"/api/people/{personId}/erasure").Json())["version"]!.GetValue<long>();
        await administrator.Having(personId).At(version).When(new ErasePersonRequest("退職のため")).Json();

        await using var left = server.Database.CreateCommand("SELECT count(*) FROM idempotent_answers WHERE key LIKE 'planted %'");
        (await left.ExecuteScalarAsync()).ShouldBe(4L, "only the answer that speaks of the person went");
    }

    [Fact]
    public async Task A_person_of_another_organisation_does_not_exist_for_an_administrator()
    {
        var personId = await Register(FirstOrganisations.OfficeId, Role.AUDITOR, "他組織　監査", "other-office@example.go.jp");
        var administrator = server.As(Role.ADMINISTRATOR);

        await administrator.When(Get($"/api/people/{personId}/erasure")).Refuses(404, "not-found");
        await administrator.Having(personId).At(2).When(new ErasePersonRequest("退職")).Refuses(404, "not-found");
    }

    [Fact]
    public async Task Every_table_with_rows_of_a_person_says_what_becomes_of_them()
    {
        // What keeps the id alone, and no more, stays as part of the record.
        string[] ofTheRecord = ["audit_events", "act_openings", "notices_done", "mails"];
        await using var command = server.Database.CreateCommand("SELECT table_name FROM information_schema.columns WHERE column_name = 'person_id' AND table_schema = 'public' ORDER BY 1");
        await using var row = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await row.ReadAsync())
        {
            tables.Add(row.GetString(0));
        }

        var erased = server.Services.GetServices<PersonRows>().Select(rows => rows.Table);
        tables.Except(erased).Except(ofTheRecord).ShouldBeEmpty("Register the table with ErasedWithPerson in the module that owns it");
    }

    private static IEnumerable<string> Matters(JsonNode answer, string list) => answer[list]!.AsArray().Select(item => item!["what"]!.GetValue<string>());

    private async Task<Guid> Register(Guid organisationId, Role role, string name, string mail)
    {
        var id = Guid.CreateVersion7();
        var session = server.Store.OpenSession(ActorHeaders.Metadata(Actor.System, correlationId: null));
        var organisation = (await session.Load<Organisation>(organisationId, CancellationToken.None))!.Value;
        await server.Services.GetRequiredService<People>().Register(
            session, id, name, mail, [new GrantMembership(Guid.CreateVersion7(), organisationId, organisation, SectionId: null, role, new DateOnly(2026, 1, 1))], CancellationToken.None);
        await session.SaveChanges(CancellationToken.None);
        return id;
    }
}
