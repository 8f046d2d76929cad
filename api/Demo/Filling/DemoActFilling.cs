using System.Text.Json.Nodes;
using SecurityTracker.Demo.World;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Exchange;

namespace SecurityTracker.Demo.Filling;

/// <summary>Asks for the officers' words, and lets happen to each what the world says.</summary>
internal sealed class DemoActFilling(DemoParties parties)
{
    /// <summary>All acts of the contract.</summary>
    public async Task Fill(CancellationToken ct)
    {
        foreach (var act in parties.Contract.Acts)
        {
            await Fill(act, ct);
        }
    }

    private async Task Fill(DemoAct act, CancellationToken ct)
    {
        var diary = parties.Diary();
        var by = parties.Contractor.At(diary.On(act.Asked));
        var files = await parties.Papers(by, act.Paper, ct);
        var request = new
        {
            act.Subject,
            act.Title,
            act.Text,
            mode = act.Scope is null ? ActMode.INDIVIDUAL : ActMode.STANDING,
            scope = act.Scope is { } s ? new { s.What, until = Day(s.Until), s.Media, s.Purposes, s.Places } : null,
            startsOn = act.StartsOn is { } starts ? Day(starts) : (DateOnly?)null,
            startedOn = act.StartedOn is { } started ? Day(started) : (DateOnly?)null,
            target = act.Paper is not null ? new { kind = TargetKind.FILE, id = files[0], version = 1 } : null,
            fileIds = files,
        };
        var asked = await by.Post($"contracts/{parties.Id}/authority-acts", request, ct);
        var at = new ActAtHand(act, $"authority-acts/{asked["id"]}", diary) { Version = asked["version"]!.GetValue<long>() };
        foreach (var step in act.Steps)
        {
            await Take(step, at, ct);
        }
    }

    private async Task Take(DemoStep step, ActAtHand at, CancellationToken ct)
    {
        var moment = at.Diary.On(step.On);
        var (officer, contractor) = (parties.Officer(step.By).At(moment), parties.Contractor.At(moment));
        var (who, route, body) = step.Move switch
        {
            DemoMove.GRANTED => (officer, "decision", (object)new { outcome = ActOutcome.GRANTED, conditions = Conditions(step), expiresOn = step.Until is { } until ? Day(until) : (DateOnly?)null }),
            DemoMove.DECLINED => (officer, "decision", new { outcome = ActOutcome.DECLINED, reason = step.Text }),
            DemoMove.INQUIRED => (officer, "inquiries", new { step.Text }),
            DemoMove.ANSWERED => (contractor, "answers", new { step.Text, fileIds = await parties.Papers(contractor, step.Paper, ct) }),
            DemoMove.WITHDRAWN => (officer, "withdrawal", new { reason = step.Text }),
            DemoMove.CANCELLED => (contractor, "cancellation", new { reason = step.Text }),
            DemoMove.TOLD => (contractor, "outside-records", await Told(step, at, contractor, moment, ct)),
            DemoMove.RECORD_CONFIRMED => (officer, "confirmation", new { }),
            DemoMove.RECORD_OBJECTED => (officer, "objection", new { reason = step.Text }),
            DemoMove.CORRECTED => (contractor, "corrections", new { field = CorrectedField.ACT_AT, value = at.ToldAt.AddDays(-2), reason = step.Text }),
            DemoMove.USED => (contractor, "uses", Use(step, at.Act.Scope!)),
            DemoMove.CONDITION_KEPT => (contractor, "conditions-kept", new { condition = 0, on = Moment.DayOf(moment), step.Text }),
            DemoMove.TARGET_CHANGED => (contractor, "target-changes", new { version = 2, summary = step.Text }),
            DemoMove.ASSESSED => (officer, "assessments", new { step.Text }),
            DemoMove.READ => (contractor, "opening", new { }),
            DemoMove.COUNTERSIGNED => (officer, "countersigning", new { }),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "A move without a way"),
        };
        if (who == officer)
        {
            await officer.Act(HttpMethod.Post, $"{at.Path}/opening", new { }, at.Version, ct);
        }

        at.Version = step.Move == DemoMove.COUNTERSIGNED ? await Countersign(officer, at, ct) : await who.Act(HttpMethod.Post, $"{at.Path}/{route}", body, at.Version, ct);
        if (step.Move == DemoMove.READ)
        {
            await contractor.Act(HttpMethod.Post, $"inbox/DECISION/{at.Path.Split('/')[1]}/done", new { }, at.Version, ct);
        }
    }

    // Only where the 課室 wants a second pair of eyes is there something to confirm.
    private static async Task<long> Countersign(DemoApi officer, ActAtHand at, CancellationToken ct)
    {
        if ((await officer.Get(at.Path, ct))["draft"] is JsonObject draft)
        {
            await officer.Act(HttpMethod.Post, $"decision-drafts/{draft["id"]}/confirmation", new { }, draft["version"]!.GetValue<long>(), ct);
        }

        return (await officer.Get(at.Path, ct))["version"]!.GetValue<long>();
    }

    private async Task<object> Told(DemoStep step, ActAtHand at, DemoApi contractor, DateTimeOffset moment, CancellationToken ct)
    {
        at.ToldAt = moment;
        var (officer, isMail) = (parties.OfficerPerson, step.Channel == Channel.MAIL);
        Guid? mail = null;
        if (isMail)
        {
            var reader = DemoHands.Person(parties.Firm.Name, Role.CONTRACTOR_OFFICER);
            var subject = $"{at.Act.Title}（整理番号：{MailReference.Of(Guid.Parse(at.Path.Split('/')[1]))}）";
            var text = $"{parties.Firm.Name}　御中\n\n標記の件、申請のとおりで差し支えありません。\n\n{parties.Office.Name} {parties.Contract.Section}\n{officer.Name}\n";
            var read = await contractor.Upload($"contracts/{parties.Id}/mail-readings", "返信.eml", DemoPaperFile.Mail(officer, reader, subject, text, moment), ct);
            mail = read["file"]!["id"]!.GetValue<Guid>();
        }

        return new { outcome = ActOutcome.GRANTED, step.Channel, actAt = moment, officerName = officer.Name, note = step.Text, conditions = Conditions(step), mailFileId = mail };
    }

    private object Use(DemoStep step, DemoScope scope) =>
        new { on = Day(step.On), medium = scope.Media[0], purpose = scope.Purposes[0], place = scope.Places[0], note = step.Text };

    private List<ActCondition>? Conditions(DemoStep step) =>
        step.Conditions?.Select(c => new ActCondition(c.Text, c.Due is { } due ? Day(due) : null)).ToList();

    private DateOnly Day(int workingDays) => parties.Calendar.Day(workingDays);

    private sealed record ActAtHand(DemoAct Act, string Path, DemoDiary Diary)
    {
        public long Version { get; set; }

        public DateTimeOffset ToldAt { get; set; }
    }
}
