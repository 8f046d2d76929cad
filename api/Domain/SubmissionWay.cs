using System.Text.Json.Serialization;

namespace SecurityTracker.Domain;

/// <summary>By what way something was handed in (提出).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SubmissionWay>))]
public enum SubmissionWay
{
    /// <summary>In this program.</summary>
    SYSTEM,
    MAIL,

    /// <summary>持参.</summary>
    HAND,

    /// <summary>郵送.</summary>
    POST,
}
