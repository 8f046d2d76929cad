using System.Net;
using System.Text;
using SecurityTracker.Domain;
using SecurityTracker.ServerTests.AuthorityActs;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Mail;

namespace SecurityTracker.ServerTests.Reminders;

/// <summary>A calendar program reads a person's 期限 by a secret address: theirs alone, as they stand, and nothing happens by it.</summary>
public sealed class CalendarTests(ScriptedServer server) : IClassFixture<ScriptedServer>, IAsyncLifetime
{
    private const string Own = "/api/account/calendar";

    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);
    private readonly HttpClient nobody = server.CreateAnonymousClient();

    /// <inheritdoc/>
    public Task InitializeAsync() => server.GiveAddresses(Role.CONTRACTOR_OFFICER, Role.CONTRACTOR_STAFF, Role.SUPERVISING_OFFICER);

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task It_holds_what_the_list_says_as_days_without_hours()
    {
        var contract = (await contractor.Register(r => r with { Name = "暦の契約" })).Id;
        var act = await contractor.Ask(contract);
        await officer.Grant(act.Id, 1, new { outcome = "GRANTED", conditions = new[] { new { text = "使用後に消去すること。", dueOn = "2026-12-31" } } });

        var entries = Entries(await Read(await Make(contractor)));

        var listed = (await contractor.GetAsync("/api/inbox?part=DEADLINE&limit=200").Json())["items"]!.AsArray();
        entries.Count.ShouldBe(listed.Count);
        entries.Select(entry => entry["DTSTART;VALUE=DATE"]).Order().ShouldBe(listed.Select(item => item!["dueOn"]!.ToString().Replace("-", "", StringComparison.Ordinal)).Order());
        entries.Select(entry => entry["UID"]).ShouldBeUnique();
        var condition = entries.Single(entry => entry["SUMMARY"] == "【期限】条件の履行（暦の契約）");
        (condition["DTSTART;VALUE=DATE"], condition["DTEND;VALUE=DATE"], condition["TRANSP"]).ShouldBe(("20261231", "20270101", "TRANSPARENT"), "the day after is not in it");
        new Uri(condition["URL"]).AbsolutePath.ShouldBe($"/authority-acts/{act.Id}");
        entries.ShouldContain(entry => entry["SUMMARY"] == "【目安日】報告書の作成（暦の契約）");
        entries.ShouldAllBe(entry => !entry.Values.Any(value => value.Contains("消去すること")));
    }

    [Fact]
    public async Task Lines_are_of_75_octets_and_end_in_CR_LF_and_no_letter_is_split()
    {
        var name = string.Concat(Enumerable.Repeat("髙﨑𠮷乃の調査、試験；\\及び分析", 11));
        await contractor.Register(r => r with { Name = name });

        var bytes = await nobody.GetByteArrayAsync(await Make(contractor));

        var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        text.ReplaceLineEndings("\r\n").ShouldBe(text);
        foreach (var line in Lines(bytes))
        {
            line.Length.ShouldBeLessThanOrEqualTo(75);
            Should.NotThrow(() => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(line));
        }

        Entries(text).ShouldContain(entry => entry["SUMMARY"].Contains(name));
        Ical.Net.Calendar.Load(text)!.Events.ShouldContain(entry => entry.Summary!.Contains(name));
    }

    [Fact]
    public async Task It_is_the_same_as_long_as_nothing_changes_and_an_entry_stays_the_same_when_its_day_moves()
    {
        var contract = (await contractor.Register(r => r with { Name = "動く日の契約" })).Id;
        var address = await Make(contractor);
        using var first = await nobody.GetAsync(address);
        first.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
        first.Headers.CacheControl!.Private.ShouldBeTrue();

        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        (await nobody.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);

        var before = Entries(await first.Content.ReadAsStringAsync()).Where(entry => entry["SUMMARY"].Contains("（動く日の契約）")).ToList();
        var version = (await contractor.Contract(contract))["version"]!.GetValue<long>();
        await officer.Having(seen: version).When(Post($"/api/contracts/{contract}/amendments", new { endsOn = "2027-01-29", reason = "短縮", on = "2026-11-20" }));
        var after = Entries(await Read(address)).Where(entry => entry["SUMMARY"].Contains("（動く日の契約）")).ToList();
        after.Select(entry => entry["UID"]).Intersect(before.Select(entry => entry["UID"])).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_address_is_one_persons_and_good_until_it_is_made_anew_or_taken_back()
    {
        (await contractor.When(Delete(Own))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await contractor.GetAsync(Own).Json())["since"].ShouldBeNull();
        await contractor.Register(r => r with { Name = "他人には見えない契約" });
        var both = await Task.WhenAll(Make(contractor), Make(contractor));
        var alive = (await Task.WhenAll(both.Select(async address => (Address: address, (await nobody.GetAsync(address)).StatusCode)))).Where(each => each.StatusCode == HttpStatusCode.OK).ToList();
        alive.Count.ShouldBe(1, "of two made at once one stands");
        (await contractor.GetAsync(Own).Json())["since"].ShouldNotBeNull();
        (await Read(alive[0].Address)).ShouldContain("他人には見えない契約");
        (await Read(await Make(server.As(Role.CONTRACTOR_STAFF)))).ShouldNotContain("他人には見えない契約");

        (await contractor.When(Delete(Own))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await contractor.When(Delete(Own))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        foreach (var gone in both.Concat(["/api/calendars/x.ics", "/api/calendars/x", $"/api/calendars/{new string('a', 3000)}.ics"]))
        {
            await nobody.GetAsync(gone).Refuses(404, "not-found");
        }

        (await nobody.GetAsync(Own)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var (found, _) = await Erasure.WholeDatabase.Search(server.Database, [both[0].Split('/')[^1][..^4], both[1].Split('/')[^1][..^4]]);
        found.ShouldBeEmpty("the secret is not kept");
    }

    [Fact]
    public async Task Whoever_has_left_reads_nothing()
    {
        var (id, _) = await server.Someone("leaves@example.jp");
        var address = await Make(server.As(id));
        (await nobody.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var administrator = server.As(Role.ADMINISTRATOR);
        var version = (await administrator.GetAsync($"/api/people/{id}/erasure").Json())["version"]!.GetValue<long>();
        await administrator.Having(id).At(version).When(new Server.Erasure.ErasePersonRequest("退職のため")).Json();
        await nobody.GetAsync(address).Refuses(404, "not-found");
    }

    private static async Task<string> Make(HttpClient who) => new Uri((await who.When(Post(Own)).Json(HttpStatusCode.Created))["address"]!.ToString()).AbsolutePath;

    private Task<string> Read(string address) => nobody.GetStringAsync(address);

    // By hand, from RFC 5545 §3.1: what a library wrote is not read by the same.
    private static List<Dictionary<string, string>> Entries(string text)
    {
        var entries = new List<Dictionary<string, string>>();
        foreach (var line in text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n"))
        {
            if (line == "BEGIN:VEVENT")
            {
                entries.Add(new(StringComparer.Ordinal));
            }
            else if (entries.Count > 0 && line.Split(':', 2) is [var name, var value])
            {
                entries[^1].TryAdd(name, value.Replace("\\,", ",", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal));
            }
        }

        return entries;
    }

    private static IEnumerable<byte[]> Lines(byte[] bytes)
    {
        for (var from = 0; from < bytes.Length;)
        {
            var end = bytes.AsSpan(from).IndexOf("\r\n"u8);
            yield return bytes[from..(from + end)];
            from += end + 2;
        }
    }
}
