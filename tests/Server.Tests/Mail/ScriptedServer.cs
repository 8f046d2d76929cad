using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.SignIn;
using SecurityTracker.ServerTests.SignIn;

namespace SecurityTracker.ServerTests.Mail;

/// <summary>A server whose mail server does as it is told.</summary>
public sealed class ScriptedServer : TestServer
{
    internal SmtpScript Script { get; } = new();

    /// <summary>Where people are invited.</summary>
    public static string Invitations => $"/api/organisations/{FirstOrganisations.ContractorId}/invitations";

    /// <summary>Who invites.</summary>
    public HttpClient Officer => CreateClient().As(Role.CONTRACTOR_OFFICER);

    /// <summary>The mails.</summary>
    internal Server.Mail.Mails Mails => Services.GetRequiredService<Server.Mail.Mails>();

    /// <summary>A browser on our own pages, in which nobody is signed in.</summary>
    public HttpClient Browser()
    {
        var browser = CreateAnonymousClient();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return browser;
    }

    /// <summary>What the mail server says to a line; null for yes.</summary>
    public void Say(Func<string, string?> say) => Script.Say = line => Task.FromResult(say(line));

    /// <summary>It says yes to everything.</summary>
    public void SayYes() => Say(_ => null);

    /// <summary>Someone with an account.</summary>
    public async Task<(Guid Id, string Mail)> Someone(string mail)
    {
        var id = await Services.GetRequiredService<Enrolment>().Enrol(
            "情報　花子", mail, Services.GetRequiredService<Passwords>().Hash(SignInServer.Password), [new(FirstOrganisations.ContractorId, SectionId: null, Role.CONTRACTOR_STAFF)], CancellationToken.None);
        return (id, mail);
    }

    /// <summary>Invites somebody.</summary>
    public Task<JsonNode> Invite(string mail) => Officer.When(Post(Invitations, new { mail, name = "招待　太郎", role = nameof(Role.CONTRACTOR_STAFF) })).Json(HttpStatusCode.Created);

    /// <summary>What the list says of an invitation.</summary>
    public async Task<(bool Sent, string? Delivery)> Open(JsonNode invitation)
    {
        var found = (await Officer.GetAsync(Invitations).Json()).AsArray().Single(i => i!["id"]!.GetValue<Guid>() == invitation["id"]!.GetValue<Guid>())!;
        return (found["sent"]!.GetValue<bool>(), found["delivery"]?.GetValue<string>());
    }

    /// <summary>A mail that nobody but the test sends: the wish to send it is not handed over.</summary>
    public async Task<(Guid Id, string Key)> Queued(string mail, DateTimeOffset? sendBefore = null)
    {
        var key = $"test/{Guid.NewGuid()}";
        await using var batch = Database.CreateBatch();
        batch.BatchCommands.Add(Mails.Queueing(key, Note, Letter(mail), sendBefore ?? Clock.Now.AddDays(1))[0]);
        await batch.ExecuteNonQueryAsync();
        return (await Ask<Guid>($"SELECT id FROM mails WHERE key = '{key}'"), key);
    }

    /// <summary>Queues a mail as an act does.</summary>
    public async Task Queue(string key, string mail)
    {
        var session = Store.OpenSession();
        session.QueueSql(Mails.Queueing(key, Note, Letter(mail), Clock.Now.AddDays(1)));
        await session.SaveChanges(CancellationToken.None);
    }

    /// <summary>Runs the job of an invitation's mail.</summary>
    public async Task Send(JsonNode invitation) => await Send(await Ask<Guid>($"SELECT id FROM mails WHERE key = 'invitation/{invitation["id"]}'"));

    /// <summary>Runs the job of a mail.</summary>
    public async Task Send(Guid id)
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SendMail>().Run(id, CancellationToken.None);
    }

    /// <summary>What is kept of an invitation's mail.</summary>
    public Task<string> Row(JsonNode invitation) => Ask<string>(
        $"SELECT concat_ws(' ', state, attempts, answer_code, answer, CASE WHEN content IS NULL THEN '-' ELSE 'content' END) FROM mails WHERE key = 'invitation/{invitation["id"]}'");

    /// <summary>Asks the database for a number.</summary>
    public Task<long> Count(string sql) => Ask<long>(sql);

    /// <summary>Asks the database.</summary>
    public async Task<T> Ask<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Writes.</summary>
    public async Task Run(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static MailNote Note { get; } = new(MailKind.PASSWORD_RESET, OrganisationId: null);

    private static OutgoingMail Letter(string mail) => AccountMails.PasswordReset(mail, "https://tracker.example/#x", 60);

    /// <inheritdoc/>
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Script.Dispose();
    }

    /// <inheritdoc/>
    protected override void Configure(IWebHostBuilder host)
    {
        ArgumentNullException.ThrowIfNull(host);
        host.UseSetting("Mail:Host", "127.0.0.1");
        host.UseSetting("Mail:Port", $"{Script.Port}");
        host.UseSetting("Mail:Security", "NONE");
        host.UseSetting("Mail:From", "noreply@example.go.jp");
    }
}
