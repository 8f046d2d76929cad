using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Exchange;
using SecurityTracker.ServerTests.Files;

namespace SecurityTracker.ServerTests.AuthorityActs;

/// <summary>An act in every state in which it can be, made once.</summary>
public sealed class ActsInEveryState : MailReadingServer
{
    private readonly Dictionary<string, (Guid Id, long Version)> acts = [];

    public Guid Contract { get; private set; }

    public Guid Communication { get; private set; }

    /// <summary>A mail that was read in, and a file that was only put there.</summary>
    public (Guid Mail, Guid File) Evidence { get; private set; }

    /// <summary>Someone who acts for both sides, and the two memberships.</summary>
    public (Guid Person, Guid AsContractor, Guid AsOfficer) Both { get; } = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());

    public async Task<(Guid Id, long Version)> In(string state)
    {
        // The tests of a class run one after the other.
        if (acts.Count == 0)
        {
            await Make(CreateClient(), CreateClient().As(Role.SUPERVISING_OFFICER));
        }

        return acts[state];
    }

    /// <summary>Every stream with its version.</summary>
    public async Task<string> Versions()
    {
        await using var command = Database.CreateCommand("SELECT string_agg(id || ' ' || version, ' ' ORDER BY id) FROM mt_streams");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private async Task Make(HttpClient contractor, HttpClient officer)
    {
        Contract = (await contractor.Register()).Id;
        var mail = await contractor.Upload($"/api/contracts/{Contract}/mail-readings", SignedMails.Sign(SignedMails.Answer()), "返信.eml").Json(HttpStatusCode.Created);
        Evidence = (mail["file"]!["id"]!.GetValue<Guid>(), await contractor.KeepFile(Contract));
        Communication = (await contractor.Having(Contract).When(new CommunicationRequest(CommunicationKind.REPORT, Direction.FROM_CONTRACTOR, ProcedureSubject.OTHER, "報告"))
            .Written(HttpStatusCode.Created)).Id;
        await People.Register(Both.Person, "両側　花子", mail: null, await Grant(Both.AsContractor, FirstOrganisations.ContractorId, sectionId: null, Role.CONTRACTOR_OFFICER),
            await Grant(Both.AsOfficer, FirstOrganisations.OfficeId, FirstOrganisations.SectionId, Role.SUPERVISING_OFFICER));
        var asBoth = CreateClient().As(Both.Person, Both.AsContractor);

        async Task Open(Guid id, long version)
        {
            await officer.OpenAct(id, version);
            await CreateClient().As(Both.Person, Both.AsOfficer).OpenAct(id, version);
        }

        async Task Have(string state, HttpClient by, params (HttpClient Client, string What, object Body)[] steps)
        {
            var asked = await by.Ask(Contract, ProcedureSubject.BRING_IN, b => state == "STANDING" ? b with { Mode = ActMode.STANDING, Scope = ActSteps.Scope() } : b);
            var version = asked.Version;
            foreach (var (client, what, body) in steps)
            {
                await Open(asked.Id, version);
                version = (await client.Having(seen: version).When(Post($"/api/authority-acts/{asked.Id}/{what}", body)).Written()).Version;
            }

            await Open(asked.Id, version);
            acts[state] = (asked.Id, version);
        }

        var grant = (officer, "decision", (object)new { outcome = "GRANTED" });
        var record = new { outcome = "GRANTED", channel = "MAIL", actAt = "2026-11-19T10:00:00+09:00", mailFileId = Evidence.Mail };
        await Have("REQUESTED", contractor);
        await Have("INQUIRED", contractor, (officer, "inquiries", new { text = "期間は。" }));
        await Have("GRANTED", contractor, grant);
        await Have("STANDING", contractor, grant);
        await Have("EXPIRED", contractor, (officer, "decision", new { outcome = "GRANTED", actAt = "2026-11-18T10:00:00+09:00", expiresOn = "2026-11-19" }));
        await Have("DECLINED", contractor, (officer, "decision", new { outcome = "DECLINED", reason = "理由" }));
        await Have("CANCELLED", contractor, (contractor, "cancellation", new { reason = "理由" }));
        await Have("WITHDRAWN", contractor, grant, (officer, "withdrawal", new { reason = "理由" }));
        await Have("RECORDED", contractor, (contractor, "outside-records", record));
        await Have("REQUESTED by both", asBoth);
        await Have("GRANTED to both", asBoth, grant);
        await Have("RECORDED by both", asBoth, (asBoth, "outside-records", record));
        await Have("INQUIRED by both", contractor, (CreateClient().As(Both.Person, Both.AsOfficer), "inquiries", new { text = "期間は。" }));
    }

    private async Task<GrantMembership> Grant(Guid id, Guid organisationId, Guid? sectionId, Role role)
    {
        var organisation = await Store.OpenSession().Load<Organisation>(organisationId, CancellationToken.None);
        return new(id, organisationId, organisation!.Value, sectionId, role, new DateOnly(2020, 4, 1));
    }
}

