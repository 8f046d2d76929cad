using SecurityTracker.Demo.Filling;
using SecurityTracker.Demo.World;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Demo;

/// <summary>An account, for whoever tries the world out.</summary>
/// <param name="TotpSecret">For an authenticator app; the sign-in page shows the code of the moment too. Null where no second factor is asked for.</param>
internal sealed record DemoAccountShown(Message Label, string Place, string Name, string Mail, string Password, string? TotpSecret, IReadOnlyList<DemoMembership> Memberships);

/// <summary>Something worth a look, and as whom.</summary>
internal sealed record DemoSight(Message Label, string As, string Url);

/// <summary>A contract of the world.</summary>
internal sealed record DemoContractShown(Guid Id, string Url, string Name, string Edition, string Contractor, string Office, string Section);

/// <summary>What <c>demo.json</c> says.</summary>
internal sealed record DemoDescription(
    string Url, string OpenApi, string Password, IReadOnlyList<DemoAccountShown> Accounts, IReadOnlyList<DemoSight> Look, IReadOnlyList<DemoContractShown> Contracts)
{
    /// <summary>Describes a filled world.</summary>
    public static async Task<DemoDescription> Of(string url, DemoWorld world, DemoFilled filled, DemoHands hands, CancellationToken ct) => new(
        url,
        $"{url}/swagger",
        DemoPeople.Password,
        [.. world.People.Join(filled.Accounts, person => person.Mail, account => account.Person.Mail, (person, account) =>
            new DemoAccountShown(DemoAccounts.LabelOf(person), DemoAccounts.PlaceOf(person), person.Name, person.Mail, DemoPeople.Password, account.TotpSecret, account.Memberships), StringComparer.Ordinal)],
        await Sights(url, world, filled, hands, ct),
        [.. world.Contracts.Select(contract => new DemoContractShown(
            filled.Contracts[contract.Number], $"{url}/contracts/{filled.Contracts[contract.Number]}", contract.Name, contract.Edition,
            world.Contractors[contract.Contractor].Name, world.Offices[contract.Office].Name, contract.Section))]);

    private static async Task<IReadOnlyList<DemoSight>> Sights(string url, DemoWorld world, DemoFilled filled, DemoHands hands, CancellationToken ct)
    {
        var (officer, contractor, subcontractor) = (
            DemoHands.Person(DemoCast.FirstOffice, Role.SUPERVISING_OFFICER, DemoCast.FirstSection),
            DemoHands.Person(DemoCast.First, Role.CONTRACTOR_OFFICER),
            DemoHands.Person(DemoCast.Subcontractors[0].Name, Role.SUBCONTRACTOR_OFFICER));
        var waiting = (await hands.As(officer.Mail).Get("inbox?limit=200", ct))["items"]!.AsArray();
        string Waiting(string type, string state, DemoContract contract) => waiting.First(item =>
            item!["type"]!.GetValue<string>() == type && item["state"]!.GetValue<string>() == state && item["contractId"]!.GetValue<Guid>() == filled.Contracts[contract.Number])!["id"]!.GetValue<string>();
        DemoContract Told(Func<DemoContract, bool> which) => world.Contracts.First(contract => contract.IsTold && which(contract));
        var answered = Waiting("ACT_TO_DECIDE", "ANSWERED", Told(contract => contract.Acts.Any(act => act.Steps is [.., { Move: DemoMove.ANSWERED }])));
        var incident = Waiting("INCIDENT", "RECORDED", Told(contract => contract.Sayings.Any(saying => saying is { Subject: ProcedureSubject.INCIDENT, IsRead: false })));
        var review = Waiting("REPORT_TO_REVIEW", "RECEIVED", Told(contract => contract.Review == DemoReview.DRAFTED));
        var changed = filled.Contracts[Told(contract => contract.Paper == DemoPaper.CHANGE_PRESENTED).Number];
        var part = (await hands.As(subcontractor.Mail).Get("parts", ct)).AsArray()[0]!["id"];
        return
        [
            new(new("要対応一覧", "What waits for the officer"), officer.Mail, $"{url}/inbox"),
            new(new("判断を待つ申請", "An act that waits for a decision"), officer.Mail, $"{url}/authority-acts/{answered}"),
            new(new("侵害のおそれの第一報", "The first report of a suspected incident"), officer.Mail, $"{url}/communications/{incident}"),
            new(new("確認中の報告", "A report under review"), officer.Mail, $"{url}/reports/{review}/review"),
            new(new("変更案を提示した確認書類", "A confirmation document with a proposed change"), officer.Mail, $"{url}/contracts/{changed}/confirmation-document/2"),
            new(new("受注者の対応待ち", "What waits for the contractor"), contractor.Mail, $"{url}/inbox"),
            new(new("再委託先の分", "The part of a subcontractor"), subcontractor.Mail, $"{url}/parts/{part}"),
        ];
    }
}
