using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.Reports.Review;

/// <summary>Where a report is on its way between the two sides, for both to see.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportStage>))]
public enum ReportStage
{
    DRAFT,

    /// <summary>確定（未提出）.</summary>
    FINALISED,

    /// <summary>提出済み.</summary>
    SUBMITTED,

    /// <summary>受領済み.</summary>
    RECEIVED,

    /// <summary>照会あり: at least one row waits for the contractor.</summary>
    QUERIED,

    /// <summary>回答済み: every query has its answer and waits for the officer.</summary>
    ANSWERED,

    /// <summary>不十分あり: something was said of every row, and of at least one that it is insufficient; its measure is to be taken.</summary>
    MEASURE_AGREED,

    /// <summary>確認済み: every row is confirmed.</summary>
    SETTLED,

    /// <summary>差替え済み: another report stands in its place; its bytes stay.</summary>
    REPLACED,

    /// <summary>廃棄・移管済み: its bytes are gone, its hashes stay.</summary>
    DISPOSED,
    DISCARDED,
}

/// <summary>By what way an officer without an account spoke.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutsideChannel>))]
public enum OutsideChannel
{
    MAIL,
    TELEPHONE,
    PAPER,
}

/// <summary>A date of a report's course that a 訂正 mends.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportDate>))]
public enum ReportDate
{
    /// <summary>提出日.</summary>
    SUBMITTED_ON,

    /// <summary>受領日.</summary>
    RECEIVED_ON,
}

/// <summary>What the ministry did with a report after its 保存期間.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DisposalKind>))]
public enum DisposalKind
{
    /// <summary>廃棄.</summary>
    DISCARDED,

    /// <summary>移管.</summary>
    TRANSFERRED,
}

/// <summary>廃棄 or 移管.</summary>
/// <param name="Number">The number under which the ministry keeps it.</param>
public sealed record Disposal(DisposalKind Kind, DateOnly On, string Number);

/// <summary>Which report this one is to stand in for.</summary>
/// <param name="Rows">The rows that were reopened by a query; null where the report before was never submitted and all are open.</param>
/// <param name="Reason">Why an unsubmitted report is corrected; null where queries say it.</param>
public sealed record Replacement(Guid ReportId, IReadOnlyList<int>? Rows, string? Reason);
