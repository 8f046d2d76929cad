using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.Reports.Review;

/// <summary>
/// What an officer says of a row. A report is 報告, not an application: there is no approval here, and 不十分 comes out of a 協議 alone.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<RowVerdict>))]
public enum RowVerdict
{
    /// <summary>確認済.</summary>
    CONFIRMED,

    /// <summary>前回から変更なし（個別には未閲覧）.</summary>
    CONFIRMED_UNCHANGED,

    /// <summary>照会（修正のお願い）.</summary>
    QUERIED,

    /// <summary>不十分, with the measure agreed in a 協議.</summary>
    INSUFFICIENT,
}

/// <summary>協議 on a row: the only way to 不十分 (clause 1: 「協議し不十分であると認めた場合…協議し対策を講ずる」).</summary>
/// <param name="MinistrySide">Who took part for the ministry, by post.</param>
/// <param name="ContractorSide">Who took part for the contractor, by post.</param>
/// <param name="Measure">対策.</param>
/// <param name="By">By when the measure is taken.</param>
public sealed record ReviewConsultation(DateOnly On, string MinistrySide, string ContractorSide, string Outcome, string Measure, DateOnly By);

/// <summary>What is said of one row.</summary>
/// <param name="Comment">Wanted with a query.</param>
public sealed record VerdictGiven(int Number, RowVerdict Verdict, string? Comment);

/// <summary>How and when a person sent an answer, outside of the program.</summary>
public sealed record AnswerSent(SubmissionWay Via, DateOnly On);

/// <summary>Where a row stands in the review; a row of which nothing was said has none.</summary>
/// <param name="Answered">The contractor answered the query.</param>
/// <param name="RecordedBy">Who wrote it down.</param>
/// <param name="Confirmed">An officer wrote it, or confirmed what the contractor had written.</param>
/// <param name="Carried">It was said of the same row of the report that this one replaced.</param>
/// <param name="Consultation">The 協議 of an insufficient row.</param>
/// <param name="AnswerSent">How the answer was sent; null while it was not, or where the section reads it here.</param>
public sealed record RowReview(
    int Number,
    RowVerdict Verdict,
    string? Comment,
    bool Answered = false,
    Side RecordedBy = Side.OFFICER,
    bool Confirmed = true,
    bool Carried = false,
    ReviewConsultation? Consultation = null,
    AnswerSent? AnswerSent = null)
{
    /// <summary>Whether nothing more is to be done about the row.</summary>
    [JsonIgnore]
    public bool Settled => Verdict is RowVerdict.CONFIRMED or RowVerdict.CONFIRMED_UNCHANGED;
}
