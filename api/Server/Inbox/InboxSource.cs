using SecurityTracker.Domain;

namespace SecurityTracker.Server.Inbox;

/// <summary>What the day in <c>starts_on</c> of a source's rows is.</summary>
internal enum InboxDay
{
    /// <summary>A day to know, by which nothing is due.</summary>
    KNOWN,

    /// <summary>The day on which something begins that wants this beforehand (事前に): it is due on the last business day before it.</summary>
    BEGINS,

    /// <summary>The day by which it is due.</summary>
    DUE,
}

/// <summary>
/// What one noun contributes to 要対応一覧, as SQL over its snapshots. A noun adds its own by <c>services.AddSingleton(new InboxSource(…))</c>.
/// What SQL cannot tell is an <see cref="IInboxReckoner"/>'s matter.
/// </summary>
/// <param name="Type">What waits, e.g. <c>ACT_TO_DECIDE</c>.</param>
/// <param name="Noun">What the id is the id of: ACT, COMMUNICATION, REPORT, PRIOR_REPORT, CONFIRMATION_DOCUMENT, CONTRACT.</param>
/// <param name="Side">For whom it waits.</param>
/// <param name="Sql">
/// SELECT of: id uuid, contract_id uuid, kind text, subject text, wording text, title text, state text, since timestamptz, starts_on
/// date, urgent boolean, version bigint, told bigint (of a notice the version at which it was told; null for what waits for an act; a
/// notice leaves the list when somebody of the side says that it is done), shown_from date, not_for uuid (a person whose it is not),
/// key text (what tells apart several of one thing, else empty). No day and no reader is in it.
/// </param>
/// <param name="Awaited">Whether the other side sees that it waits (相手待ち).</param>
/// <param name="Day">What <c>starts_on</c> is.</param>
internal sealed record InboxSource(string Type, string Noun, Side Side, string Sql, bool Awaited = false, InboxDay Day = InboxDay.KNOWN);
