using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.ServerTests.Mail;

/// <summary>Each mail that the program sends by itself can be read beforehand: on the screen, and in a file of its own in <c>templates</c>.</summary>
[Collection(Shared.Frame)]
public sealed class TemplatesTests(TestServer server)
{
    private const string Folder = "templates";

    private List<MailTemplate> Templates => [.. server.Services.GetServices<IMailTemplates>().SelectMany(each => each.Templates)];

    public static TheoryData<Role> WhoMayNot => [Role.CONTRACTOR_STAFF, Role.SUPERVISING_OFFICER, Role.AUDITOR];

    [Fact]
    public void Every_kind_of_mail_can_be_read_in_japanese_and_in_english()
    {
        foreach (var kind in Enum.GetValues<MailKind>())
        {
            var languages = Templates.Where(each => each.Kind == kind).SelectMany(each => each.Language is { } one ? [one] : Enum.GetValues<MailLanguage>()).ToHashSet();
            languages.ShouldBe(Enum.GetValues<MailLanguage>(), ignoreOrder: true, $"{kind} has no template of both languages: whoever writes it shows it (IMailTemplates)");
        }

        Templates.Select(each => each.Name).ShouldBeUnique();
    }

    [Fact]
    public void Each_says_what_stands_in_its_file()
    {
        var folder = Repository.At("tests", "Server.Tests", "Mail", Folder);
        var read = Templates.ToDictionary(each => each.Name + ".txt", Read, StringComparer.Ordinal);
        if (Repository.UpdatesSnapshots)
        {
            Directory.CreateDirectory(folder);
            foreach (var old in Directory.EnumerateFiles(folder))
            {
                File.Delete(old);
            }

            foreach (var (name, text) in read)
            {
                File.WriteAllText(Path.Combine(folder, name), text);
            }
        }

        Directory.EnumerateFiles(folder).Select(Path.GetFileName).ShouldBe(read.Keys, ignoreOrder: true, "One file a mail: run the test with UPDATE_SNAPSHOTS=1 and read what has changed");
        foreach (var (name, text) in read)
        {
            text.ShouldBe(File.ReadAllText(Path.Combine(folder, name)), $"{name} says otherwise: read it, raise the version of its words (MailNote), and run the test with UPDATE_SNAPSHOTS=1");
        }
    }

    [Theory]
    [MemberData(nameof(WhoMayNot))]
    public async Task Some_do_not_read_them(Role role)
    {
        await server.As(role).GetAsync("/api/mail-templates").Refuses(403, "not-permitted");
        await server.As(role).GetAsync("/api/mail-templates/digest-contractor-ja/page").Refuses(403, "not-permitted");
    }

    [Fact]
    public async Task The_list_shows_each_with_the_version_of_its_words()
    {
        var list = (await server.As(Role.ADMINISTRATOR).GetAsync("/api/mail-templates").Json()).AsArray();

        list.Select(each => each!["name"]!.ToString()).ShouldBe(Templates.Select(each => each.Name), ignoreOrder: true);
        var incident = list.Single(each => each!["kind"]!.ToString() == "INCIDENT")!;
        (incident["version"]!.GetValue<int>(), incident["language"], incident["hasPage"]!.GetValue<bool>()).ShouldBe((1, null, false));
        incident["subject"]!.ToString().ShouldStartWith("【至急】");
        Pages(list).ShouldBe(["digest-contractor-en", "digest-contractor-ja", "digest-not-reached-en", "digest-not-reached-ja", "digest-officer-en", "digest-officer-ja"]);
    }

    [Fact]
    public async Task A_page_runs_nothing_and_fetches_nothing()
    {
        var administrator = server.As(Role.ADMINISTRATOR);
        using var page = await administrator.GetAsync("/api/mail-templates/digest-contractor-ja/page");

        page.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        (policy.StartsWith("default-src 'none'", StringComparison.Ordinal), policy.EndsWith("sandbox", StringComparison.Ordinal), policy.Contains("script", StringComparison.Ordinal)).ShouldBe((true, true, false));
        (await page.Content.ReadAsStringAsync()).ShouldContain("<h2 style=\"font-size:1.1em\">期限を過ぎているもの（1件）</h2>");

        await administrator.GetAsync("/api/mail-templates/invitation/page").Refuses(404, "not-found");
        await administrator.GetAsync("/api/mail-templates/..%2f..%2fopenapi/page").Refuses(404, "not-found");
    }

    private static IEnumerable<string> Pages(JsonArray list) => list.Where(each => each!["hasPage"]!.GetValue<bool>()).Select(each => each!["name"]!.ToString()).Order(StringComparer.Ordinal);

    private static string Read(MailTemplate template)
    {
        var read = new StringBuilder()
            .Append(System.Globalization.CultureInfo.InvariantCulture, $"件名：{template.Mail.Subject}\n\n{template.Mail.Text.ReplaceLineEndings("\n").TrimEnd('\n')}\n");
        return template.Mail.Html is { } page ? read.Append("\n──── HTML ────\n").Append(page.ReplaceLineEndings("\n").Replace("><", ">\n<", StringComparison.Ordinal).TrimEnd('\n')).Append('\n').ToString() : read.ToString();
    }
}
