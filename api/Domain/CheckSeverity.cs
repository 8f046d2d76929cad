using System.Text.Json.Serialization;

namespace SecurityTracker.Domain;

/// <summary>Whether a finding stands in the way of freezing what was checked.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckSeverity>))]
public enum CheckSeverity
{
    /// <summary>The form's own rules are not met yet.</summary>
    BLOCKING,

    /// <summary>Something to look at; the judgement is a person's.</summary>
    NOTICE,
}
