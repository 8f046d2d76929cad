using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Http;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.AuthorityActs;

public sealed class ActRefusalsTests(TestServer server) : IClassFixture<TestServer>
{
    private readonly HttpClient contractor = server.CreateClient().As(Role.CONTRACTOR_OFFICER);
    private readonly HttpClient officer = server.CreateClient().As(Role.SUPERVISING_OFFICER);

    [Fact]
    public async Task Each_side_does_its_own()
    {
        var contract = await contractor.Register();
        var act = await contractor.Ask(contract.Id);
        await officer.PostAct($"/api/contracts/{contract.Id}/authority-acts", ActSteps.Body(ProcedureSubject.BRING_IN)).ShouldRefuse(403, "not-permitted");
        foreach (var role in (Role[])[Role.ADMINISTRATOR, Role.CONTRACTOR_STAFF])
        {
            await server.CreateClient().As(role).GetAsync($"/api/authority-acts/{act.Id}").ShouldRefuse(403, "not-permitted");
        }
    }

    [Fact]
    public async Task What_is_not_ones_own_does_not_exist()
    {
        var stranger = Guid.NewGuid();
        await officer.GetAsync($"/api/authority-acts/{stranger}").ShouldRefuse(404, "not-found");
        await officer.OnAct(stranger, "opening", "{}", 1).ShouldRefuse(404, "not-found");
        await contractor.PostAct($"/api/contracts/{stranger}/authority-acts", ActSteps.Body(ProcedureSubject.BRING_IN)).ShouldRefuse(404, "not-found");
        await contractor.GetAsync($"/api/contracts/{stranger}/procedures").ShouldRefuse(404, "not-found");
        await contractor.GetAsync($"/api/contracts/{stranger}/communications").ShouldRefuse(404, "not-found");
        await contractor.PostAct($"/api/contracts/{stranger}/incidents", new { text = "侵害" }).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task A_request_that_cannot_be_taken_is_refused_and_nothing_is_there()
    {
        var contract = await contractor.Register(c => c["editionCode"] = "ED-A");
        var address = $"/api/contracts/{contract.Id}/authority-acts";
        await contractor.PostAct(address, ActSteps.Body(ProcedureSubject.CLOUD_USE)).ShouldRefuse(422, "procedure-not-offered");
        await contractor.PostAct(address, ActSteps.Body(ProcedureSubject.INCIDENT)).ShouldRefuse(422, "procedure-not-offered");
        await contractor.PostAct(address, ActSteps.Body(ProcedureSubject.DISCLOSURE, b => (b["mode"], b["scope"]) = ("STANDING", ActSteps.Scope()))).ShouldRefuse(422, "standing-not-possible");
        await contractor.PostAct(address, ActSteps.Body(ProcedureSubject.BRING_IN, b => b["mode"] = "STANDING")).ShouldRefuse(422, "scope-missing");
        await contractor.PostAct(address, ActSteps.Body(ProcedureSubject.BRING_IN, b => b["title"] = "")).ShouldRefuse(422, "text-missing");
        await contractor.PostAct(address, ActSteps.Body(ProcedureSubject.BRING_IN, b => b["subject"] = "BRINGIN")).ShouldRefuse(400, "subject-unknown");
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
        var changed = await contractor.PutAct($"/api/authority-acts/{act.Id}/request", new { title = "持込み", text = "日を改めます。" }, 1).Written();
        await officer.OnAct(act.Id, "decision", new { outcome = "GRANTED" }, changed.Version).ShouldRefuse(409, "not-opened");
        var granted = await officer.Grant(act.Id, changed.Version, new { outcome = "GRANTED", expiresOn = "2026-11-20" });
        server.Clock.Now = server.Clock.Now.AddDays(1);
        await officer.OpenAct(act.Id, granted);
        await officer.OnAct(act.Id, "withdrawal", new { reason = "理由" }, granted).ShouldRefuse(409, "act-expired");
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
            await contractor.Ask(contract.Id, ProcedureSubject.COPY_OUTSIDE, b => (b["title"], b["startsOn"]) = (day, day));
        }

        (await Titles("age")).ShouldBe(["2026-12-03", "2026-12-01", "2026-12-02"]);
        (await Titles("date")).ShouldBe(["2026-12-01", "2026-12-02", "2026-12-03"]);
        await officer.GetAsync("/api/inbox?scope=all").ShouldRefuse(400, "inbox-scope-unknown");
        await officer.GetAsync("/api/inbox?sort=name").ShouldRefuse(400, "inbox-sort-unknown");
        await officer.GetAsync("/api/inbox?cursor=abc").ShouldRefuse(400, "cursor-malformed");
        await server.CreateClient().As(Role.AUDITOR).GetAsync("/api/inbox").ShouldRefuse(403, "not-permitted");

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
