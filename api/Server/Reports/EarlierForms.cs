using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports;

/// <summary>A row that a later form answers otherwise than an earlier one.</summary>
internal sealed record ReadingChange(int Number, ChangedSinceLast Before, ChangedSinceLast Now);

/// <summary>A filled form as it was read, and what changed in it.</summary>
/// <param name="ContractId">The one contract of this name that the actor sees, or null.</param>
/// <param name="ComparedWith">The earlier form among those sent, or the contract's last report, that changes are marked against; null without one.</param>
internal sealed record FormReadingDetails(
    string FileName,
    string Sha256,
    FormReadingEdition Edition,
    FormReadingHeader Header,
    IReadOnlyList<FormReadingRow> Rows,
    IReadOnlyList<FormReadingReason> Reasons,
    string? Explanation10,
    IReadOnlyList<FormFinding> Findings,
    IReadOnlyList<string> Unread,
    Guid? ContractId,
    string? ComparedWith,
    IReadOnlyList<ReadingChange> Changes,
    string? Sheet);

/// <summary>Finds the form before a form: the earlier one among those sent together, else the last report of its contract here.</summary>
internal sealed class EarlierForms(Session session, ReportReader reader, ReportDrafts drafts, Actor actor, TimeProvider time)
{
    /// <summary>Each reading with what changed in it, in the order of the readings.</summary>
    public async Task<IReadOnlyList<FormReadingDetails>> Compare(IReadOnlyList<FormReading> readings, CancellationToken ct)
    {
        var compared = new List<FormReadingDetails>();
        foreach (var reading in readings)
        {
            var contract = await ContractOf(reading, ct);
            var (name, before) = Among(readings, reading) is { } earlier
                ? (earlier.FileName, AnswersOf(earlier))
                : contract is null ? (null, []) : await LastReport(contract, ct);
            compared.Add(new FormReadingDetails(
                reading.FileName, reading.Sha256, reading.Edition, reading.Header, reading.Rows, reading.Reasons, reading.Explanation10,
                reading.Findings, reading.Unread, contract?.Id, name, Changes(before, AnswersOf(reading)), reading.Sheet));
        }

        return compared;
    }

    private static FormReading? Among(IReadOnlyList<FormReading> readings, FormReading reading) => readings
        .Where(other => other.Header.ReportedOn < reading.Header.ReportedOn
            && other.Header.ContractName is { } name && reading.Header.ContractName is { } own && MatchText.KeyOf(name) == MatchText.KeyOf(own))
        .MaxBy(other => other.Header.ReportedOn);

    private async Task<ContractAtHand?> ContractOf(FormReading reading, CancellationToken ct)
    {
        if (reading.Header.ContractName is not { } name)
        {
            return null;
        }

        var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<string> { TypedValue = name } };
        var found = await session.Query<Contract>($"WHERE d.name = $1 AND {Visible.To(actor, parameters, "d")} LIMIT 2", parameters, ct);
        return found.Count == 1 ? await reader.FindContract(found[0].Id, ct) : null;
    }

    private async Task<(string? Name, IReadOnlyList<PreviousAnswer> Answers)> LastReport(ContractAtHand contract, CancellationToken ct)
    {
        var tomorrow = Tokyo.Today(time).AddDays(1);
        var last = await drafts.Previous(contract, new DateSpan(tomorrow, tomorrow), ct);
        return (last?.Id.ToString(), last?.Answers ?? []);
    }

    private static IReadOnlyList<PreviousAnswer> AnswersOf(FormReading reading) => [.. reading.Rows.Select(row => new PreviousAnswer(
        row.Number, new RowAnswer(row.Status, reading.Reasons.FirstOrDefault(reason => reason.Number == row.Number)?.Text)))];

    private static IReadOnlyList<ReadingChange> Changes(IReadOnlyList<PreviousAnswer> before, IReadOnlyList<PreviousAnswer> now) =>
    [
        .. from later in now
           let earlier = before.FirstOrDefault(answer => answer.Number == later.Number)
           where earlier is not null && (earlier.Answer.Status, earlier.Answer.Reason) != (later.Answer.Status, later.Answer.Reason)
           select new ReadingChange(
               later.Number,
               new ChangedSinceLast(earlier.Answer.Status, earlier.Answer.Reason),
               new ChangedSinceLast(later.Answer.Status, later.Answer.Reason)),
    ];
}
