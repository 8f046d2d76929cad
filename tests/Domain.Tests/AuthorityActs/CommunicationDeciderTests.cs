using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Catalogue;
using static SecurityTracker.DomainTests.AuthorityActs.ActExamples;

namespace SecurityTracker.DomainTests.AuthorityActs;

public sealed class CommunicationDeciderTests
{
    private static readonly AnnexEdition EditionC = ShippedEditions.All.Single(e => e.Code == "ED-C");
    private static readonly Specification<Communication, ICommunicationEvent, (ICommunicationCommand What, ActMoment By)> Decider =
        new(Communication.Initial, CommunicationDecider.Evolve, (c, state) => CommunicationDecider.Decide(c.What, state, c.By));

    private static readonly CommunicationRecorded Report = new(
        Contract, CommunicationKind.REPORT, Direction.FROM_CONTRACTOR, ProcedureSubject.INCIDENT, InForce, 11, "17:11", "報告", "不審なメールを開いた。", Now,
        Channel.SYSTEM, Side.CONTRACTOR, OfficerName: null, [], ThreadId: Contract, InReplyTo: null, Consultation: null, DesignatedOn: null, Target: null, Urgent: true, Mail: null);

    private static readonly CommunicationRecorded Talk = Report with
    {
        Kind = CommunicationKind.CONSULT, Direction = Direction.BOTH, Wording = "協議", Channel = Channel.MEETING, Urgent = false,
        Consultation = new("文化創造産業課　課長補佐", "情報セキュリティ責任者", "端末を隔離した。", "全端末の点検", new(2026, 12, 1)),
    };

    [Fact]
    public void A_first_report_is_taken_as_it_is() => Decider.Given().When((Say(Report), ByContractor)).Then(Report);

