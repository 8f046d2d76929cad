using System.Text.RegularExpressions;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.ServerTests.Running;

/// <summary>The program's two roles as processes of their own, with what they say on their console and with what they refuse.</summary>
public sealed partial class StartTests
{
    private static readonly (string, string?)[] Production =
    [
        ("ASPNETCORE_ENVIRONMENT", "Production"), ("PublicUrl", "https://tracker.example.go.jp"), ("Mail__Host", "127.0.0.1"), ("Mail__From", "tracker@example.go.jp"),
    ];

    [Fact]
    public async Task One_role_migrates_the_other_serves_and_a_wrong_secret_is_noticed_at_its_start()
    {
        var empty = await TestDatabase.Create("empty", _ => Task.CompletedTask);
        await using var database = empty;
        (string, string?) connection = ("ConnectionStrings__Database", database.ConnectionString);
        string[] words = [Installation.Program, "--urls", "http://127.0.0.1:0"];

        // As infra/compose.yaml starts it: it knows the database and nothing else.
        await using var early = ChildProcess.Start("dotnet", words, [.. Production, Installation.SecretSetting, connection]);
        (await early.Ended()).ShouldBe(1);
        early.Lines.ShouldHaveSingleItem().ShouldContain("run 'migrate' first");
        await using var migrate = ChildProcess.Start("dotnet", [Installation.Program, "migrate"], connection);
        (await migrate.Ended()).ShouldBe(0, string.Join('\n', migrate.Lines));

        await using var serve = ChildProcess.Start("dotnet", words, [.. Production, Installation.SecretSetting, connection]);
        await Installation.Ready(serve);
        (await serve.End()).ShouldBe(0);
        foreach (var line in serve.Lines.Where(l => !l.StartsWith("Set-up code: ", StringComparison.Ordinal)))
        {
            line.ShouldMatch(TimeAndLevel().ToString());
        }

        await using var wrong = ChildProcess.Start("dotnet", words, [.. Production, ("Keys__Secret", "another secret than the one of the first start"), connection]);
        (await wrong.Ended()).ShouldBe(1);
        wrong.Lines.ShouldHaveSingleItem().ShouldStartWith("Keys__Secret is not the secret");
    }

    [Fact]
    public async Task What_goes_wrong_is_a_line_with_its_time_and_level()
    {
        await using var database = await TestDatabase.Create("empty", _ => Task.CompletedTask);
        await using var server = ChildProcess.Start("dotnet", [Installation.Program, "--urls", "http://127.0.0.1:0"], [Installation.SecretSetting, ("ConnectionStrings__Database", database.ConnectionString)]);
        var address = await Installation.Ready(server);
        await using (var command = database.Source.CreateCommand("ALTER TABLE accounts RENAME TO moved_away"))
        {
            await command.ExecuteNonQueryAsync();
        }

        using var client = new HttpClient { BaseAddress = address, DefaultRequestHeaders = { { "Sec-Fetch-Site", "same-origin" } } };
        await client.When(new SignInWithPasswordRequest("a@example.jp", "ちがう合言葉ちがう合言葉")).Refuses(500, "unexpected");
        var line = await server.Says("failed as unexpected");
        line.ShouldMatch(TimeAndLevel().ToString());
        line.ShouldContain(" fail: ");
        (await server.End()).ShouldBe(0);
        server.Lines.Where(l => !TimeAndLevel().IsMatch(l) && !l.StartsWith("Set-up code: ", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z (dbug|info|warn|fail|crit): ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TimeAndLevel();
}