/// <summary>Bad input on each act: a code and a sentence, and no stream has moved.</summary>
public sealed class BadInputTests(ActsInEveryState server) : IClassFixture<ActsInEveryState>
{
    private const string Past = "2026-11-19T10:00:00+09:00";
    private const string Future = "2026-11-21T10:00:00+09:00";

    /// <summary>State, who, what, body, status, code.</summary>
    public static TheoryData<string, string, string, object, int, string> Cases => new()
    {
        // Wrong party.
        { "REQUESTED", "contractor", "decision", new { outcome = "GRANTED" }, 403, "not-permitted" },
        { "REQUESTED", "contractor", "inquiries", new { text = "?" }, 403, "not-permitted" },
        { "GRANTED", "contractor", "withdrawal", new { reason = "理由" }, 403, "not-permitted" },
        { "RECORDED", "contractor", "confirmation", new { }, 403, "not-permitted" },
        { "RECORDED", "contractor", "objection", new { reason = "理由" }, 403, "not-permitted" },
        { "GRANTED", "contractor", "assessments", new { text = "支障なし" }, 403, "not-permitted" },
        { "INQUIRED", "officer", "answers", new { text = "!" }, 403, "not-permitted" },
        { "REQUESTED", "officer", "cancellation", new { reason = "理由" }, 403, "not-permitted" },
        { "REQUESTED", "officer", "outside-records", new { outcome = "GRANTED", channel = "TELEPHONE", actAt = Past, officerName = "某" }, 403, "not-permitted" },
        { "REQUESTED", "officer", "start", new { on = "2026-11-20" }, 403, "not-permitted" },
        { "STANDING", "officer", "uses", new { on = "2026-11-20" }, 403, "not-permitted" },
        { "GRANTED", "officer", "conditions-kept", new { condition = 0, on = "2026-11-20", text = "済" }, 403, "not-permitted" },
        { "GRANTED", "officer", "target-changes", new { version = 2, summary = "変更" }, 403, "not-permitted" },
        { "GRANTED", "contractor", "corrections", new { field = "ACT_AT", value = "2026-11-19T10:00Z", reason = "理由" }, 409, "correction-not-yours" },
        { "RECORDED", "officer", "corrections", new { field = "CHANNEL", value = "PAPER", reason = "理由" }, 409, "correction-not-yours" },
        { "GRANTED", "auditor", "assessments", new { text = "支障なし" }, 403, "not-permitted" },
        { "GRANTED", "staff", "start", new { on = "2026-11-20" }, 403, "not-permitted" },

        // Wrong state.
        { "GRANTED", "officer", "decision", new { outcome = "GRANTED" }, 409, "act-not-open" },
        { "DECLINED", "officer", "decision", new { outcome = "GRANTED" }, 409, "act-not-open" },
        { "CANCELLED", "officer", "decision", new { outcome = "GRANTED" }, 409, "act-not-open" },
        { "WITHDRAWN", "officer", "decision", new { outcome = "GRANTED" }, 409, "act-not-open" },
        { "EXPIRED", "officer", "decision", new { outcome = "GRANTED" }, 409, "act-not-open" },
        { "GRANTED", "officer", "inquiries", new { text = "?" }, 409, "act-not-open" },
        { "GRANTED", "contractor", "cancellation", new { reason = "理由" }, 409, "act-not-open" },
        { "DECLINED", "contractor", "outside-records", new { outcome = "GRANTED", channel = "TELEPHONE", actAt = Past, officerName = "某" }, 409, "act-not-open" },
        { "REQUESTED", "contractor", "outside-records", new { outcome = "WITHDRAWN", channel = "TELEPHONE", actAt = Past, officerName = "某", reason = "理由" }, 409, "act-not-granted" },
        { "REQUESTED", "contractor", "answers", new { text = "!" }, 409, "act-not-inquired" },
        { "REQUESTED", "officer", "withdrawal", new { reason = "理由" }, 409, "act-not-granted" },
        { "WITHDRAWN", "officer", "withdrawal", new { reason = "理由" }, 409, "act-not-granted" },
        { "REQUESTED", "officer", "confirmation", new { }, 409, "nothing-to-confirm" },
        { "GRANTED", "officer", "objection", new { reason = "理由" }, 409, "nothing-to-confirm" },
        { "GRANTED", "contractor", "uses", new { on = "2026-11-20" }, 409, "not-standing" },
        { "REQUESTED", "contractor", "conditions-kept", new { condition = 0, on = "2026-11-20", text = "済" }, 409, "act-not-granted" },
        { "GRANTED", "contractor", "conditions-kept", new { condition = 0, on = "2026-11-20", text = "済" }, 422, "condition-unknown" },
        { "GRANTED", "contractor", "target-changes", new { version = 2, summary = "変更" }, 409, "target-not-newer" },
        { "REQUESTED", "contractor", "corrections", new { field = "ACT_AT", value = "2026-11-19T10:00Z", reason = "理由" }, 409, "nothing-to-correct" },

        // Past its last day.
        { "EXPIRED", "officer", "withdrawal", new { reason = "理由" }, 409, "act-expired" },
        { "EXPIRED", "contractor", "outside-records", new { outcome = "WITHDRAWN", channel = "TELEPHONE", actAt = Past, officerName = "某", reason = "理由" }, 409, "act-expired" },
        { "STANDING", "contractor", "uses", new { on = "2026-11-19", medium = "ノートＰＣ", people = new[] { "山田　花子" } }, 422, "use-outside-scope" },
        { "REQUESTED", "officer", "decision", new { outcome = "GRANTED", expiresOn = "2026-11-19" }, 422, "expiry-before-act" },

        // Later than now.
        { "REQUESTED", "officer", "decision", new { outcome = "GRANTED", actAt = Future }, 422, "act-in-future" },
        { "GRANTED", "officer", "withdrawal", new { reason = "理由", actAt = Future }, 422, "act-in-future" },
        { "GRANTED", "officer", "withdrawal", new { reason = "理由", actAt = "2026-11-18T10:00:00+09:00" }, 422, "withdrawal-before-grant" },
        { "REQUESTED", "contractor", "outside-records", new { outcome = "GRANTED", channel = "TELEPHONE", actAt = Future, officerName = "某" }, 422, "act-in-future" },
        { "RECORDED", "contractor", "corrections", new { field = "ACT_AT", value = "2026-11-21T10:00Z", reason = "理由" }, 422, "act-in-future" },
        { "REQUESTED", "contractor", "start", new { on = "2026-11-21" }, 422, "day-in-future" },
        { "STANDING", "contractor", "uses", new { on = "2026-11-21" }, 422, "day-in-future" },

        // Without its evidence, or with another's.
        { "REQUESTED", "contractor", "outside-records", new { outcome = "GRANTED", channel = "MAIL", actAt = Past }, 422, "file-missing" },
        { "REQUESTED", "contractor", "outside-records", new { outcome = "GRANTED", channel = "PAPER", actAt = Past }, 422, "file-missing" },
        { "REQUESTED", "contractor", "outside-records", new { outcome = "GRANTED", channel = "MAIL", actAt = Past, fileIds = new[] { Guid.Empty } }, 422, "file-missing" },
        { "REQUESTED", "contractor", "outside-records", new { outcome = "GRANTED", channel = "MAIL", actAt = Past, mailFileId = Guid.Empty }, 422, "file-missing" },
        { "REQUESTED", "contractor", "outside-records", new { outcome = "GRANTED", channel = "TELEPHONE", actAt = Past }, 422, "officer-missing" },
        { "REQUESTED", "contractor", "outside-records", new { outcome = "GRANTED", channel = "SYSTEM", actAt = Past }, 422, "channel-not-possible" },
        { "INQUIRED", "contractor", "answers", new { text = "!", fileIds = new[] { Guid.Empty } }, 422, "file-missing" },

        // Without a word of what it wants.
        { "REQUESTED", "officer", "decision", new { outcome = "DECLINED" }, 422, "reason-missing" },
        { "REQUESTED", "officer", "decision", new { outcome = "INQUIRED" }, 422, "outcome-not-possible" },
        { "REQUESTED", "officer", "decision", new { outcome = "YES" }, 400, "outcome-unknown" },
        { "REQUESTED", "officer", "decision", new { outcome = "DECLINED", reason = "理由", conditions = new[] { "施錠" } }, 422, "conditions-not-wanted" },
        { "REQUESTED", "officer", "inquiries", new { text = " " }, 422, "text-missing" },
        { "REQUESTED", "contractor", "cancellation", new { reason = "" }, 422, "reason-missing" },
        { "RECORDED", "officer", "objection", new { reason = "" }, 422, "reason-missing" },
        { "GRANTED", "officer", "assessments", new { text = "" }, 422, "text-missing" },
        { "RECORDED", "contractor", "corrections", new { field = "CHANNEL", value = "FAX", reason = "理由" }, 422, "correction-invalid" },
        { "REQUESTED", "officer", "decision", "{", 400, "malformed-body" },

        // One person on both sides.
        { "REQUESTED by both", "both as officer", "decision", new { outcome = "GRANTED" }, 409, "same-person" },
        { "REQUESTED by both", "both as officer", "inquiries", new { text = "?" }, 409, "same-person" },
        { "GRANTED to both", "both as officer", "withdrawal", new { reason = "理由" }, 409, "same-person" },
        { "GRANTED to both", "both as officer", "assessments", new { text = "支障なし" }, 409, "same-person" },
        { "RECORDED by both", "both as officer", "confirmation", new { }, 409, "same-person" },
        { "RECORDED by both", "both as officer", "objection", new { reason = "理由" }, 409, "same-person" },
        { "INQUIRED by both", "both as contractor", "answers", new { text = "!" }, 409, "same-person" },
        { "INQUIRED by both", "both as contractor", "cancellation", new { reason = "理由" }, 409, "same-person" },
        { "INQUIRED by both", "both as contractor", "outside-records", new { outcome = "GRANTED", channel = "TELEPHONE", actAt = Past, officerName = "某" }, 409, "same-person" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_is_refused_and_nothing_changes(string state, string who, string what, object body, int status, string code)
    {
        var (id, version) = await server.In(state);
        var before = await server.Versions();
        await Client(who).Having(seen: version).When(Post($"/api/authority-acts/{id}/{what}", body)).Refuses(status, code);
        (await server.Versions()).ShouldBe(before);
    }

    [Fact]
    public async Task A_file_that_was_read_in_as_no_mail_is_no_evidence_by_mail()
    {
        var (id, version) = await server.In("REQUESTED");
        var before = await server.Versions();
        var record = new RecordFromOutsideRequest(ActOutcome.GRANTED, Channel.MAIL, Instant(Past), MailFileId: server.Evidence.File);
        await Client("contractor").Having(id).At(version).When(record).Refuses(422, "mail-not-read");
        (await server.Versions()).ShouldBe(before);
    }

    /// <summary>Every command on an act, whatever its body: without the version that was seen, with an old one, and on what is not there.</summary>
    public static TheoryData<string, string> Commands => new()
    {
        { "contractor", "answers" }, { "contractor", "cancellation" }, { "contractor", "outside-records" }, { "contractor", "start" }, { "contractor", "uses" },
        { "contractor", "conditions-kept" }, { "contractor", "target-changes" }, { "contractor", "corrections" }, { "contractor", "opening" },
        { "officer", "decision" }, { "officer", "inquiries" }, { "officer", "confirmation" }, { "officer", "objection" }, { "officer", "withdrawal" }, { "officer", "assessments" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_version_that_was_seen_is_the_one_that_is_there(string who, string what)
    {
        var (id, _) = await server.In("REQUESTED");
        var before = await server.Versions();
        var body = new
        {
            text = "本文", reason = "理由", outcome = "GRANTED", channel = "TELEPHONE", actAt = Past, officerName = "某", on = "2026-11-20",
            condition = 0, version = 2, summary = "変更", field = "ACT_AT",
        };
        await Client(who).Having(seen: 7).When(Post($"/api/authority-acts/{id}/{what}", body)).Refuses(412, "version-stale");
        await Client(who).When(Post($"/api/authority-acts/{id}/{what}", body)).Refuses(428, "version-required");
        await Client(who).Having(seen: 1).When(Post($"/api/authority-acts/{Guid.NewGuid()}/{what}", body)).Refuses(404, "not-found");
        (await server.Versions()).ShouldBe(before);
    }

    [Fact]
    public async Task A_forged_mail_is_kept_nowhere()
    {
        await server.In("REQUESTED");
        var before = await server.Versions();
        var address = $"/api/contracts/{server.Contract}/mail-readings";
        var signed = SignedMails.Sign(SignedMails.Answer(text: "不可とします。"));
        await Client("contractor").Upload(address, signed.With(Convert.ToBase64String("不可とします。"u8), Convert.ToBase64String("了承しますよ。"u8)), "返信.eml").Refuses(422, "mail-signature-broken");
        await Client("contractor").Upload(address, signed.With("tanto@", "kacho@"), "返信.eml").Refuses(422, "mail-signature-broken");
        await Client("contractor").Upload(address, "これはメールではない"u8.ToArray(), "返信.eml").Refuses(422, "mail-unreadable");
        (await server.Versions()).ShouldBe(before);
    }

    [Fact]
    public async Task Of_a_communication_as_well()
    {
        await server.In("REQUESTED");
        var written = (await Client("both as contractor").Having(server.Contract).When(new CommunicationRequest(CommunicationKind.REPORT, Direction.FROM_CONTRACTOR, ProcedureSubject.OTHER, "報告"))
            .Written(HttpStatusCode.Created)).Id;
        var before = await server.Versions();
        async Task Refused(string who, Guid id, string what, object body, int status, string code) =>
            await Client(who).Having(seen: 1).When(Post($"/api/communications/{id}/{what}", body)).Refuses(status, code);

        await Refused("contractor", server.Communication, "confirmation", new { }, 409, "wrong-party");
        await Refused("contractor", server.Communication, "objection", new { reason = "理由" }, 409, "wrong-party");
        await Refused("officer", server.Communication, "confirmation", new { }, 409, "not-opened");
        await Refused("officer", server.Communication, "corrections", new { field = "TEXT", value = "別", reason = "理由" }, 409, "correction-not-yours");
        await Refused("contractor", server.Communication, "corrections", new { field = "ACT_AT", value = "2026-11-21T10:00Z", reason = "理由" }, 422, "act-in-future");
        await Refused("both as officer", written, "confirmation", new { }, 409, "same-person");
        await Refused("both as officer", written, "objection", new { reason = "理由" }, 409, "same-person");
        foreach (var (who, body, code) in new (string, JsonObject, string)[]
        {
            ("officer", Said("FROM_CONTRACTOR"), "409 not-yours-to-record"),
            ("contractor", Said("FROM_OFFICER"), "422 channel-not-possible"),
            ("contractor", Said("FROM_OFFICER", ("channel", "MAIL")), "422 file-missing"),
            ("contractor", Said("FROM_OFFICER", ("channel", "MAIL"), ("mailFileId", server.Evidence.File.ToString())), "422 mail-not-read"),
            ("contractor", Said("FROM_CONTRACTOR", ("actAt", "2026-11-21T10:00:00+09:00")), "422 act-in-future"),
            ("contractor", Said("FROM_CONTRACTOR", ("kind", "CONSULT")), "422 consultation-missing"),
            ("officer", Said("FROM_OFFICER", ("kind", "DESIGNATE")), "422 designated-day-missing"),
            ("contractor", Said("FROM_CONTRACTOR", ("inReplyTo", Guid.NewGuid().ToString())), "422 reply-unknown"),
            ("contractor", Said("FROM_OFFICER", ("subject", "STAFF"), ("kind", "PRESENT")), "422 direction-wrong"),
            ("contractor", Said("FROM_CONTRACTOR", ("text", "")), "422 text-missing"),
        })
        {
            await Client(who).When(Post($"/api/contracts/{server.Contract}/communications", body)).Refuses(int.Parse(code[..3], System.Globalization.CultureInfo.InvariantCulture), code[4..]);
        }

        (await server.Versions()).ShouldBe(before);
    }

    private static JsonObject Said(string direction, params (string Name, string Value)[] change)
    {
        var body = new JsonObject { ["kind"] = "INFORM", ["direction"] = direction, ["subject"] = "OTHER", ["text"] = "本文" };
        foreach (var (name, value) in change)
        {
            body[name] = value;
        }

        return body;
    }

    private HttpClient Client(string who) => who switch
    {
        "contractor" => server.CreateClient(),
        "officer" => server.As(Role.SUPERVISING_OFFICER),
        "auditor" => server.As(Role.AUDITOR),
        "staff" => server.As(Role.CONTRACTOR_STAFF),
        "both as contractor" => server.As(server.Both.Person, server.Both.AsContractor),
        _ => server.As(server.Both.Person, server.Both.AsOfficer),
    };
}
