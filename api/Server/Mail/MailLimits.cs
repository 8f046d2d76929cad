using Microsoft.Extensions.Options;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Mail;

/// <summary>How many mails people can cause in 24 hours (既定値; section <c>MailLimits</c>): enough for a whole firm to join, too few to be a weapon.</summary>
internal sealed class MailLimitSettings
{
    /// <summary>The configuration section.</summary>
    public const string Section = "MailLimits";

    /// <summary>By one person.</summary>
    public int PerSender { get; set; } = 50;

    /// <summary>By all people of one organisation.</summary>
    public int PerOrganisation { get; set; } = 100;

    /// <summary>To one address, of each kind, whoever causes them.</summary>
    public int PerRecipient { get; set; } = 5;
}

/// <summary>A mail that somebody causes.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="SenderId">By whose act; null for who is not signed in.</param>
/// <param name="OrganisationId">For which organisation.</param>
/// <param name="Recipient">To which address.</param>
internal sealed record CausedMail(MailKind Kind, Guid? SenderId, Guid? OrganisationId, string Recipient);

/// <summary>
/// Counts the mails that people cause, in the database and so over all servers, in the transaction of the act: who comes over a limit
/// is refused and nothing is changed. Whether a mail then leaves does not matter; an address is kept as a keyed hash.
/// </summary>
internal sealed class MailLimits(IOptions<MailLimitSettings> settings, RecipientHash recipients, NpgsqlDataSource database, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    private static readonly Dictionary<string, Problem> Problems = new(StringComparer.Ordinal)
    {
        ["mails_by_sender"] = TooMany("too-many-mails-by-sender", "あなたの操作で送るメールが、24時間の上限に達しました。明日以降に、もう一度操作してください。", "You have caused as many mails as 24 hours allow. Try again tomorrow."),
        ["mails_by_organisation"] = TooMany("too-many-mails-by-organisation", "あなたの組織から送るメールが、24時間の上限に達しました。明日以降に、もう一度操作してください。", "Your organisation has caused as many mails as 24 hours allow. Try again tomorrow."),
        ["mails_to_recipient"] = TooMany("too-many-mails-to-recipient", "このメールアドレスには、24時間に送れる上限まで送信済みです。届いているか相手に確かめ、明日以降にもう一度操作してください。", "This address was sent as many mails as 24 hours allow. Ask whether they arrived, and try again tomorrow."),
    };

    /// <summary>The statement that counts a mail; it refuses the transaction that goes over a limit.</summary>
    public NpgsqlBatchCommand Counting(CausedMail mail)
    {
        var (limits, now) = (settings.Value, time.GetUtcNow());
        return SqlStatement.Of(
            "SELECT count_mail($1, $2, $3, $4::uuid, $5::uuid, $6, $7, $8, $9)",
            now, now - Window, mail.Kind, mail.SenderId, mail.OrganisationId, recipients.Of(mail.Recipient),
            limits.PerSender, limits.PerOrganisation, limits.PerRecipient);
    }

    /// <summary>Whether a constraint is one of the limits.</summary>
    internal static bool Has(string constraint) => Problems.ContainsKey(constraint);

    /// <summary>Saves what counts a mail; refused where that goes over a limit.</summary>
    public static async Task Save(Session session, CancellationToken ct)
    {
        try
        {
            await session.SaveChanges(ct);
        }
        catch (ConstraintViolatedException e) when (Problems.TryGetValue(e.ConstraintName, out var problem))
        {
            throw new ProblemException(problem, e);
        }
    }

    /// <summary>Forgets what no limit looks at any more.</summary>
    public Task Forget(CancellationToken ct) => database.Run(SqlStatement.Of("DELETE FROM mails_sent WHERE at <= $1", time.GetUtcNow() - Window), ct);

    private static Problem TooMany(string code, string ja, string en) => new(StatusCodes.Status429TooManyRequests, code, new Message(ja, en));
}

/// <summary>Forgets the mails of the day before.</summary>
internal sealed class ForgetMailsSent(MailLimits limits) : IRecurringJob
{
    public Task Run(CancellationToken ct) => limits.Forget(ct);
}
