using System.Text.Json.Nodes;
using SecurityTracker.Demo.World;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;

namespace SecurityTracker.Demo.Filling;

/// <summary>Lets the two sides say to each other what the world says.</summary>
internal sealed class DemoSayingFilling(DemoParties parties)
{
    /// <summary>All of it.</summary>
    public async Task Fill(CancellationToken ct)
    {
        Guid? before = null;
        foreach (var saying in parties.Contract.Sayings)
        {
            before = await Fill(saying, saying.Answers ? before : null, ct);
        }
    }

    private async Task<Guid> Fill(DemoSaying saying, Guid? inReplyTo, CancellationToken ct)
    {
        var diary = parties.Diary();
        var at = diary.On(saying.On);
        var isOfficers = saying.Direction == Direction.FROM_OFFICER;
        var speaker = (isOfficers ? parties.Officer() : parties.Contractor).At(at);
        var said = saying is { Subject: ProcedureSubject.INCIDENT, Kind: CommunicationKind.REPORT }
            ? await FirstReport(saying, at, ct)
            : await speaker.Post($"contracts/{parties.Id}/communications", Body(saying, at, inReplyTo, await parties.Papers(speaker, saying.Paper, ct)), ct);
        var (path, version) = ($"communications/{said["id"]}", said["version"]!.GetValue<long>());
        if (saying.IsRead)
        {
            var other = (isOfficers ? parties.Contractor : parties.Officer()).At(diary.Soon());
            await other.Act(HttpMethod.Post, $"{path}/opening", new { }, version, ct);
            if (saying.IsConfirmed)
            {
                await other.Act(HttpMethod.Post, $"{path}/confirmation", new { }, version, ct);
            }
            else if (saying is { Direction: not Direction.BOTH, Subject: not ProcedureSubject.INCIDENT })
            {
                await other.Act(HttpMethod.Post, $"inbox/COMMUNICATION/{said["id"]}/done", new { }, version, ct);
            }
        }

        return said["id"]!.GetValue<Guid>();
    }

    private object Body(DemoSaying saying, DateTimeOffset at, Guid? inReplyTo, Guid[] fileIds) => new
    {
        saying.Kind,
        saying.Direction,
        saying.Subject,
        saying.Text,
        saying.Channel,
        actAt = at,
        inReplyTo,
        fileIds,
        officerName = saying.Channel == Channel.MEETING ? parties.OfficerPerson.Name : null,
        designatedOn = saying.Designated is { } day ? parties.Calendar.Day(day) : (DateOnly?)null,
        consultation = saying.Consultation is { } c
            ? new
            {
                ministrySide = parties.OfficerPerson.Name,
                contractorSide = DemoHands.Person(parties.Firm.Name, Role.CONTRACTOR_OFFICER).Name,
                c.Outcome,
                c.Measure,
                by = parties.Calendar.Day(c.By),
            }
            : null,
    };

    private Task<JsonNode> FirstReport(DemoSaying saying, DateTimeOffset at, CancellationToken ct)
    {
        var by = saying.ByStaff is { } staff ? parties.Hands.As(staff, Role.CONTRACTOR_STAFF) : parties.Contractor;
        return by.At(at).Post($"contracts/{parties.Id}/incidents", new { saying.Text }, ct);
    }
}
