using System.Text.Json.Serialization;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;

namespace SecurityTracker.Domain.Parts;

/// <summary>What happened to the part of a 再委託先 in a contract: its own rows of 1)'s 確認書類 and of the report (5)).</summary>
public interface IPartEvent : IEvent;

/// <summary>Who entered a row.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EnteredBy>))]
public enum EnteredBy
{
    /// <summary>The 再委託先 itself.</summary>
    SUBCONTRACTOR,

    /// <summary>The contractor, from the paper that the 再委託先 signed.</summary>
    CONTRACTOR,
}

/// <summary>The firm takes part: its rows are open.</summary>
public sealed record PartOpened(
    Guid ContractId, Guid SubcontractorId, Guid? OrganisationId, string Name, SubcontractorKind Kind, IReadOnlyList<int> Numbers) : IPartEvent;

/// <summary>What is known of the firm, or what flows down to it, changed; a row that no longer flows down is kept and not shown.</summary>
public sealed record PartScopeChanged(Guid? OrganisationId, string Name, IReadOnlyList<int> Numbers) : IPartEvent;

/// <summary>A row stands under another number.</summary>
public sealed record PartRowMoved(int From, int To);

/// <summary>
/// The contract goes by another edition: what flows down has these numbers there, and rows whose requirement answers to one alone moved with
/// it. What was said on a requirement that was split, merged or dropped stays in the history alone.
/// </summary>
public sealed record PartRenumbered(IReadOnlyList<int> Numbers, IReadOnlyList<PartRowMoved> Rows) : IPartEvent;

/// <summary>A row was written: method, status and reason as they are from now on.</summary>
/// <param name="FileId">The signed paper, where the contractor entered it.</param>
public sealed record PartRowEntered(
    int Number, string? Method, ImplementationStatus? Status, string? Reason, EnteredBy EnteredBy, Guid? FileId) : IPartEvent;

/// <summary>The firm takes part no more; its rows stay as they are.</summary>
public sealed record PartClosed(DateOnly On) : IPartEvent;

/// <summary>What a 再委託先 says on one requirement.</summary>
public sealed record PartRow(int Number, string? Method, ImplementationStatus? Status, string? Reason, EnteredBy EnteredBy, Guid? FileId);

/// <summary>The part of one 再委託先 in one contract.</summary>
public sealed record Part(
    Guid ContractId,
    Guid SubcontractorId,
    Guid? OrganisationId,
    string Name,
    SubcontractorKind Kind,
    IReadOnlyList<int> Numbers,
    IReadOnlyList<PartRow> Rows,
    DateOnly? ClosedOn)
{
    /// <summary>Not opened yet.</summary>
    public static Part Initial { get; } = new(Guid.Empty, Guid.Empty, OrganisationId: null, "", SubcontractorKind.SUBCONTRACTOR, [], [], ClosedOn: null);

    /// <summary>Whether the firm ever took part.</summary>
    [JsonIgnore]
    public bool Exists => ContractId != Guid.Empty;

    /// <summary>How many rows that flow down have a status.</summary>
    [JsonIgnore]
    public int Recorded => Rows.Count(row => row.Status is not null && Numbers.Contains(row.Number));
}
