using System.Reflection;
using System.Text.RegularExpressions;
using SecurityTracker.Domain;

namespace SecurityTracker.ServerTests.Architecture;

public sealed partial class DependenciesTests
{
    [Fact]
    public void The_domain_knows_nobody() => OthersThanDotNet(typeof(IEvent).Assembly).ShouldBeEmpty();

    [Fact]
    public void The_readers_of_files_know_the_domain_and_what_reads_mail() =>
        OthersThanDotNet(typeof(ReadDocument).Assembly).ShouldBe(["SecurityTracker.Domain", "MimeKit", "BouncyCastle.Cryptography"], ignoreOrder: true);

    [Fact]
    public void The_programs_show_nothing_to_the_outside() =>
        new[] { typeof(Server.Services), typeof(SecurityTracker.Demo.DemoClock) }.SelectMany(type => type.Assembly.GetExportedTypes()).ShouldBeEmpty("they are nobody's library");

    [Fact]
    public void The_domain_has_no_clock_and_no_io() => Repository.Sources("api", "Domain")
        .Where(source => ClockOrIo().IsMatch(source.Text))
        .Select(source => source.Path)
        .ShouldBeEmpty();

    [Fact]
    public void A_noun_never_imports_another_nouns_endpoints()
    {
        var sources = Repository.Sources("api", "Server").ToList();
        var homes = sources
            .SelectMany(source => EndpointClass().Matches(source.Text).Select(match => (Name: match.Groups["name"].Value, Home: FolderOf(source.Path))))
            .ToDictionary(e => e.Name, e => e.Home, StringComparer.Ordinal);

        var trespasses =
            from source in sources
            from name in EndpointName().Matches(source.Text).Select(match => match.Value).Distinct()
            where homes.TryGetValue(name, out var home) && home != FolderOf(source.Path)
            select $"{source.Path} uses {name} of {homes[name]}";
        trespasses.ShouldBeEmpty();
    }

    [Fact]
    public void An_endpoint_has_a_file_of_its_name_to_itself() => Repository.Sources("api", "Server")
        .Select(source => (source.Path, Endpoints: EndpointClass().Matches(source.Text).Select(match => match.Groups["name"].Value).ToList()))
        .Where(file => file.Endpoints.Count > 0 && (file.Endpoints.Count > 1 || file.Endpoints[0] != $"{Path.GetFileNameWithoutExtension(file.Path)}Endpoint"))
        .Select(file => file.Path)
        .ShouldBeEmpty();

    /// <summary>By that ending an endpoint is found at the start.</summary>
    [Fact]
    public void An_endpoint_is_named_so() => typeof(Server.Services).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(FastEndpoints.IEndpoint)) != type.Name.EndsWith("Endpoint", StringComparison.Ordinal))
        .Select(type => type.Name)
        .ShouldBeEmpty();

    [Fact]
    public void Marten_is_known_to_the_store_alone() => Repository.Sources("api", "Server")
        .Where(source => FolderOf(source.Path) != "Store" && source.Path != "Http/Frame/Failures.cs" && Marten().IsMatch(source.Text))
        .Select(source => source.Path)
        .ShouldBeEmpty();

    private static string FolderOf(string path) => Path.GetDirectoryName(path) ?? "";

    private static IEnumerable<string> OthersThanDotNet(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(a => a.Name!)
        .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("System" or "mscorlib" or "netstandard"));

    [GeneratedRegex(@"\b(TimeProvider|DateTime(Offset)?\.(Utc)?Now|Stopwatch|HttpClient|File\.|Directory\.|Console\.)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClockOrIo();

    [GeneratedRegex(@"using (Marten|JasperFx|Weasel)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marten();

    [GeneratedRegex(@"sealed class (?<name>\w+Endpoint)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EndpointClass();

    [GeneratedRegex(@"\b[A-Z]\w+Endpoint\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EndpointName();
}
