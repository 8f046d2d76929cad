using SecurityTracker.Domain;

namespace SecurityTracker.ServerTests.Architecture;

/// <summary>Which noun knows which is written down in nouns.txt; who lets one know another more sees it there, and asks whether it should.</summary>
public sealed class NounsTests
{
    private static readonly NounGraph Domain = NounGraph.Of(typeof(IEvent).Assembly, "SecurityTracker.Domain");
    private static readonly NounGraph Server = NounGraph.Of(typeof(Server.Services).Assembly, "SecurityTracker.Server", whole: "(program)");

    [Fact]
    public void Nouns_know_those_that_are_written_down_and_no_others()
    {
        string[] now = ["Domain", .. Domain.Lines.Select(line => $"  {line}"), "Server", .. Server.Lines.Select(line => $"  {line}")];
        var file = Repository.At("tests", "Server.Tests", "Architecture", "nouns.txt");
        if (Repository.UpdatesSnapshots)
        {
            File.WriteAllLines(file, now);
        }

        now.ShouldBe(File.ReadAllLines(file));
    }

    [Fact]
    public void The_nouns_of_the_domain_form_no_circle() => Domain.Circles.ShouldBeEmpty();

    [Fact]
    public void The_nouns_of_the_server_form_no_circle() => Server.Circles.ShouldBeEmpty();

    [Fact]
    public void The_kernel_of_access_knows_no_noun() =>
        Server.Lines.ShouldContain("Access → Http Idempotency Postgres Store");
}
