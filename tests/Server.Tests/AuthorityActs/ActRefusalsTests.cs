using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.AuthorityActs;

[Collection(Shared.AuthorityActs)]
public sealed class ActRefusalsTests(TestServer server)
{
    private readonly HttpClient contractor = server.As(Role.CONTRACTOR_OFFICER);
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);

    [Fact]
    public async Task Each_side_does_its_own()
    {
        var contract = await contractor.Register();
        var act = await contractor.Ask(contract.Id);
        await officer.Having(contract.Id).When(ActSteps.Body(ProcedureSubject.BRING_IN)).Refuses(403, "not-permitted");
        foreach (var role in (Role[])[Role.ADMINISTRATOR, Role.CONTRACTOR_STAFF])
        {
            await server.As(role).When(Get($"/api/authority-acts/{act.Id}")).Refuses(403, "not-permitted");
        }
    }

    [Fact]
    public async Task What_is_not_ones_own_does_not_exist()
    {
        var stranger = Guid.NewGuid();
        await officer.When(Get($"/api/authority-acts/{stranger}")).Refuses(404, "not-found");
        await officer.Having(stranger).At(1).When<OpenActEndpoint>().Refuses(404, "not-found");
        await contractor.Having(stranger).When(ActSteps.Body(ProcedureSubject.BRING_IN)).Refuses(404, "not-found");
        await contractor.When(Get($"/api/contracts/{stranger}/procedures")).Refuses(404, "not-found");
        await contractor.When(Get($"/api/contracts/{stranger}/communications")).Refuses(404, "not-found");
        await contractor.Having(stranger).When(new ReportIncidentRequest("侵害")).Refuses(404, "not-found");
    }

    [Fact]
    public async Task A_request_that_cannot_be_taken_is_refused_and_nothing_is_there()
    {
        var contract = await contractor.Register(c => c with { EditionCode = "ED-A" });
        var address = $"/api/contracts/{contract.Id}/authority-acts";
        await contractor.When(Post(address, ActSteps.Body(ProcedureSubject.CLOUD_USE))).Refuses(422, "procedure-not-offered");
        await contractor.When(Post(address, ActSteps.Body(ProcedureSubject.INCIDENT))).Refuses(422, "procedure-not-offered");
        await contractor.When(Post(address, ActSteps.Body(ProcedureSubject.DISCLOSURE, b => b with { Mode = ActMode.STANDING, Scope = ActSteps.Scope() }))).Refuses(422, "standing-not-possible");
        await contractor.When(Post(address, ActSteps.Body(ProcedureSubject.BRING_IN, b => b with { Mode = ActMode.STANDING }))).Refuses(422, "scope-missing");
        await contractor.When(Post(address, ActSteps.Body(ProcedureSubject.BRING_IN, b => b with { Title = "" }))).Refuses(422, "text-missing");
        await contractor.When(Post(address, ActSteps.Body(ProcedureSubject.BRING_IN).But("subject", "BRINGIN"))).Refuses(400, "subject-unknown");
        (await contractor.GetAsync(address).Json())["items"]!.AsArray().ShouldBeEmpty();
        var procedures = (await officer.GetAsync($"/api/contracts/{contract.Id}/procedures").Json()).AsArray();
        procedures.Single(p => p!.Text("subject") == "CONFIRMATION_DOCUMENT" && p.Text("kind") == "ACKNOWLEDGE")!.Text("wording").ShouldBe("了解");
        procedures.ShouldNotContain(p => p!.Text("subject") == "CLOSURE_DATE");
    }

    [Fact]
    public async Task What_was_read_before_is_not_what_is_decided_now()
    {
        var contract = await contractor.Register();
        var act = await contractor.Ask(contract.Id);
        await officer.OpenAct(act.Id, 1);

        // What the contractor changed since was not opened.
        var changed = await contractor.Having(act.Id).At(1).When(new ActContentRequest("持込み", "日を改めます。")).Written();
        await officer.Having(act.Id).At(changed.Version).When(new DecideActRequest(ActOutcome.GRANTED)).Refuses(409, "not-opened");
        var granted = await officer.Grant(act.Id, changed.Version, new { outcome = "GRANTED", expiresOn = "2026-11-20" });
        server.Clock.Now = server.Clock.Now.AddDays(1);
        await officer.OpenAct(act.Id, granted);
        await officer.Having(act.Id).At(granted).When(new WithdrawActRequest("理由")).Refuses(409, "act-expired");
        (await contractor.ActAt(act.Id))["summary"]!.Text("state").ShouldBe("EXPIRED");
        server.Clock.Now = server.Clock.Now.AddDays(-1);
    }

    [Fact]
    public async Task The_list_is_paged_by_age_and_by_date()
    {
        var contract = await contractor.Register();
        foreach (var day in (string[])["2026-12-03", "2026-12-01", "2026-12-02"])
        {
            server.Clock.Now = server.Clock.Now.AddMinutes(1);
            await contractor.Ask(contract.Id, ProcedureSubject.COPY_OUTSIDE, b => b with { Title = day, StartsOn = Day(day) });
        }

        server.Clock.Now = server.Clock.Now.AddMinutes(-3);
        (await Titles("age")).ShouldBe(["2026-12-03", "2026-12-01", "2026-12-02"]);
        (await Titles("date")).ShouldBe(["2026-12-01", "2026-12-02", "2026-12-03"]);
        await officer.When(Get("/api/inbox?scope=all")).Refuses(400, "inbox-scope-unknown");
        await officer.When(Get("/api/inbox?sort=name")).Refuses(400, "inbox-sort-unknown");
        await officer.When(Get("/api/inbox?cursor=abc")).Refuses(400, "cursor-malformed");
        await server.As(Role.AUDITOR).When(Get("/api/inbox")).Refuses(403, "not-permitted");

        async Task<List<string>> Titles(string sort)
        {
            var (titles, cursor) = (new List<string>(), "");
            do
            {
                var page = await officer.GetAsync($"/api/inbox?scope=section&kind=ACT_TO_DECIDE&limit=1&sort={sort}{cursor}").Json();
                titles.AddRange(page["items"]!.AsArray().Where(i => i!["contractId"]!.GetValue<Guid>() == contract.Id).Select(i => i!.Text("title")));
                cursor = page["next"] is { } next ? $"&cursor={next.GetValue<string>()}" : "";
            }
            while (cursor.Length > 0);
            return titles;
        }
    }
}
