using FsCheck;
using FsCheck.Fluent;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Parts;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.DomainTests.AuthorityActs;
using SecurityTracker.DomainTests.ConfirmationDocuments;
using SecurityTracker.DomainTests.Contracts;
using Contract = SecurityTracker.Domain.Contracts.Contract;

namespace SecurityTracker.DomainTests.Deadlines;

/// <summary>Terms, agreements and whole contracts at random, the same in every run.</summary>
internal static class DutyWorlds
{
    private static readonly Guid Person = new("01990000-0000-7000-8000-0000000000a1");
    private static readonly DateOnly First = new(2020, 1, 1);

    /// <summary>From a day to several years, each about as often.</summary>
    public static Gen<DateSpan> Terms { get; } =
        from starts in Gen.Choose(0, 4000)
        from days in Gen.OneOf(Gen.Choose(1, 12), Gen.Choose(13, 200), Gen.Choose(201, 800), Gen.Choose(801, 2200))
        select new DateSpan(First.AddDays(starts), First.AddDays(starts + days - 1));

    /// <summary>Periods of a term that do not overlap and leave days out, with days by which they are due.</summary>
    public static Gen<IReadOnlyList<AgreedPeriod>> Calendars(DateSpan term) =>
        from cuts in Gen.Choose(0, term.Days - 1).ListOf(6)
        from late in Gen.Choose(0, 40)
        let days = cuts.Distinct().Order().ToList()
        select (IReadOnlyList<AgreedPeriod>)
        [
            .. from pair in days.Chunk(2)
               where pair.Length == 2
               let to = term.From.AddDays(pair[1])
               select new AgreedPeriod(term.From.AddDays(pair[0]), to, to.AddDays(late)),
        ];

    /// <summary>Whole contracts.</summary>
    public static Gen<DutyWorld> Worlds =>
        from contract in Contracts
        from acts in Acts(contract).ListOf(4)
        from said in Gen.Elements(Channel.UNSENT, Channel.MAIL)
        from versions in Gen.Choose(0, 2)
        from agreed in Gen.Choose(0, 2)
        from day in Day(contract)
        from reports in Reports(contract)
        from items in Items.ListOf(4)
        from rows in Gen.Choose(0, 2)
        from here in Gen.Elements(true, false)
        from before in Acts(contract).ListOf(2)
        select new DutyWorld(contract)
        {
            Acts = ById(acts),
            ActsBefore = before,
            Communications = ById([new Communication(Told with { Channel = said }, CommunicationStatus.RECORDED, Objection: null, Version: 1, CorrectedVersion: 0)]),
            Document = ConfirmationDocument.Initial with { Versions = [.. Enumerable.Range(1, versions).Select(number => DocumentExamples.Version(number))] },
            Words = [.. Enumerable.Range(1, agreed).Select(version => new WordOnVersion(version, day))],
            Reports = ById(reports),
            Obligations = [.. items.Select((item, i) => item with { Number = i + 2 })],
            Parts = ById([Part.Initial with { ContractId = DutyWorld.ContractId, OrganisationId = Person, Name = "株式会社印刷", Numbers = [.. Enumerable.Range(5, rows)] }]),
            SectionIsHere = here,
        };

    private static Gen<Contract> Contracts =>
        from term in Terms
        from signed in Gen.Frequency((6, Gen.Choose(-30, 0)), (1, Gen.Choose(1, 40)), (1, Gen.Constant(int.MaxValue)))
        from ended in Gen.Frequency((5, Gen.Constant(int.MaxValue)), (1, Gen.Choose(-20, term.Days - 1)))
        from basis in Gen.Elements<ReportingBasis?>([null, null, .. Enum.GetValues<ReportingBasis>()])
        from calendar in Calendars(term)
        select Contract.Initial with
        {
            StartsOn = term.From,
            EndsOn = term.To,
            SignedOn = signed == int.MaxValue ? null : term.From.AddDays(signed),
            Termination = ended == int.MaxValue ? null : new(term.From.AddDays(ended), "双方の合意"),
            Reporting = basis is { } known
                ? new(new(known, known == ReportingBasis.AGREED_CALENDAR ? calendar : []), ContractSamples.Consulted) : null,
        };

