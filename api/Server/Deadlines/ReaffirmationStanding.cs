using System.Text.Json.Serialization;

namespace SecurityTracker.Server.Deadlines;

/// <summary>Where an item stands with 「今期もこのとおりですか」.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReaffirmationStanding>))]
internal enum ReaffirmationStanding
{
    /// <summary>Something is still to be recorded first.</summary>
    INCOMPLETE,

    /// <summary>It stands as it was recorded before, and nobody said that it holds for this period.</summary>
    ASKED,

    /// <summary>It was recorded since work on the report began.</summary>
    RECORDED,

    /// <summary>Somebody said that it holds for this period.</summary>
    REAFFIRMED,
}
