using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.Obligations;

/// <summary>実施状況: 実施, 未実施 or 該当なし (the form's 記載要領 1). What is not recorded yet is the absence of a status, never a fourth value.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImplementationStatus>))]
public enum ImplementationStatus
{
    IMPLEMENTED,
    NOT_IMPLEMENTED,
    NOT_APPLICABLE,
}
