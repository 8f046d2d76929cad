using System.Globalization;

namespace SecurityTracker.ServerTests.Running;

/// <summary>What providers of sign-ins mean for the start of a server.</summary>
public sealed class ProviderStartTests
{
    private const string Tenant = "6f1e8f1a-4e0b-4f0d-9d3a-0d1c2b3a4f50";

    private static readonly (string, string?)[] Entra =
        [("SignIn__Providers__entra__Kind", "entra"), ("SignIn__Providers__entra__ClientId", "tracker"), ("SignIn__Providers__entra__ClientSecret", "secret")];

    [Fact]
    public async Task A_wrong_setting_stops_the_start_with_a_sentence()
    {
        await using var database = await TestDatabase.Create("empty", _ => Task.CompletedTask);

        await using var server = Start(database, [.. Entra, ("SignIn__Providers__entra__TenantId", "common")]);

        (await server.Ended()).ShouldBe(1);
        server.Lines.ShouldHaveSingleItem().ShouldStartWith("SignIn:Providers:entra:TenantId is not the id of one directory");
    }

    [Fact]
    public async Task Packages_for_providers_are_loaded_where_there_is_one()
    {
        await using var none = await TestDatabase.Create("empty", _ => Task.CompletedTask);
        await using var one = await TestDatabase.Create("empty", _ => Task.CompletedTask);
        await using var without = Start(none);
        await using var with = Start(one, [.. Entra, ("SignIn__Providers__entra__TenantId", Tenant)]);
        await Installation.Ready(without);
        await Installation.Ready(with);

        Packages(without).ShouldBeEmpty();
        Packages(with).ShouldContain("Microsoft.Identity.Web.dll");
    }

    private static ChildProcess Start(TestDatabase database, params (string, string?)[] settings) => ChildProcess.Start(
        "dotnet", [Installation.Program, "--urls", "http://127.0.0.1:0"], [Installation.SecretSetting, ("ConnectionStrings__Database", database.ConnectionString), .. settings]);

    /// <summary>The libraries of sign-in with providers that a process has mapped.</summary>
    private static IEnumerable<string> Packages(ChildProcess server) =>
        [.. File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{server.Id}/maps")).Select(line => Path.GetFileName(line.Split(' ')[^1]))
            .Where(name => name.StartsWith("Microsoft.Identity", StringComparison.Ordinal) || name.EndsWith(".OpenIdConnect.dll", StringComparison.Ordinal)).Distinct()];
}
