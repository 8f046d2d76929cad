using System.Text.RegularExpressions;
using SecurityTracker.Domain;

namespace SecurityTracker.ServerTests.Architecture;

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

    [GeneratedRegex(@"\| `(?<name>[\w.]+)` \|", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Identifier();
}
