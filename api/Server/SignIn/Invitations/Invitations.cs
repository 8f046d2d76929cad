using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>An invitation that is open.</summary>
/// <param name="Sent">Whether its mail went out, of those from before there was an outbox.</param>
/// <param name="Delivery">Where its mail is; null where there is none.</param>
internal sealed record Invitation(
    Guid Id, Guid OrganisationId, Guid? SectionId, Role Role, string Mail, string Name, Guid InvitedBy, DateTimeOffset InvitedAt, DateTimeOffset ExpiresAt, bool Sent,
    MailState? Delivery = null)
{
    /// <summary>What it leads to.</summary>
    public Place Place => new(OrganisationId, SectionId, Role);
}

/// <summary>
/// The open invitations, as rows. One that is withdrawn is gone; so is one that is accepted, once its person is signed in with all that
/// the role wants. Until then its link leads that person back to where they left.
/// </summary>
internal sealed class Invitations(EventStore store, NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>The rule that an invitation is taken once.</summary>
    internal const string Taken = "invitation_taken";

    private const string Select = "SELECT id, organisation_id, section_id, role, mail, name, invited_by, invited_at, expires_at, sent, (SELECT m.state FROM mails m WHERE m.key = 'invitation/' || invitations.id) FROM invitations";

    /// <summary>The key of its mail.</summary>
    public static string KeyOfMail(Guid id) => $"invitation/{id}";

    /// <summary>The statement that writes one.</summary>
    public static NpgsqlBatchCommand Writing(Invitation invitation, string token) => SqlStatement.Of(
        """
        INSERT INTO invitations (id, token_hash, organisation_id, section_id, role, mail, name, invited_by, invited_at, expires_at, sent)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        invitation.Id, SessionKey.HashOf(token), invitation.OrganisationId, invitation.SectionId, invitation.Role, invitation.Mail, invitation.Name,
        invitation.InvitedBy, invitation.InvitedAt, invitation.ExpiresAt, invitation.Sent);

    /// <summary>The statement that ends what a person has invited to: nobody comes in by the word of someone who has left.</summary>
    public static NpgsqlBatchCommand Ending(Guid invitedBy) => SqlStatement.Of("DELETE FROM invitations WHERE invited_by = $1", invitedBy);

    /// <summary>The one of a link.</summary>
    public async Task<Invitation?> Of(string token, CancellationToken ct) =>
        await Found("WHERE token_hash = $1 AND expires_at > $2", ct, SessionKey.HashOf(token), time.GetUtcNow()) is [var invitation] ? invitation : null;

    /// <summary>Those into an organisation, the newest first.</summary>
    public Task<IReadOnlyList<Invitation>> Into(Guid organisationId, CancellationToken ct) =>
        Found("WHERE organisation_id = $1 AND expires_at > $2 AND accepted_by IS NULL ORDER BY id DESC", ct, organisationId, time.GetUtcNow());

    /// <summary>One of them.</summary>
    public async Task<Invitation?> Of(Guid id, CancellationToken ct) => await Found("WHERE id = $1", ct, id) is [var invitation] ? invitation : null;

    /// <summary>Withdraws one.</summary>
    /// <returns>Whether it was open.</returns>
    public async Task<bool> Withdraw(Guid id, CancellationToken ct) => await database.Run(SqlStatement.Of("DELETE FROM invitations WHERE id = $1 AND accepted_by IS NULL", id), ct) > 0;

    /// <summary>
    /// The statement that takes one for a person, in the transaction of what it is taken for: of two at once the second is refused, and
    /// what is refused for another reason takes nothing.
    /// </summary>
    public NpgsqlBatchCommand Taking(Guid id, Guid personId) => SqlStatement.Taking(
        Taken, "UPDATE invitations SET accepted_by = $2 WHERE id = $1 AND expires_at > $3 AND coalesce(accepted_by, $2) = $2", id, personId, time.GetUtcNow());

    /// <summary>A person is signed in with all that their roles want: what they have accepted is done.</summary>
    public Task Fulfil(Guid personId, CancellationToken ct) => database.Run(SqlStatement.Of("DELETE FROM invitations WHERE accepted_by = $1", personId), ct);

    private Task<IReadOnlyList<Invitation>> Found(string where, CancellationToken ct, params IEnumerable<object> values) => store.Read(
        new SqlQuery<IReadOnlyList<Invitation>>($"{Select} {where}", [.. values.Select(SqlStatement.Parameter)], (row, token) => row.All(Read, token)), ct);

    private static Invitation Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.OrNull<Guid>(2), row.Word<Role>(3), row.GetString(4), row.GetString(5), row.GetGuid(6),
        row.GetFieldValue<DateTimeOffset>(7), row.GetFieldValue<DateTimeOffset>(8), row.GetBoolean(9),
        row.IsDBNull(10) ? null : row.Word<MailState>(10));
}
