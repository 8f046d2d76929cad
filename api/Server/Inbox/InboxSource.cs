using SecurityTracker.Domain;

namespace SecurityTracker.Server.Inbox;

/// <summary>
/// What one noun contributes to 要対応一覧. A noun adds its own by <c>services.AddSingleton(new InboxSource(…))</c>; the list joins
/// all sources of a side with what its reader sees.
/// </summary>
/// <param name="Type">What waits, e.g. <c>ACT_TO_DECIDE</c>.</param>
/// <param name="Noun">What the id is the id of: ACT, COMMUNICATION, REPORT, PRIOR_REPORT, CONFIRMATION_DOCUMENT.</param>
/// <param name="Side">For whom it waits.</param>
/// <param name="Sql">
/// SELECT of, in this order: id uuid, contract_id uuid, kind text, subject text, wording text, title text, state text, since
/// timestamptz, starts_on date, urgent boolean, version bigint, told bigint (of a notice the version at which it was told; null for
/// what waits for an act). A notice leaves the list when somebody of the side says that it is done. $1 is the reader (uuid), $2 today in Tokyo (date), $3 (uuid[])
/// and $4 (timestamptz[]) what needs something since when (of the contractor's side alone).
/// </param>
internal sealed record InboxSource(string Type, string Noun, Side Side, string Sql);
