using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Postgres;
using SecurityTracker.ServerTests.Mail;

namespace SecurityTracker.ServerTests.Running;

/// <summary>Two servers on one database, and kill -9 of the one that is at a job: the other takes it over, and its effect is one.</summary>
public sealed class KilledJobsTests : IAsyncLifetime, IDisposable
{
    private const int KillAtOnce = 9;

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("killed-jobs-");
    private readonly SmtpScript mailServer = new();
    private readonly List<ChildProcess> servers = [];
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.Create("server", TestServer.Migrate);

    public async Task DisposeAsync()
    {
        foreach (var one in servers)
        {
            await one.DisposeAsync();
        }

        await database.DisposeAsync();
        data.Delete(recursive: true);
    }

    public void Dispose() => mailServer.Dispose();

    [Fact]
    public async Task A_mail_comes_once_though_whoever_sends_it_is_killed()
    {
        var address = await Start();
        await Start();
        using var officer = Installation.ClientOf(await SignIn());

        // Before it was handed over: another server sends it.
        var held = Hold("220");
        await Invite(officer, address, "before@example.jp");
        await held;
        await KillWhoIsAtIt();
        mailServer.Say = _ => Task.FromResult<string?>(null);
        await Wait.Until(async () => await StateOf("before@example.jp") == "SENT", "that the other sends it");
        Mails("before@example.jp").ShouldBe(1);

        // While it was handed over: nobody knows, so nobody sends it again.
        address = await Start();
        held = Hold(".");
        await Invite(officer, address, "amid@example.jp");
        await held;
        await KillWhoIsAtIt();
        mailServer.Say = _ => Task.FromResult<string?>(null);
        await Wait.Until(async () => await StateOf("amid@example.jp") == "UNCERTAIN", "that the other leaves it");
        Mails("amid@example.jp").ShouldBe(1);

        await Wait.Until(async () => await Ask("SELECT count(*)::text FROM hangfire.jobqueue") == "0", "that no job waits any more");
        servers.Count(one => one.HasEnded).ShouldBe(2);
    }

    // Answers once a server waits at this line, which it will for ever.
    private Task Hold(string line)
    {
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        mailServer.Say = said =>
        {
            if (said != line)
            {
                return Task.FromResult<string?>(null);
            }

            waits.TrySetResult();
            return new TaskCompletionSource<string?>().Task;
        };
        return waits.Task.WaitAsync(Wait.Longest);
    }

    private async Task KillWhoIsAtIt()
    {
        // host:process:id
        var at = await Ask("SELECT s.data ->> 'ServerId' FROM hangfire.job j JOIN hangfire.state s ON s.id = j.stateid WHERE j.statename = 'Processing'");
        var process = int.Parse(at.Split(':')[^2], CultureInfo.InvariantCulture);
        var killed = servers.Single(one => one.Id == process);
        Signals.Send(process, KillAtOnce);
        await killed.Ended();
    }

    private async Task<Uri> Start()
    {
        var own = data.CreateSubdirectory($"{servers.Count}");
        var server = ChildProcess.Start(
            "dotnet", [Installation.Program, "--urls", "http://127.0.0.1:0", "--data", own.FullName],
            ("ConnectionStrings__Database", database.ConnectionString), Installation.SecretSetting, ("Mail__Host", "127.0.0.1"),
            ("Mail__Port", mailServer.Port.ToString(CultureInfo.InvariantCulture)), ("Mail__Security", "NONE"), ("Mail__From", "noreply@example.go.jp"));
        servers.Add(server);
        return await Installation.Ready(server);
    }

    private static async Task Invite(HttpClient officer, Uri server, string mail)
    {
        using var answer = await officer.When(Post(new Uri(server, $"/api/organisations/{FirstOrganisations.ContractorId}/invitations").ToString(), new { mail, name = "招待　太郎", role = nameof(Role.CONTRACTOR_STAFF) }));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
    }

    private int Mails(string to) => mailServer.Mails.Count(mail => mail.Contains(to, StringComparison.Ordinal));

    private Task<string> StateOf(string mail) => Ask($"SELECT coalesce((SELECT m.state FROM mails m JOIN invitations i ON m.key = 'invitation/' || i.id WHERE i.mail = '{mail}'), '')");

    private async Task<string> Ask(string sql)
    {
        await using var command = database.Source.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    // By a server inside of this process, which has ended when there is something to do.
    private async Task<string> SignIn()
    {
        await using var inside = new Inside(database.ConnectionString);
        using var people = new TestPeople(inside.Services, new TestClock { Now = TimeProvider.System.GetUtcNow() });
        return await people.KeyOf(TestPeople.IdOf(Role.CONTRACTOR_OFFICER), membershipId: null, CancellationToken.None);
    }

    private sealed class Inside(string database) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("urls", "http://127.0.0.1:0");
            builder.UseSetting("ConnectionStrings:Database", database);
            builder.UseSetting(Installation.SecretSetting.Name.Replace("__", ":", StringComparison.Ordinal), Installation.SecretSetting.Value);
        }
    }
}
