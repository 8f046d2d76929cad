using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Tells an act from its recorded events: who, when, and what, with names in place of their ids.</summary>
internal sealed class ActStory(
    IReadOnlyList<RecordedEvent> events, AuthorityAct act, Signatories signatories, IReadOnlyDictionary<PersonalRef, string> names, IReadOnlyList<HistoryEntry> history)
{
    /// <summary>The ids of all names in an act's events.</summary>
    public static IReadOnlyList<PersonalRef> Names(IReadOnlyList<RecordedEvent> events) =>
    [
        .. events.SelectMany(e => e.Data switch
        {
            AuthorityActRequested r => r.Content.Scope?.People ?? [],
            AuthorityActRequestChanged c => c.Content.Scope?.People ?? [],
            AuthorityActUsed u => u.People,
            AuthorityActRecordedFromOutside { OfficerName: { } name } => [name],
            AuthorityActCorrected c => new[] { c.OldName, c.NewName }.OfType<PersonalRef>(),
            _ => Array.Empty<PersonalRef>(),
        }).Distinct(),
    ];

    public IReadOnlyList<RecordedEvent> Events => events;

    public IReadOnlyList<HistoryEntry> History => history;

    public Signatories Signatories => signatories;

    public ScopeDetails? Scope => act.Content.Scope is { } s ? new(s.What, s.Media, s.Purposes, s.Places, Shown(s.People), s.Until) : null;

    public DecisionDetails? Decision
    {
        get
        {
            if (act.Decision is not { } d)
            {
                return null;
            }

            var entry = d.Record is { } number
                ? events.Last(e => e.Data is AuthorityActRecordedFromOutside r && r.Number == number)
                : events.Last(e => e.Data is AuthorityActGranted or AuthorityActDeclined);
            return new(d.Outcome, d.ActAt, At(entry), By(entry), d.Record is null ? Side.OFFICER : Side.CONTRACTOR, ConditionDetails.Of(d.Conditions), d.ExpiresOn, d.Reason, d.Record);
        }
    }

    public IReadOnlyList<RecordDetails> Records =>
    [
        .. act.Records.Select(record =>
        {
            var r = record.Entry;
            var entry = events.First(e => e.Data is AuthorityActRecordedFromOutside x && x.Number == r.Number);
            var status = record.Status == RecordStatus.UNCONFIRMED ? null : events.LastOrDefault(e => e.Data is AuthorityActRecordConfirmed c && c.Number == r.Number
                || e.Data is AuthorityActRecordObjected o && o.Number == r.Number);
            return new RecordDetails(
                r.Number, r.Outcome, r.Channel, r.ActAt, At(entry), By(entry), r.OfficerName is { } name ? Shown(name) : null, r.Note, ConditionDetails.Of(r.Conditions), r.ExpiresOn, r.Reason,
                r.Files, r.Mail, record.Status, status is null ? null : By(status), status is null ? null : At(status), record.Objection);
        }),
    ];

    public IReadOnlyList<InquiryDetails> Inquiries
    {
        get
        {
            var inquiries = new List<InquiryDetails>();
            foreach (var e in events)
            {
                if (e.Data is AuthorityActInquired i)
                {
                    inquiries.Add(new(i.Text, At(e), By(e), Answer: null));
                }
                else if (e.Data is AuthorityActRecordedFromOutside { Outcome: ActOutcome.INQUIRED } o)
                {
                    inquiries.Add(new(o.Reason ?? "", o.ActAt, By(e), Answer: null));
                }
                else if (e.Data is AuthorityActAnswered a && inquiries.Count > 0)
                {
                    inquiries[^1] = inquiries[^1] with { Answer = new(a.Text, a.Files, At(e), By(e)) };
                }
            }

            return inquiries;
        }
    }

    public WithdrawalDetails? Withdrawal => act.Withdrawal is not { } w ? null
        : events.Last(e => w.Record is { } number ? e.Data is AuthorityActRecordedFromOutside r && r.Number == number : e.Data is AuthorityActWithdrawn) is var entry
            ? new(w.Reason, w.ActAt, At(entry), By(entry), w.Record) : null;

    public NoteDetails? Cancellation => Notes(e => (e as AuthorityActCancelled)?.Reason) is [.., var last] ? last : null;

    public IReadOnlyList<NoteDetails> Assessments => Notes(e => (e as AuthorityActAssessed)?.Text);

    public IReadOnlyList<NoteDetails> TargetChanges => Notes(e => (e as AuthorityActTargetChanged)?.Summary);

    public IReadOnlyList<UseDetails> Uses =>
    [
        .. from e in events
           let u = e.Data as AuthorityActUsed
           where u is not null
           select new UseDetails(u.Number, u.On, u.Medium, u.Purpose, u.Place, Shown(u.People), u.Note, At(e), By(e)),
    ];

    public IReadOnlyList<ConditionKeptDetails> ConditionsKept =>
    [
        .. from e in events
           let k = e.Data as AuthorityActConditionKept
           where k is not null
           select new ConditionKeptDetails(k.Condition, k.On, k.Text, k.Files, At(e), By(e)),
    ];

    public IReadOnlyList<CorrectionDetails> Corrections =>
    [
        .. from e in events
           let c = e.Data as AuthorityActCorrected
           where c is not null
           select new CorrectionDetails(
               c.Field.ToString(), c.OldName is { } old ? Shown(old) : c.OldValue, c.NewName is { } now ? Shown(now) : c.NewValue, c.Reason, At(e), By(e), c.Condition),
    ];

    public DateTimeOffset RequestedAt => At(events[0]);

    public ActedBy RequestedBy => By(events[0]);

    private static DateTimeOffset At(RecordedEvent e) => e.RecordedAt.ToUniversalTime();

    private ActedBy By(RecordedEvent e) => signatories.Of(e.Headers);

    private string Shown(PersonalRef name) => names.GetValueOrDefault(name, PersonalValues.Erased);

    private IReadOnlyList<string> Shown(IReadOnlyList<PersonalRef> people) => [.. people.Select(Shown)];

    private IReadOnlyList<NoteDetails> Notes(Func<object, string?> text) =>
        [.. events.Where(e => text(e.Data) is not null).Select(e => new NoteDetails(text(e.Data)!, At(e), By(e)))];
}
