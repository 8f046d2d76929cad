using SecurityTracker.Demo.World;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Demo.Filling;

/// <summary>Writes the 確認書類 of a contract and brings it as far as the world says.</summary>
internal sealed class DemoDocumentFilling(DemoParties parties)
{
    private readonly DemoDiary diary = parties.Diary();
    private long version;

    private string Path => $"contracts/{parties.Id}/confirmation-document";

    /// <summary>Draft, 提示, 了承, 提出, and a change where there is one.</summary>
    public async Task Fill(CancellationToken ct)
    {
        var paper = parties.Contract.Paper;
        if (paper == DemoPaper.NONE)
        {
            return;
        }

        await Draft(ct);
        if (paper == DemoPaper.DRAFT)
        {
            return;
        }

        diary.On(paper == DemoPaper.PRESENTED ? parties.Calendar.Day(-5) : BusinessDays.After(Moment.DayOf(diary.Last), 2));
        var presented = await Present(effectiveFrom: null, ct);
        if (paper != DemoPaper.PRESENTED)
        {
            await Agree(presented, ct);
        }

        if (paper is DemoPaper.IN_FORCE or DemoPaper.CHANGE_PRESENTED)
        {
            var on = Moment.DayOf(diary.Soon());
            version = await Act(HttpMethod.Post, "versions/1/submission", new { on, via = "SYSTEM" }, ct);
        }

        if (paper == DemoPaper.CHANGE_PRESENTED)
        {
            await Change(ct);
        }
    }

    private async Task Draft(CancellationToken ct)
    {
        version = await Act(HttpMethod.Post, "draft", new { }, ct);
        version = await Act(HttpMethod.Put, "draft/organization", new
        {
            structure = "情報管理責任者の下に情報取扱管理者を置き、従事者は情報取扱管理者の指示により情報を取り扱う。侵害又はそのおそれを認知した従事者は、直ちに情報取扱管理者及び情報管理責任者に報告する。",
            places = $"{parties.Firm.Name}　本社執務室（入退室を管理する区画）",
            capitalAndDirectors = $"資本関係：独立系（親会社なし）　役員：{parties.Firm.RepresentativeTitle}　{parties.Firm.RepresentativeName} ほか３名",
        }, ct);
        version = await Act(HttpMethod.Post, "draft/people", new { people = DemoRoster.Of(parties.Firm.Name) }, ct);
        version = await Act(HttpMethod.Put, "draft/papers", new
        {
            papers = (object[])[new { subject = "情報セキュリティが侵害された場合の対処手順", number = 11 }, new { subject = "情報セキュリティ規程（抜粋）", number = 2 }],
        }, ct);
    }

    private async Task<string> Present(DateOnly? effectiveFrom, CancellationToken ct)
    {
        var answer = await parties.Contractor.At(diary.Soon()).Post($"{Path}/versions", new { effectiveFrom }, ct, version);
        version = answer["version"]!.GetValue<long>();
        return $"authority-acts/{answer["actId"]}";
    }

    private async Task Agree(string act, CancellationToken ct)
    {
        var officer = parties.Officer().At(diary.On(BusinessDays.After(Moment.DayOf(diary.Last), 3)));
        await officer.Act(HttpMethod.Post, $"{act}/opening", new { }, 1, ct);
        var agreed = await officer.Act(HttpMethod.Post, $"{act}/decision", new { outcome = ActOutcome.GRANTED }, 1, ct);
        await parties.Contractor.At(diary.Soon()).Act(HttpMethod.Post, $"inbox/DECISION/{act.Split('/')[1]}/done", new { }, agreed, ct);
    }

    private async Task Change(CancellationToken ct)
    {
        diary.On(-4);
        version = await Act(HttpMethod.Post, "draft", new { }, ct);
        var draft = (await parties.Contractor.Get(Path, ct))["draft"]!["content"]!;
        var number = draft["methods"]!.AsArray().First(method => DemoWords.Subject(method!["requirementId"]!.GetValue<string>()) == 10)!["number"]!.GetValue<int>();
        version = await Act(HttpMethod.Put, $"draft/methods/{number}", new { method = DemoWords.ChangedMethod }, ct);
        version = await Act(HttpMethod.Post, "draft/people", new { people = DemoRoster.Joining(parties.Firm.Name) }, ct);
        diary.On(-3);
        await Present(parties.Calendar.Day(8), ct);
    }

    private async Task<long> Act(HttpMethod method, string what, object body, CancellationToken ct) =>
        await parties.Contractor.At(diary.Soon()).Act(method, $"{Path}/{what}", body, version, ct);
}

/// <summary>Those who do the work, as a roster has them.</summary>
internal static class DemoRoster
{
    /// <summary>From the beginning.</summary>
    public static object[] Of(string firm) =>
    [
        Person(OrganizationRole.INFORMATION_MANAGER, "青木　義人", firm, "管理部", "部長", "情報セキュリティ管理（情報処理安全確保支援士）", "官公庁の調査事業における情報管理の責任者を１０年務める。", "1972-05-18"),
        Person(OrganizationRole.HANDLING_MANAGER, "西村　玲子", firm, "調査部", "課長", "統計調査の設計", "経済統計に関する委託調査８件に従事。", "1981-11-02"),
        Person(OrganizationRole.WORKER, "平野　修平", firm, "調査部", "主任研究員", "データの集計及び分析", "企業動向調査５件に従事。", "1988-03-27"),
        Person(OrganizationRole.WORKER, "大野　千尋", firm, "調査部", "研究員", "ヒアリング調査", "地域経済に関する調査３件に従事。", "1993-09-14"),
    ];

    /// <summary>Who comes later.</summary>
    public static object[] Joining(string firm) =>
        [Person(OrganizationRole.WORKER, "川島　悠", firm, "システム部", "主任", "クラウド基盤の設計及び運用", "業務システムの運用６年。", "1990-07-08")];

    private static object Person(
        OrganizationRole role, string name, string firm, string department, string position, string expertise, string achievements, string birthDate) => new
        {
            roles = new[] { role },
            name,
            affiliation = $"{firm} {department}",
            position,
            expertise,
            achievements,
            nationality = "日本",
            birthDate,
        };
}
