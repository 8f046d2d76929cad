using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using static SecurityTracker.Server.Chronicle.ChronicleKind;
using static SecurityTracker.Server.Chronicle.Words.Said;

namespace SecurityTracker.Server.Chronicle.Words;

/// <summary>What the sides tell each other.</summary>
internal static class CommunicationSentences
{
    /// <summary>Adds them.</summary>
    public static void AddTo(ChronicleWords words) => words
        .Tell<CommunicationRecorded>(
            (e, thing) => e.Urgent
                ? new($"事故の第一報を記録しました。「{Short(e.Text)}」", $"Recorded the first report of an incident: “{Short(e.Text)}”.")
                : new($"{About(thing)}を記録しました（{From(e.Direction).Ja}、{By(e.Channel).Ja}）。", $"Recorded {About(thing)} ({From(e.Direction).En}, {By(e.Channel).En})."),
            INQUIRY)
        .Tell<CommunicationConfirmed>((_, thing) => new($"{About(thing)}を確認しました。", $"Confirmed {About(thing)}."), INQUIRY)
        .Tell<CommunicationObjected>((e, thing) => Because(new($"{About(thing)}の記録に異議を述べました。", $"Objected to the record of {About(thing)}."), e.Reason), INQUIRY)
        .Tell<CommunicationDelivered>((e, thing) => new($"{About(thing)}を伝えたと記録しました（{By(e.Channel).Ja}）。", $"Recorded that {About(thing)} was sent ({By(e.Channel).En})."), INQUIRY)
        .Tell<CommunicationCorrected>((e, thing) => Because(new($"{About(thing)}の{Of(e.Field).Ja}を訂正しました。", $"Corrected the {Of(e.Field).En} of {About(thing)}."), e.Reason), CORRECTION, INQUIRY);

    private static Message From(Direction direction) => direction switch
    {
        Direction.FROM_CONTRACTOR => new("受注者から", "from the contractor"),
        Direction.FROM_OFFICER => new("担当職員から", "from the officer"),
        _ => new("双方", "both sides"),
    };

    private static Message Of(CommunicationField field) => field switch
    {
        CommunicationField.TEXT => new("内容", "text"),
        CommunicationField.ACT_AT => new("日時", "time"),
        CommunicationField.CHANNEL => new("方法", "way"),
        CommunicationField.OUTCOME => new("結果", "outcome"),
        CommunicationField.MEASURE => new("対策", "measure"),
        CommunicationField.BY => new("対策の期限", "day of the measure"),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A field without a word"),
    };
}
