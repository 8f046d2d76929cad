using System.Text.Json.Serialization;

namespace SecurityTracker.Domain;

/// <summary>
/// The two sides of a contract. What the contractor wrote down of the ministry's side (受注者が記録) stands, and an officer confirms it later.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<Side>))]
public enum Side
{
    /// <summary>受注者, with its subcontractors.</summary>
    CONTRACTOR,

    /// <summary>担当職員 and 担当課室.</summary>
    OFFICER,
}