    private static Gen<AuthorityAct> Acts(Contract contract) =>
        from subject in Gen.Elements(ProcedureSubject.BRING_IN, ProcedureSubject.RETURN_OR_ERASURE)
        from starts in Day(contract)
        from until in Day(contract)
        from due in Day(contract)
        from state in Gen.Elements(ActState.REQUESTED, ActState.GRANTED, ActState.GRANTED, ActState.DECLINED)
        from standing in Gen.Elements(true, false)
        let asked = ActExamples.Requested((standing ? ActExamples.Standing with { Scope = ActExamples.Scope with { Until = until } } : ActExamples.Individual) with { StartsOn = starts })
        let word = state switch
        {
            ActState.GRANTED => new AuthorityActGranted([new("消去すること", due), new("施錠すること")], standing ? null : until, At(starts)),
            ActState.DECLINED => (IAuthorityActEvent)new AuthorityActDeclined("不可", At(starts)),
            _ => new AuthorityActInquired("用途は。"),
        }
        let kind = subject == ProcedureSubject.RETURN_OR_ERASURE ? ActKind.CONFIRM : ActKind.PERMIT
        select new IAuthorityActEvent[] { asked with { Subject = subject, Kind = kind }, word }.Take(state == ActState.REQUESTED ? 1 : 2)
            .Aggregate(AuthorityAct.Initial, AuthorityActFold.Evolve);

    // Reports on some of the periods that our default proposes for the whole term.
    private static Gen<IReadOnlyList<Report>> Reports(Contract contract) =>
        from stages in Gen.Elements<ReportStage?>(null, ReportStage.DRAFT, ReportStage.FINALISED, ReportStage.SUBMITTED).ListOf(4)
        select (IReadOnlyList<Report>)
        [
            .. from one in ReportingPeriods.Propose(new DateSpan(contract.StartsOn, contract.EndsOn)).Zip(stages)
               where one.Second is not null
               select Report.Initial with
               {
                   Period = one.First.Period,
                   State = one.Second == ReportStage.DRAFT ? ReportState.DRAFT : ReportState.FINALISED,
                   Submission = one.Second == ReportStage.SUBMITTED ? new(SubmissionWay.POST, one.First.GuideOn, []) : null,
               },
        ];

    private static Gen<Obligation> Items =>
        from status in Gen.Elements<ImplementationStatus?>(null, ImplementationStatus.IMPLEMENTED)
        from assigned in Gen.Elements(true, false)
        select Obligation.Initial with
        {
            ContractId = DutyWorld.ContractId,
            InForce = true,
            Reported = true,
            Direct = status is { } known ? new(known, Reason: null) : null,
            Assignees = assigned ? [Person] : [],
        };

    private static readonly CommunicationRecorded Told = new(
        DutyWorld.ContractId, CommunicationKind.REPORT, Direction.FROM_CONTRACTOR, ProcedureSubject.INCIDENT, ActExamples.InForce, 11, "17:11", "報告", "不審なメールを開いた。",
        ActExamples.Now, Channel.UNSENT, Side.CONTRACTOR, OfficerName: null, [], DutyWorld.ContractId, InReplyTo: null, Consultation: null, DesignatedOn: null, Target: null, Urgent: true, Mail: null);

    private static Gen<DateOnly> Day(Contract contract) => Gen.Choose(-40, contract.EndsOn.DayNumber - contract.StartsOn.DayNumber + 40).Select(contract.StartsOn.AddDays);

    private static DateTimeOffset At(DateOnly day) => new(day, new TimeOnly(1, 0), TimeSpan.Zero);

    private static Dictionary<Guid, T> ById<T>(IEnumerable<T> all) =>
        all.Index().ToDictionary(one => new Guid(one.Index + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), one => one.Item);
}
