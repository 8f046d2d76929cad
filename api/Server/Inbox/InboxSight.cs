using System.Globalization;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Inbox;

/// <summary>What an actor sees on a day of what is to be done, as SQL over <c>inbox_items i</c>. Lists and counts ask by it alone.</summary>
internal sealed class InboxSight
{
    private readonly string person;

    /// <param name="actor">Who reads.</param>
    /// <param name="parameters">The query's parameters so far; its own are added behind them.</param>
    /// <param name="today">The day of reading in Tokyo.</param>
    public InboxSight(Actor actor, List<NpgsqlParameter> parameters, DateOnly today)
    {
        string Add<T>(T value)
        {
            parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
            return string.Create(CultureInfo.InvariantCulture, $"${parameters.Count}");
        }

        person = Add(actor.PersonId ?? Guid.Empty);
        Today = Add(today);
        (Mine, Own, Awaited) = Whose(actor);
        Done = $"""
            SELECT k.person_id, k.done_at FROM notices_done k
            WHERE k.thing_id = i.thing_id AND k.type = i.type AND k.side = {Add(actor.Side.ToString())} AND (k.organisation_id IS NULL OR k.organisation_id = {Add(actor.OrganisationId ?? Guid.Empty)})
                AND k.version >= i.told AND k.undone_at IS NULL
            """;
        Shown = $"{Visible.InboxItems(actor, parameters)} AND (i.shown_from IS NULL OR i.shown_from <= {Today}) AND (i.shown_until IS NULL OR i.shown_until >= {Today}) AND i.not_for IS DISTINCT FROM {person}";
    }

    /// <summary>The day of reading.</summary>
    public string Today { get; }

    /// <summary>The rows that the actor sees on this day, of whichever party; notices that somebody marked as done among them.</summary>
    public string Shown { get; }

    /// <summary>Of the actor's own contracts.</summary>
    public string Mine { get; }

    /// <summary>The actor's side is to do it.</summary>
    public string Own { get; }

    /// <summary>Another is to do it, and the actor waits for that.</summary>
    public string Awaited { get; }

    /// <summary>Its day has passed; that of a 目安日 is nobody's deadline.</summary>
    public string Late => $"(i.due_on < {Today} AND i.due_is <> 'GUIDE') IS TRUE";

    /// <summary>Whether, and by whom, somebody of the actor's organisation said that a notice is done as it was last told: a row k, or none.</summary>
    public string Done { get; }

    /// <summary>It waits: it is no notice, or nobody marked it as done.</summary>
    public string Waits => $"(i.told IS NULL OR NOT EXISTS ({Done}))";

    /// <summary>Whether the actor opened the thing of row p since the version of row r, and did not put it back to unread.</summary>
    public string Opened => $"EXISTS (SELECT FROM act_openings o WHERE o.thing_id = p.thing_id AND o.person_id = {person} AND o.version >= r.version AND NOT o.unread)";

    // A contractor's officers share all of theirs; of a section, mine are the contracts whose 担当職員 the reader is, and those that name none here.
    private (string Mine, string Own, string Awaited) Whose(Actor actor) => actor.Role switch
    {
        Role.SUBCONTRACTOR_OFFICER or Role.CONTRACTOR_STAFF => ("true", "true", "false"),
        _ when actor.Side == Side.CONTRACTOR => (
            "true", "(i.side = 'CONTRACTOR' AND i.organisation_id IS NULL AND i.person_ids IS NULL)",
            "(i.awaited AND i.person_ids IS NULL AND (i.side = 'OFFICER' OR i.organisation_id IS NOT NULL))"),
        _ => (
            $"(i.officer_person_ids @> ARRAY[{person}] OR COALESCE(cardinality(i.officer_person_ids), 0) = 0)", "(i.side = 'OFFICER')",
            "(i.awaited AND i.side = 'CONTRACTOR' AND i.organisation_id IS NULL)"),
    };
}
