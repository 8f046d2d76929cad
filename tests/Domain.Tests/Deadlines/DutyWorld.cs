using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Parts;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.DomainTests.Deadlines;

/// <summary>All that one contract has, and all that follows from it, as whoever reads the snapshots of one contract would ask for it.</summary>
internal sealed record DutyWorld(Contract Contract)
{
    public static readonly Guid ContractId = new("01990000-0000-7000-8000-000000000001");
    public static readonly Guid DocumentId = new("01990000-0000-7000-8000-0000000000d1");

    public IReadOnlyDictionary<Guid, AuthorityAct> Acts { get; init; } = new Dictionary<Guid, AuthorityAct>();

    /// <summary>Those of the contract before it.</summary>
    public IReadOnlyList<AuthorityAct> ActsBefore { get; init; } = [];

    public IReadOnlyDictionary<Guid, Communication> Communications { get; init; } = new Dictionary<Guid, Communication>();

    public ConfirmationDocument Document { get; init; } = ConfirmationDocument.Initial;

    public IReadOnlyList<WordOnVersion> Words { get; init; } = [];

    public IReadOnlyDictionary<Guid, Report> Reports { get; init; } = new Dictionary<Guid, Report>();

    public IReadOnlyList<PriorReport> Priors { get; init; } = [];

    public IReadOnlyList<Obligation> Obligations { get; init; } = [];

    public IReadOnlyDictionary<Guid, Part> Parts { get; init; } = new Dictionary<Guid, Part>();

    public bool SectionIsHere { get; init; }

    /// <summary>Every duty of the contract.</summary>
    public IReadOnlyList<Duty> Duties()
    {
        var next = ReportDuties.Next(Contract, Reports.Values, Priors);
        return
        [
            .. ReportDuties.Of(ContractId, Contract, Reports, Priors, SectionIsHere),
            .. ActDuties.Of(Contract, Acts, SectionIsHere),
            .. ActDuties.Of(Communications, SectionIsHere),
            .. TakeAnewDuties.Of(ContractId, Contract, ActsBefore, Acts.Values),
            .. ClosingDuties.Of(ContractId, Contract, Acts.Values),
            .. DocumentDuties.Of(DocumentId, Document, Document.Latest, Words, Contract),
            .. PartDuties.Of(Parts, next),
            .. RecordDuties.Of(ContractId, [.. Obligations.Select(item => (item, (DateOnly?)null))], next),
        ];
    }
}
