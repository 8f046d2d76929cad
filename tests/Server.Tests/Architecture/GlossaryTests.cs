using System.Text.RegularExpressions;
using SecurityTracker.Domain;

namespace SecurityTracker.ServerTests.Architecture;

/// <summary>What the pages for newcomers name exists.</summary>
public sealed partial class GlossaryTests
{
    [Fact]
    public void Every_identifier_of_the_glossary_is_one_of_the_domain()
    {
        var types = typeof(IEvent).Assembly.GetTypes().Where(type => type.IsPublic).ToLookup(type => type.Name, StringComparer.Ordinal);
        var named = Identifier().Matches(File.ReadAllText(Repository.At(".github", "GLOSSARY.md"))).Select(match => match.Groups["name"].Value).ToList();

        named.Count.ShouldBeGreaterThan(50);
        named.Where(name => name.Split('.') is var parts && !types[parts[0]].Any(type => parts.Length == 1 || Enum.IsDefined(type, parts[1]))).ShouldBeEmpty();
        named.GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty("One word has one row");
    }

    [Fact]
    public void Every_file_on_the_way_of_one_act_is_there()
    {
        var named = NamedFile().Matches(File.ReadAllText(Repository.At(".github", "ONE-ACT.md"))).Select(match => match.Groups["path"].Value).Distinct(StringComparer.Ordinal).ToList();

        named.Count.ShouldBeGreaterThan(15);
        named.Where(path => !Path.Exists(Repository.At(path.Split('/')))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_event_is_written_by_an_act_or_by_the_program_itself()
    {
        var named = WrittenEvents.Named();
        var acts = ApiDescription.OperationsOf(ApiDescription.Read()).Select(operation => operation.Id).ToHashSet(StringComparer.Ordinal);

        named.Keys.Where(act => !acts.Contains(act)).ShouldBeEmpty("These are no acts");
        Server.Services.StoreOptions().EventTypes.Select(e => e.Key).Except(named.SelectMany(act => act.Value)).Order(StringComparer.Ordinal)
            .ShouldBe(ByTheProgram.Order(StringComparer.Ordinal), "These are written by no act");
    }

    /// <summary>A person is entered by the program itself, for whoever accepts an invitation is nobody yet; no act changes a mail address so far.</summary>
    private static readonly string[] ByTheProgram = ["person_mail_changed", "person_registered"];

    [GeneratedRegex(@"`(?<path>(api|web|tests)/[\w./-]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedFile();

    [GeneratedRegex(@"\| `(?<name>[\w.]+)` \|", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Identifier();
}
