namespace SecurityTracker.ServerTests.Running;

/// <summary>infra/compose.yaml, which is not run here: what it must say, as text.</summary>
public sealed class ComposeTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.At("infra", "compose.yaml"));

    [Fact]
    public void Everything_that_serves_is_started_again()
    {
        foreach (var service in (string[])["database", "serve"])
        {
            Of(service).ShouldContain("    restart: unless-stopped", service);
        }
    }

    [Fact]
    public void One_image_has_two_roles_and_the_one_that_serves_follows_the_one_that_migrates()
    {
        Of("migrate").ShouldContain(line => line.Contains("\"migrate\"]", StringComparison.Ordinal));
        Of("migrate").ShouldContain("    restart: on-failure");
        Of("serve").ShouldContain("      migrate:");
        Of("serve").ShouldContain("        condition: service_completed_successfully");
        Of("serve").ShouldContain("      ASPNETCORE_ENVIRONMENT: Production");
        Of("serve").Where(line => line.Contains("dockerfile:", StringComparison.Ordinal)).ShouldBe(Of("migrate").Where(line => line.Contains("dockerfile:", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_says_that_it_was_not_run_and_so_does_the_README()
    {
        Lines[0].ShouldStartWith("# Not run here.");
        File.ReadLines(Repository.At("README.md")).ShouldContain(line => line.StartsWith("| `infra/Dockerfile`, `infra/compose.yaml` | not run here |", StringComparison.Ordinal));
    }

    private static List<string> Of(string service) =>
        [.. Lines.SkipWhile(line => line != $"  {service}:").Skip(1).TakeWhile(line => line.StartsWith("    ", StringComparison.Ordinal))];
}
