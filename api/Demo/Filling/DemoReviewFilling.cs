using SecurityTracker.Demo.World;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Demo.Filling;

/// <summary>Hands a finalised report in, and lets it go to and fro until where the world says.</summary>
internal sealed class DemoReviewFilling(DemoParties parties, DemoReport report)
{
    private int Number => parties.Contract.Number;

    /// <summary>The report's way up to a stage.</summary>
    /// <param name="stage">How far.</param>
    /// <param name="isLast">The last one; those before it were settled by mail, as most are.</param>
    /// <param name="ct">Cancels.</param>
    public async Task Fill(DemoReview stage, bool isLast, CancellationToken ct)
    {
        if (stage == DemoReview.FINALISED)
        {
            return;
        }

        await Submit(isLast ? SubmissionWay.SYSTEM : (SubmissionWay)(Number % 4), ct);
        if (stage == DemoReview.SUBMITTED)
        {
            return;
        }

        Later(3);
        await Officer(HttpMethod.Post, "receipt", new { on = Moment.DayOf(report.Diary.Last), number = $"{1000 + (Number * 7)}号" }, ct);
        Later(8);
        await (stage switch
        {
            DemoReview.RECEIVED => Task.CompletedTask,
            DemoReview.DRAFTED => Note(queries: 1, ct),
            DemoReview.INTERNAL_CHECK => InternalCheck(ct),
            DemoReview.INSUFFICIENT => Insufficient(ct),
            DemoReview.QUERIED or DemoReview.ANSWERED or DemoReview.REPLACED => Query(stage, ct),
            _ when isLast && stage == DemoReview.SETTLED => Settle(ct),
            _ => SettleByMail(isConfirmed: stage == DemoReview.SETTLED, ct),
        });
    }

    private async Task Submit(SubmissionWay via, CancellationToken ct) =>
        await report.Act(parties.Contractor, HttpMethod.Post, "submission", new { via, on = via == SubmissionWay.SYSTEM ? (DateOnly?)null : Moment.DayOf(report.Diary.Last) }, ct);

    /// <summary>Notes what to say: 照会 on the first rows that are 実施, 確認済 on the rest, unless there is more to look at.</summary>
    private async Task<long> Note(int queries, CancellationToken ct)
    {
        var review = await parties.Officer().Get($"{report.Path}/review", ct);
        var version = review["version"]!.GetValue<long>();
        var rows = review["rows"]!.AsArray();
        var asked = rows.Where(row => row!["status"]!.GetValue<string>() != "NOT_APPLICABLE").Select(row => row!["number"]!.GetValue<int>()).Take(queries).ToList();
        var remaining = review["remainingRows"]!.AsArray().Select(number => number!.GetValue<int>()).ToHashSet();
        if (remaining.Count > 0)
        {
            version = await Review(HttpMethod.Post, "remaining-rows", new { }, version, ct);
        }

        foreach (var number in rows.Select(row => row!["number"]!.GetValue<int>()))
        {
            var place = asked.IndexOf(number);
            if (place >= 0 || !remaining.Contains(number))
            {
                object verdict = place >= 0 ? new { verdict = RowVerdict.QUERIED, comment = DemoWords.Queries[place % DemoWords.Queries.Count] } : new { verdict = RowVerdict.CONFIRMED };
                version = await Review(HttpMethod.Put, $"rows/{number}", verdict, version, ct);
            }
        }

        return version;
    }

    private async Task Send(long version, CancellationToken ct)
    {
        await report.Read(ct);
        await Review(HttpMethod.Post, "sending", new { reportVersion = report.Version }, version, ct);
        await report.Read(ct);
    }

    private async Task Query(DemoReview stage, CancellationToken ct)
    {
        await Send(await Note(queries: 2, ct), ct);
        if (stage == DemoReview.QUERIED)
        {
            return;
        }

        Later(6);
        foreach (var row in (await report.Read(ct))["rows"]!.AsArray().Where(row => row!["review"]?["verdict"]?.GetValue<string>() == "QUERIED").ToList())
        {
            await report.Act(parties.Contractor, HttpMethod.Post, $"rows/{row!["number"]}/answers", new { text = DemoWords.Answer }, ct);
        }

        if (stage == DemoReview.REPLACED)
        {
            var draft = await parties.Contractor.At(report.Diary.Soon()).Post($"{report.Path}/replacement", new { }, ct, report.Version);
            var replacement = new DemoReport(parties, draft["id"]!.GetValue<Guid>(), report.Diary);
            await replacement.Finalise(ct);
            await new DemoReviewFilling(parties, replacement).Submit(SubmissionWay.SYSTEM, ct);
        }
    }

    private async Task Settle(CancellationToken ct) => await Send(await Note(queries: 0, ct), ct);

    private async Task InternalCheck(CancellationToken ct)
    {
        var version = await Note(queries: 0, ct);
        await Review(HttpMethod.Put, "internal-approval", new { reportVersion = report.Version, state = "UNDER_WAY" }, version, ct);
    }

    private async Task Insufficient(CancellationToken ct)
    {
        await Settle(ct);
        var day = Moment.DayOf(report.Diary.Last);
        var number = (await report.Read(ct))["rows"]!.AsArray().Select(row => row!["number"]!.GetValue<int>()).First(n => n >= 5);
        var consultation = new
        {
            on = day,
            ministrySide = parties.OfficerPerson.Name,
            contractorSide = parties.Firm.RepresentativeName,
            outcome = DemoWords.Insufficiency,
            measure = DemoWords.Measure,
            by = BusinessDays.After(day, 20),
        };
        var review = await parties.Officer().Get($"{report.Path}/review", ct);
        await Review(HttpMethod.Post, $"rows/{number}/insufficiency", new { reportVersion = report.Version, consultation }, review["version"]!.GetValue<long>(), ct);
    }

    private async Task SettleByMail(bool isConfirmed, CancellationToken ct)
    {
        var numbers = (await report.Read(ct))["rows"]!.AsArray().Select(row => row!["number"]!.GetValue<int>());
        var file = await parties.Paper(parties.Contractor.At(report.Diary.Soon()), "担当職員からのメール（印刷）", ct);
        var told = new
        {
            on = Moment.DayOf(report.Diary.Last),
            channel = OutsideChannel.MAIL,
            officerName = parties.OfficerPerson.Name,
            fileIds = (Guid[])[file],
            rows = numbers.Select(number => new { number, verdict = RowVerdict.CONFIRMED }),
        };
        await report.Act(parties.Contractor, HttpMethod.Post, "outside-reviews", told, ct);
        if (isConfirmed)
        {
            await Officer(HttpMethod.Post, "outside-reviews/confirmation", new { }, ct);
        }
    }

    private Task Officer(HttpMethod method, string what, object body, CancellationToken ct) => report.Act(parties.Officer(), method, what, body, ct);

    private Task<long> Review(HttpMethod method, string what, object body, long version, CancellationToken ct) =>
        parties.Officer().At(report.Diary.Soon()).Act(method, $"{report.Path}/review/{what}", body, version, ct);

    private void Later(int days) => report.Diary.On(BusinessDays.After(Moment.DayOf(report.Diary.Last), days));
}
