using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Reminders;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reminders;

/// <summary>
/// What people are told today: out of the same rows as 要対応一覧, for each part that they play now and within its boundary. Whoever has acted,
/// has left or was replaced is told nothing of it.
/// </summary>
internal sealed class Digests(EventStore store, People people, InboxKeeper keeper, Snoozes snoozes, PersonalValues values, TimeProvider time)
{
    // Whoever was never written to hears of what arose in the last month.
    private const int FirstDays = 31;

    private const int Page = 200;

    /// <summary>What a person is to be told today; null where that is nothing.</summary>
    public async Task<Digest?> Of(Recipient to, CancellationToken ct)
    {
        var today = Tokyo.Today(time);
        if (!BusinessDays.IsBusinessDay(today) || await people.Find(to.PersonId, ct) is not { Value: var person })
        {
            return null;
        }

        var (resting, told) = ((await snoozes.Of(to.PersonId, today, ct)).Select(snooze => snooze.Thing()).ToHashSet(), to.Told ?? today.AddDays(-FirstDays));
        var parts = new List<Digest>();
        foreach (var membership in person.ActingOn(today))
        {
            var actor = People.ActorOf(to.PersonId, membership);
            if (Permission.ReadInbox.Allows(actor) && await RhythmOf(to, actor, ct) is var rhythm && rhythm != ReminderRhythm.OFF)
            {
                parts.Add(await Part(to with { Told = told }, actor, rhythm, resting, ct));
            }
        }

        var name = (await values.Load([person.Name], ct))[person.Name];
        return parts.Any(part => part.Items.Count + part.Awaited.Count + part.OfOthers.Count + part.NotReached.Count > 0) ? Together(parts, name) : null;
    }

    /// <summary>How often somebody is written to as an actor: as they chose, else as their 課室 wants it, else by the 既定値.</summary>
    public async Task<ReminderRhythm> RhythmOf(Recipient to, Actor actor, CancellationToken ct)
    {
        if (to.Rhythm is { } chosen)
        {
            return ReminderRhythms.ToChoose(actor.Side).Contains(chosen) ? chosen : ReminderRhythms.Least(actor.Side);
        }

        var office = actor is { SectionId: not null, OrganisationId: { } id } ? await store.OpenSession().Load<Organisation>(id, ct) : null;
        return office?.Value.ReminderRhythm(actor.SectionId!.Value) ?? ReminderRhythms.DefaultOf(actor.Side);
    }

    private async Task<Digest> Part(Recipient to, Actor actor, ReminderRhythm rhythm, HashSet<SnoozedThing> resting, CancellationToken ct)
    {
        var (today, told) = (Tokyo.Today(time), to.Told!.Value);
        await keeper.KeepFor(actor, ct);
        var own = await InboxQuery.Own(Page).All(store, actor, time.GetUtcNow(), ct);
        var items = own.Where(item => !resting.Contains(SnoozedThing.Of(item)) && rhythm.Tells(Digest.WaitingOf(item), told, today)).ToList();
        var leads = actor.Role is Role.CONTRACTOR_OFFICER;
        var ofOthers = leads ? await InboxQuery.OfOthers(today.AddDays(-ReminderDays.Escalation), Page).All(store, actor, time.GetUtcNow(), ct) : [];
        var awaited = leads ? await InboxQuery.Awaited(Page).All(store, actor, time.GetUtcNow(), ct) : [];
        return new(to, "", today)
        {
            Items = items,
            Awaited = [.. awaited.Where(item => !resting.Contains(SnoozedThing.Of(item)) && ReminderDays.IsToAskAfter(Digest.WaitingOf(item), told, today))],
            OfOthers = [.. ofOthers.Where(item => !resting.Contains(SnoozedThing.Of(item)) && ReminderDays.IsToEscalate(Digest.WaitingOf(item), told, today))],
            NotReached = leads ? await NotReached(actor, told, ct) : [],
            Others = own.Count - items.Count,
            Rhythm = rhythm,
            OrganisationId = actor.OrganisationId,
            Side = actor.Side,
        };
    }

    // One person may play several parts, and one mail tells of all.
    private static Digest Together(List<Digest> parts, string name) => parts[0] with
    {
        Name = name,
        Items = [.. parts.SelectMany(part => part.Items).DistinctBy(SnoozedThing.Of)],
        Awaited = [.. parts.SelectMany(part => part.Awaited).DistinctBy(SnoozedThing.Of)],
        OfOthers = [.. parts.SelectMany(part => part.OfOthers).DistinctBy(SnoozedThing.Of)],
        NotReached = [.. parts.SelectMany(part => part.NotReached).Distinct(StringComparer.Ordinal)],
        Others = parts.Sum(part => part.Others),
        Side = parts.Any(part => part.Side == Side.CONTRACTOR) ? Side.CONTRACTOR : Side.OFFICER,
    };

    // Whose mail did not arrive, others of theirs are told, once.
    private Task<IReadOnlyList<string>> NotReached(Actor actor, DateOnly told, CancellationToken ct) => store.Read(
        new SqlQuery<IReadOnlyList<string>>(
            """
            SELECT coalesce(v.value, $3) FROM mt_doc_person p
            JOIN LATERAL (SELECT m.state, m.answer_code, m.ended_at FROM mails m
                WHERE m.person_id = p.id AND m.kind IN ('DIGEST', 'INCIDENT') AND m.ended_at IS NOT NULL AND m.state <> 'NOT_NEEDED' ORDER BY m.queued_at DESC LIMIT 1) m ON true
            LEFT JOIN personal_values v ON v.id = (p.data #>> '{value,name,id}')::uuid
            WHERE p.organisation_ids @> ARRAY[$1] AND p.id <> $2
                AND (m.state = 'BOUNCED' OR m.state = 'GIVEN_UP' AND m.answer_code >= 500) AND (m.ended_at AT TIME ZONE 'Asia/Tokyo')::date >= $4
            ORDER BY 1
            """,
            [
                new NpgsqlParameter<Guid> { TypedValue = actor.OrganisationId ?? Guid.Empty }, new NpgsqlParameter<Guid> { TypedValue = actor.PersonId ?? Guid.Empty },
                new NpgsqlParameter<string> { TypedValue = PersonalValues.Erased }, new NpgsqlParameter<DateOnly> { TypedValue = told },
            ],
            (rows, token) => rows.All(row => row.GetString(0), token)),
        ct);
}