    public static TheoryData<CommunicationRecorded, Side, string> Bad => new()
    {
        { Report with { Text = "" }, Side.CONTRACTOR, "text-missing" },
        { Report with { ActAt = Now.AddMinutes(1) }, Side.CONTRACTOR, "act-in-future" },
        { Report with { Direction = Direction.FROM_OFFICER }, Side.CONTRACTOR, "direction-wrong" },
        { Report, Side.OFFICER, "not-yours-to-record" },
        { Report with { Kind = CommunicationKind.PROVE }, Side.CONTRACTOR, "procedure-not-offered" },
        { Report with { Consultation = Talk.Consultation }, Side.CONTRACTOR, "consultation-not-wanted" },
        { Talk with { Consultation = null }, Side.CONTRACTOR, "consultation-missing" },
        { Talk with { Consultation = Talk.Consultation! with { Outcome = " " } }, Side.CONTRACTOR, "text-missing" },
        { Instruction(Channel.SYSTEM), Side.CONTRACTOR, "channel-not-possible" },
        { Instruction(Channel.MAIL), Side.CONTRACTOR, "file-missing" },
        { Instruction(Channel.TELEPHONE) with { Kind = CommunicationKind.DESIGNATE, Subject = ProcedureSubject.CLOSURE_DATE }, Side.OFFICER, "designated-day-missing" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_cannot_be_taken_is_refused(CommunicationRecorded said, Side side, string code) =>
        CommunicationDecider.Decide(Say(said), Communication.Initial, side == Side.OFFICER ? ByOfficer : ByContractor).Refusal!.Code.ShouldBe(code);

    [Fact]
    public void The_contractor_writes_down_what_the_officer_said_by_telephone() => Decider.Given().When((Say(Instruction(Channel.TELEPHONE)), ByContractor))
        .ThenState(c => (c.Said!.RecordedBy, c.From, c.WaitsFor, c.Said.Wording).ShouldBe((Side.CONTRACTOR, Side.OFFICER, Side.OFFICER, "指示")));

    [Fact]
    public void The_other_side_confirms_or_objects()
    {
        Decider.Given(Report).When((new ConfirmCommunication(), ByOfficer)).Then(new CommunicationConfirmed());
        Decider.Given(Report).When((new ObjectToCommunication("日時が異なります。"), ByOfficer)).Then(new CommunicationObjected("日時が異なります。"));
        Decider.Given(Report).When((new ConfirmCommunication(), ByContractor)).Then(AuthorityActRefusals.WrongParty);
        Decider.Given(Report).When((new ConfirmCommunication(), ByOfficer with { PersonId = Contractor })).Then(AuthorityActRefusals.SamePerson);
        Decider.Given(Report).When((new ConfirmCommunication(), ByOfficer with { Opened = false })).Then(AuthorityActRefusals.NotOpened);
        Decider.Given(Report, new CommunicationConfirmed()).When((new ConfirmCommunication(), ByOfficer)).Then(CommunicationRefusals.Settled);
        Decider.Given(Report).When((new ObjectToCommunication(""), ByOfficer)).Then(AuthorityActRefusals.ReasonMissing);
    }

    [Fact]
    public void Who_recorded_it_mends_it_and_it_waits_for_confirmation_again()
    {
        Decider.Given(Talk, new CommunicationConfirmed()).When((new CorrectCommunication(CommunicationField.BY, "2026-12-15", "期日の誤記"), ByContractor))
            .Then(new CommunicationCorrected(CommunicationField.BY, "2026-12-01", "2026-12-15", "期日の誤記"))
            .ThenState(c => (c.Said!.Consultation!.By, c.Status).ShouldBe((new DateOnly(2026, 12, 15), CommunicationStatus.RECORDED)));
        Decider.Given(Talk).When((new CorrectCommunication(CommunicationField.TEXT, "訂正", "誤記"), ByOfficer)).Then(AuthorityActRefusals.CorrectionNotYours);
        Decider.Given(Report).When((new CorrectCommunication(CommunicationField.OUTCOME, "訂正", "誤記"), ByContractor)).Then(AuthorityActRefusals.NothingToCorrect);
        Decider.Given(Talk).When((new CorrectCommunication(CommunicationField.BY, "来週", "誤記"), ByContractor)).Then(AuthorityActRefusals.CorrectionInvalid);
        Decider.Given(Talk).When((new CorrectCommunication(CommunicationField.CHANNEL, "TELEPHONE", "電話だったため"), ByContractor))
            .ThenState(c => c.Said!.Channel.ShouldBe(Channel.TELEPHONE));
    }

    private static CommunicationRecorded Instruction(Channel channel) => Report with
    {
        Kind = CommunicationKind.INSTRUCT, Direction = Direction.FROM_OFFICER, Wording = "指示", Channel = channel, Urgent = false,
    };

    private static RecordCommunication Say(CommunicationRecorded said) => new(Procedures.Communication(EditionC, said.Subject, said.Kind), said, OfficerName: null);

    private static readonly CommunicationRecorded WrittenDown = Report with { Channel = Channel.UNSENT };

    [Fact]
    public void What_was_only_written_down_is_sent_by_a_person_once()
    {
        var sent = new CommunicationDelivered(Channel.MAIL, Now, [Scan]);
        Decider.Given(WrittenDown).When((new DeliverCommunication(Channel.MAIL, Now, [Scan]), ByContractor)).Then(sent)
            .ThenState(c => (c.Said!.Channel, c.Said.Files.Count).ShouldBe((Channel.MAIL, 1)));
        Decider.Given(WrittenDown, sent).When((new DeliverCommunication(Channel.MAIL, Now, []), ByContractor)).Then(CommunicationRefusals.Delivered);
        Decider.Given(WrittenDown).When((new DeliverCommunication(Channel.SYSTEM, Now, []), ByContractor)).Then(AuthorityActRefusals.ChannelUnknown);
        Decider.Given(WrittenDown).When((new DeliverCommunication(Channel.MAIL, Now.AddMinutes(1), []), ByContractor)).Then(AuthorityActRefusals.ActInFuture);
        Decider.Given(WrittenDown).When((new DeliverCommunication(Channel.MAIL, Now, []), ByOfficer)).Then(AuthorityActRefusals.WrongParty);
        Decider.Given(Report).When((new DeliverCommunication(Channel.MAIL, Now, []), ByContractor)).Then(CommunicationRefusals.Delivered);
    }

    [Fact]
    public void By_this_system_stands_where_the_section_is_here_and_is_mended_where_it_is_not()
    {
        Decider.Given(Report).When((new CorrectCommunication(CommunicationField.CHANNEL, "MAIL", "誤り。"), ByContractor)).Then(AuthorityActRefusals.CorrectionInvalid);
        Decider.Given(Report).When((new CorrectCommunication(CommunicationField.CHANNEL, "MAIL", "誤り。", SectionIsHere: false), ByContractor))
            .ThenState(c => c.Said!.Channel.ShouldBe(Channel.MAIL));
    }
}
