using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Mail;

/// <summary>
/// Finds the mail that a report is about, among those that the actor may know of, and notes what it says. Anybody can write such a report:
/// the mail's own id, which is hard to guess, names it; without one the recipient does, if a single mail of the last days went there.
/// </summary>
internal sealed class Bounces(Actor actor, EventStore store, NpgsqlDataSource database, RecipientHash recipients, TimeProvider time)
{
    /// <summary>No mail of the actor's is meant.</summary>
    public static readonly Refusal MailMissing = new("bounce-without-mail", RefusalKind.NOT_FOUND, new(
        "このシステムがあなたの組織のために送ったメールの中に、この通知に当たるものは見付かりません。ほかから送ったメールの通知でないか、確かめてください。",
        "No mail that this program sent for your organisation is the one of this report. Check whether it was sent from elsewhere."));

    /// <summary>The report names no mail, and several went to its recipient.</summary>
    public static readonly Refusal Ambiguous = new("bounce-ambiguous", RefusalKind.CONFLICT, new(
        "この通知には元のメールの番号（Message-ID）がなく、同じ宛先へのメールが複数あるため、どのメールの通知か分かりません。元のメールが付いた通知を取り込んでください。",
        "This report does not name its mail (Message-ID), and several went to that recipient. Bring in a report with the mail's header in it."));

    /// <summary>The mail has not been handed over.</summary>
    public static readonly Refusal NotSent = new("bounce-before-sending", RefusalKind.CONFLICT, new(
        "この通知に当たるメールは、まだ送信中です。送信が終わってから取り込んでください。", "The mail of this report is still on its way out. Bring the report in once it has gone."));

    /// <summary>Neither that it failed nor that it is late nor that it was delivered.</summary>
    public static readonly Refusal SaysNothing = new("bounce-says-nothing", RefusalKind.INVALID, new(
        "この通知は、転送されたことだけを知らせるもので、届いたかどうかを示していません。記録することはありません。", "This report says only that the mail was passed on, not whether it arrived. There is nothing to record."));

    // Mail servers try for five days at most (RFC 5321 §4.5.4.1).
    private static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    /// <summary>The mail that a report is about, and what it says of its recipient.</summary>
    public async Task<(Guid Mail, BouncedRecipient Recipient)> Find(BounceReading bounce, CancellationToken ct)
    {
        var isNamed = bounce.MessageIds.Count > 0 || bounce.EnvelopeId is not null;
        var found = isNamed ? await Named(bounce, ct) : await SentTo(bounce, ct);
        MailMissing.ThrowIf(found.Count == 0);
        Ambiguous.ThrowIf(found.Count > 1);
        var (mail, state, to) = found[0];
        var theirs = bounce.Recipients.Where(recipient => recipient.Addresses.Any(address => to.Any(hash => hash.AsSpan().SequenceEqual(recipients.Of(address))))).ToList();
        if (theirs.Count == 0 && isNamed && bounce.Recipients is [var only] && to.Length == 1)
        {
            // Somebody had it forwarded, and it failed there.
            theirs.Add(only);
        }

        MailMissing.ThrowIf(theirs.Count == 0);
        NotSent.ThrowIf(state is MailState.QUEUED or MailState.SENDING);
        var worst = theirs.MinBy(recipient => recipient.Action)!;
        SaysNothing.ThrowIf(worst.Action is BounceAction.RELAYED or BounceAction.EXPANDED);
        return (mail, worst);
    }

    /// <summary>Notes what a report says of a mail; a failure is the last word.</summary>
    /// <returns>Whether something changed by it.</returns>
    public async Task<bool> Note(Guid mail, BouncedRecipient said, CancellationToken ct) => await database.Run(
        SqlStatement.Of(
            """
            UPDATE mails SET state = CASE $2 WHEN 'FAILED' THEN 'BOUNCED' ELSE 'SENT' END, ended_at = CASE $2 WHEN 'FAILED' THEN $3 ELSE ended_at END,
                answer_code = $4::int, answer = nullif($5, ''), reported = $2, reported_at = $3, reported_by = $6::uuid
            WHERE id = $1 AND state IN ('SENT', 'UNCERTAIN') AND (reported IS NULL OR $2 = 'FAILED' OR (reported = 'DELAYED' AND $2 = 'DELIVERED'))
            """,
            mail, said.Action, time.GetUtcNow(), said.Code, new SmtpAnswer(said.Code ?? 0, said.Answer).WithoutAddresses, actor.PersonId),
        ct) > 0;

    private Task<IReadOnlyList<(Guid Id, MailState State, byte[][] To)>> Named(BounceReading bounce, CancellationToken ct)
    {
        Guid[] ids = [.. bounce.MessageIds.Append(bounce.EnvelopeId).Select(IdIn).OfType<Guid>().Distinct()];
        return Read("m.id = ANY ($1)", [new NpgsqlParameter<Guid[]> { TypedValue = ids }], ct);
    }

    private Task<IReadOnlyList<(Guid Id, MailState State, byte[][] To)>> SentTo(BounceReading bounce, CancellationToken ct)
    {
        byte[][] hashes = [.. bounce.Recipients.SelectMany(recipient => recipient.Addresses).Select(recipients.Of)];
        return Read(
            "m.recipients && $1 AND m.state IN ('SENT', 'UNCERTAIN', 'BOUNCED') AND m.queued_at > $2",
            [new NpgsqlParameter<byte[][]> { TypedValue = hashes }, new NpgsqlParameter<DateTimeOffset> { TypedValue = time.GetUtcNow() - Recent }], ct);
    }

    private Task<IReadOnlyList<(Guid Id, MailState State, byte[][] To)>> Read(string which, List<NpgsqlParameter> parameters, CancellationToken ct) => store.Read(
        new SqlQuery<IReadOnlyList<(Guid, MailState, byte[][])>>(
            $"SELECT m.id, m.state, m.recipients FROM mails m WHERE {which} AND {DeliveryReader.InSight(actor, parameters)} ORDER BY m.id DESC LIMIT 2",
            parameters,
            (rows, token) => rows.All(row => (row.GetGuid(0), row.Word<MailState>(1), row.GetFieldValue<byte[][]>(2)), token)),
        ct);

    private static Guid? IdIn(string? messageId) => Guid.TryParseExact(messageId?.Split('@')[0], "N", out var id) ? id : null;
}
