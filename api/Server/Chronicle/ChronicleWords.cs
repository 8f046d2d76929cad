using SecurityTracker.Domain;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Chronicle.Words;

namespace SecurityTracker.Server.Chronicle;

/// <summary>The thing that something happened to, as far as a sentence needs it.</summary>
/// <param name="Name">件名, of a firm or a file its name.</param>
/// <param name="Wording">The edition's word for a procedure (了承, 許可 …).</param>
/// <param name="Number">The number of an item.</param>
/// <param name="Period">The days of a report.</param>
/// <param name="NameOf">A personal value as it is kept, or 「消去済み」.</param>
internal sealed record ChronicleThing(string? Name, string? Wording, int? Number, DateSpan? Period, Func<PersonalRef, string> NameOf);

/// <summary>
/// The one table that says what each event of a contract's streams means, in one sentence. An event that another of the same act tells, or
/// that only works towards it, has no sentence of its own and names that other one.
/// </summary>
internal sealed class ChronicleWords
{
    private readonly Dictionary<Type, Telling> tellings = [];
    private readonly Dictionary<Type, Type> tellers = [];

    private ChronicleWords()
    {
    }

    /// <summary>All of it.</summary>
    public static ChronicleWords All { get; } = Whole();

    /// <summary>The events that have a sentence.</summary>
    public IReadOnlyCollection<Type> Told => tellings.Keys;

    /// <summary>The events that have none, each with the one that tells it.</summary>
    public IReadOnlyDictionary<Type, Type> Tellers => tellers;

    /// <summary>Gives an event its sentence.</summary>
    /// <param name="say">The sentence.</param>
    /// <param name="kinds">What it is about, the foremost first.</param>
    public ChronicleWords Tell<TEvent>(Func<TEvent, ChronicleThing, Message> say, params ChronicleKind[] kinds)
        where TEvent : IEvent
    {
        tellings.Add(typeof(TEvent), new(kinds, (e, thing) => say((TEvent)e, thing)));
        return this;
    }

    /// <summary>Leaves an event to another that tells it.</summary>
    public ChronicleWords Leave<TEvent, TTeller>()
        where TEvent : IEvent
        where TTeller : IEvent
    {
        tellers.Add(typeof(TEvent), typeof(TTeller));
        return this;
    }

    /// <summary>What happened.</summary>
    public Message Of(object e, ChronicleThing thing) => tellings[e.GetType()].Say(e, thing);

    /// <summary>What an event is about, the foremost first.</summary>
    public IReadOnlyList<ChronicleKind> KindsOf(Type e) => tellings[e].Kinds;

    private static ChronicleWords Whole()
    {
        var words = new ChronicleWords();
        ContractSentences.AddTo(words);
        ObligationSentences.AddTo(words);
        ProcedureSentences.AddTo(words);
        CommunicationSentences.AddTo(words);
        DocumentSentences.AddTo(words);
        ReportSentences.AddTo(words);
        SubmittedReportSentences.AddTo(words);
        return words;
    }

    private sealed record Telling(IReadOnlyList<ChronicleKind> Kinds, Func<object, ChronicleThing, Message> Say);
}
