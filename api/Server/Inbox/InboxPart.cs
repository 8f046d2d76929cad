using System.Text.Json.Serialization;

namespace SecurityTracker.Server.Inbox;

/// <summary>The parts of 要対応一覧.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InboxPart>))]
internal enum InboxPart
{
    /// <summary>期限: the reader's to do, by a day.</summary>
    DEADLINE,

    /// <summary>自分の対応: the reader's to do, without a day.</summary>
    OWN,

    /// <summary>相手待ち: somebody else's to do, whom the reader waits for.</summary>
    AWAITED,
}

/// <summary>Who is waited for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Awaits>))]
internal enum Awaits
{
    /// <summary>担当職員.</summary>
    OFFICER,

    /// <summary>受注者.</summary>
    CONTRACTOR,

    /// <summary>再委託先.</summary>
    SUBCONTRACTOR,
}
