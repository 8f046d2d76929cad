using System.Threading.Channels;
using Microsoft.Extensions.Options;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>A new password that was asked for.</summary>
/// <param name="Mail">For which address.</param>
/// <param name="Address">The address of the program, for the link.</param>
public sealed record AskedReset(string Mail, string Address);

/// <summary>
/// Carries out what was asked for a forgotten password, behind the answers: whether there is an account can then not be told from how
/// long an answer takes. What waits when the server ends is lost, and can be asked for again.
/// </summary>
public sealed class PasswordResetsAsked(
    Accounts accounts, PasswordResets resets, MailLimits limits, EventStore store, MailRoom mail, IOptions<SignInSettings> settings, TimeProvider time, ILogger<PasswordResetsAsked> log) : BackgroundService
{
    private const int MostWaiting = 1000;

    private readonly Channel<AskedReset> waiting = Channel.CreateBounded<AskedReset>(MostWaiting);

    /// <summary>Takes one on; false where too many wait.</summary>
    public bool Take(AskedReset asked) => waiting.Writer.TryWrite(asked);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var asked in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await Answer(asked, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("A forgotten password could not be looked after: {Reason}", e.GetType().Name);
            }
        }
    }

    private async Task Answer(AskedReset asked, CancellationToken ct)
    {
        if (await accounts.Of(asked.Mail, ct) is { } account)
        {
            var token = SessionKey.Fresh();
            var session = store.OpenSession();
            session.QueueSql(limits.Counting(new(MailKind.PASSWORD_RESET, SenderId: null, OrganisationId: null, account.Mail)));

            if (await MailLimits.Save(session, ct) is null && await resets.Ask(account.PersonId, token, time.GetUtcNow().AddMinutes(settings.Value.ResetMinutes), ct))
            {
                await mail.Send(Letters.PasswordReset(account.Mail, PasswordResets.Link(asked.Address, token), settings.Value.ResetMinutes), ct);
            }
        }
    }
}
