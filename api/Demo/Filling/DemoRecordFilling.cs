using System.Text.Json.Nodes;
using SecurityTracker.Demo.World;

namespace SecurityTracker.Demo.Filling;

/// <summary>Takes the proposals over and records the rest; of a record that has only begun, two requirements in three.</summary>
internal sealed class DemoRecordFilling(DemoParties parties)
{
    private readonly DemoDice dice = new(parties.Contract.Number);
    private readonly DemoDiary diary = parties.Diary();

    /// <summary>Status, statements and methods.</summary>
    public async Task Fill(CancellationToken ct)
    {
        var proposals = ((await parties.Contractor.Get($"contracts/{parties.Id}/proposals", ct)) as JsonArray ?? [])
            .ToDictionary(proposal => proposal!["number"]!.GetValue<int>(), proposal => proposal!);
        foreach (var obligation in (await parties.Contractor.Get($"contracts/{parties.Id}/obligations", ct)).AsArray())
        {
            var number = obligation!["number"]!.GetValue<int>();
            if (number != 1 && (parties.Contract.Progress != DemoProgress.BEGUN || dice.Number(1, 3) != 1))
            {
                await Record(obligation, proposals.GetValueOrDefault(number), ct);
            }
        }
    }

    /// <summary>What changes from one report to the next: what was 未実施 is done, and one thing is not done yet.</summary>
    public async Task MoveOn(DateOnly day, CancellationToken ct)
    {
        var at = parties.Calendar.At(day, 10);
        foreach (var obligation in (await parties.Contractor.Get($"contracts/{parties.Id}/obligations", ct)).AsArray())
        {
            var number = obligation!["number"]!.GetValue<int>();
            var subject = DemoWords.Subject(obligation["requirementId"]!.GetValue<string>());
            var (path, version) = ($"contracts/{parties.Id}/obligations/{number}", obligation["version"]!.GetValue<long>());
            if (obligation["status"]?.GetValue<string>() == "NOT_IMPLEMENTED" && subject != 15)
            {
                await parties.Contractor.At(at).Act(HttpMethod.Put, $"{path}/status", new { status = "IMPLEMENTED", reason = (string?)null }, version, ct);
            }
            else if (subject == 10 && obligation["status"]?.GetValue<string>() == "IMPLEMENTED")
            {
                await parties.Contractor.At(at).Act(HttpMethod.Put, $"{path}/status", new { status = "NOT_IMPLEMENTED", reason = DemoWords.NotYet[subject] }, version, ct);
            }
        }
    }

    private async Task Record(JsonNode obligation, JsonNode? proposal, CancellationToken ct)
    {
        var path = $"contracts/{parties.Id}/obligations/{obligation["number"]!.GetValue<int>()}";
        var subject = DemoWords.Subject(obligation["requirementId"]!.GetValue<string>());
        var version = obligation["version"]!.GetValue<long>();
        var contractor = parties.Contractor.At(diary.Soon());
        var (status, reason) = proposal is not null
            ? (proposal["status"]!.GetValue<string>(), proposal["reason"]?.GetValue<string>())
            : Imagined(subject);
        version = await contractor.Act(HttpMethod.Put, $"{path}/status", new { status, reason }, version, ct);
        foreach (var statement in obligation["statements"]!.AsArray().Where(statement => status != "NOT_APPLICABLE" && statement!["alwaysExplained"]!.GetValue<bool>()))
        {
            // 17:15.10 is the tenth of its requirement.
            var place = statement!["id"]!.GetValue<string>().Split('.')[^1];
            var explanation = new { status = "IMPLEMENTED", reason = dice.Pick(DemoWords.Closures) };
            version = await contractor.Act(HttpMethod.Put, $"{path}/statements/{place}/status", explanation, version, ct);
        }

        // Audits and the end of the work are to come: how they are met is said all the same.
        var method = status == "NOT_APPLICABLE" && subject is not (3 or 8) ? DemoWords.NotApplicable : DemoWords.Methods[subject];
        if (parties.Contract.Paper > DemoPaper.DRAFT || dice.Bool())
        {
            version = await contractor.Act(HttpMethod.Put, $"{path}/method", new { method }, version, ct);
        }

        if (parties.Contract.Assignments.FirstOrDefault(assignment => assignment.Subject == subject) is { } assigned)
        {
            await contractor.Act(HttpMethod.Put, $"{path}/assignees", new { personIds = assigned.Mails.Select(parties.Hands.IdOf) }, version, ct);
        }
    }

    private (string Status, string? Reason) Imagined(int subject) =>
        DemoWords.NotYet.TryGetValue(subject, out var reason) && dice.Number(1, 6) == 1 ? ("NOT_IMPLEMENTED", reason) : ("IMPLEMENTED", null);
}
