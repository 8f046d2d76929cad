using System.Globalization;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Needs;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Parts;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.ConfirmationDocuments;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Deadlines;

/// <summary>
/// What is to be done about contracts by the rules of the domain, as rows of 要対応一覧. A register that comes later registers a reckoner of
/// its own. Whether somebody of the section is here is as of the day on which it is reckoned.
/// </summary>
internal sealed class DutyReckoner(EventStore store, TimeProvider time) : IInboxReckoner
{
    /// <summary>What the ministry sees of a report that is not handed in and that it was promised by a day: no draft, no report.</summary>
    private const string ReportDue = "REPORT_DUE";

    private static readonly HashSet<string> Unsent = [DutyRules.ReportToDraft.Type, DutyRules.ReportToFinalise.Type, DutyRules.ReportToSubmit.Type];

    public async Task<IReadOnlyList<InboxRow>> Reckon(Guid[] contracts, CancellationToken ct)
    {
        var record = await ContractRecords.Read(store, contracts, ct);
        var (presence, here) = (new SectionPresence(store.OpenSession(), time), new Dictionary<ResponsibleSection, bool>());
        var rows = new List<InboxRow>();
        foreach (var contract in record.Contracts)
        {
            var section = contract.Value.Section;
            if (!here.TryGetValue(section, out var isHere))
            {
                here[section] = isHere = await presence.IsHere(section, ct);
            }

            rows.AddRange(Duties(record, contract, isHere).SelectMany(duty => Rows(record, contract, duty)));
        }

        return rows;
    }

    private static IEnumerable<Duty> Duties(ContractRecords record, Versioned<Contract> contract, bool isHere)
    {
        var (id, value) = (contract.Id, contract.Value);
        var (acts, reports, priors) = (record.Of<AuthorityAct>(id), record.Of<Report>(id), record.Of<PriorReport>(id).Values);
        var next = record.NextReportOf(contract);
        return
        [
            .. ReportDuties.Of(id, value, reports, priors, isHere),
            .. ActDuties.Of(value, acts, isHere),
            .. ActDuties.Of(record.Of<Communication>(id), isHere),
            .. OfDocument(id, value, record.Of<ConfirmationDocument>(id).Values.SingleOrDefault() ?? ConfirmationDocument.Initial, [.. acts.Values]),
            .. TakeAnewDuties.Of(id, value, value.PredecessorId is { } before ? record.Of<AuthorityAct>(before).Values : [], acts.Values),
            .. ClosingDuties.Of(id, value, acts.Values),
            .. PartDuties.Of(record.Of<Part>(id), next),
            .. RecordDuties.Of(id, record.ItemsOf(id), next),
        ];
    }

    private static IEnumerable<Duty> OfDocument(Guid contractId, Contract contract, ConfirmationDocument document, IReadOnlyList<AuthorityAct> acts)
    {
        var id = StreamId.ConfirmationDocument(contractId);
        List<AuthorityAct> named = [.. acts.Where(act => act.Content.Target?.Id == id)];
        return DocumentDuties.Of(id, document, DocumentNow.Of(document, named, [], seesDraft: false)?.Standing, ActsOnVersions.Words(id, document, named), contract);
    }

    private static IEnumerable<InboxRow> Rows(ContractRecords record, Versioned<Contract> contract, Duty duty)
    {
        var row = Row(record, contract, duty);
        if (!row.Awaited || !Unsent.Contains(row.Type))
        {
            return [row];
        }

        return
        [
            row with { Awaited = false },
            row with { Type = ReportDue, Noun = "CONTRACT", ThingId = contract.Id, PersonIds = InboxRow.Nobody, Version = 1, Since = Since(contract.Value, duty with { Since = null }) },
        ];
    }

    private static InboxRow Row(ContractRecords record, Versioned<Contract> contract, Duty duty) =>
        new(
            contract.Id, duty.Rule.Party, duty.Rule.Type, duty.Noun, duty.ThingId, record.SinceOf(duty) ?? Since(contract.Value, duty), record.VersionOf(duty.ThingId),
            // What a firm has not filled in is not the ministry's to wait for.
            duty.Rule.Awaited && (duty.Noun != "PART" || duty.OrganisationId is not null))
        {
            Key = duty.Key,
            OrganisationId = duty.OrganisationId,
            PersonIds = duty.PersonIds.Count > 0 ? duty.PersonIds : null,
            Title = duty.Period is { } period ? string.Create(CultureInfo.InvariantCulture, $"{period.From:yyyy-MM-dd}／{period.To:yyyy-MM-dd}") : duty.Title,
            DueOn = duty.DueOn,
            DueIs = duty.DueIs,
            ShownFrom = duty.ShownFrom,
            ShownUntil = duty.ShownUntil,
        };

    private static DateTimeOffset Since(Contract contract, Duty duty) =>
        duty.Since ?? new DateTimeOffset(duty.ShownFrom ?? contract.SignedOn ?? contract.StartsOn, TimeOnly.MinValue, TimeSpan.FromHours(9)).ToUniversalTime();
}
