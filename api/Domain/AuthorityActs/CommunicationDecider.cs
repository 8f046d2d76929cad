using SecurityTracker.Domain.Files;
using static SecurityTracker.Domain.Decision;

namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>What someone asks of a communication.</summary>
public interface ICommunicationCommand;

/// <summary>Record what was said.</summary>
/// <param name="Procedure">What the contract's edition says of it; null where no clause does.</param>
/// <param name="Said">What was said; number, requirement and word are taken from the procedure.</param>
/// <param name="OfficerName">The name beside its id.</param>
public sealed record RecordCommunication(Procedure? Procedure, CommunicationRecorded Said, string? OfficerName) : ICommunicationCommand;

/// <summary>Confirm what the other side recorded.</summary>
public sealed record ConfirmCommunication : ICommunicationCommand;

/// <summary>Say how and when what was only written down here was sent or said.</summary>
/// <param name="Files">The mail that was sent, a stamped copy.</param>
public sealed record DeliverCommunication(Channel Channel, DateTimeOffset ActAt, IReadOnlyList<FileRef> Files) : ICommunicationCommand;

/// <summary>Say that it was not so.</summary>
public sealed record ObjectToCommunication(string Reason) : ICommunicationCommand;

/// <summary>Mend a slip (訂正).</summary>
/// <param name="SectionIsHere">Somebody of the 担当課室 is here: then 「このシステム」 is what the program itself did.</param>
public sealed record CorrectCommunication(CommunicationField Field, string? Value, string Reason, bool SectionIsHere = true) : ICommunicationCommand;

/// <summary>What may happen to a communication, and what it then is.</summary>
public static class CommunicationDecider
{
    /// <summary>The events that follow from a command, or why it is refused.</summary>
    public static Decision Decide(ICommunicationCommand command, Communication state, ActMoment by) => (command, state) switch
    {
        (RecordCommunication, { Said: not null }) => Refuse(AuthorityActRefusals.Requested),
        (RecordCommunication c, _) => Record(c, by),
        (_, { Said: null }) => Refuse(AuthorityActRefusals.NotFound),
        (CorrectCommunication c, _) => by.Side == state.Said.RecordedBy ? Correct(c, state.Said, by) : Refuse(AuthorityActRefusals.CorrectionNotYours),
        (DeliverCommunication c, _) => by.Side == state.Said.RecordedBy ? Deliver(c, state.Said, by) : Refuse(AuthorityActRefusals.WrongParty),
        _ when by.Side == state.Said.RecordedBy => Refuse(AuthorityActRefusals.WrongParty),
        _ when by.OnBothSides => Refuse(AuthorityActRefusals.SamePerson),
        (_, { Status: CommunicationStatus.CONFIRMED }) => Refuse(CommunicationRefusals.Settled),
        _ when !by.Opened => Refuse(AuthorityActRefusals.NotOpened),
        (ConfirmCommunication, _) => Accept(new CommunicationConfirmed()),
        (ObjectToCommunication c, _) => AuthorityActRules.CheckReason(c.Reason) is { } r ? Refuse(r) : Accept(new CommunicationObjected(c.Reason)),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "unknown command"),
    };

    /// <summary>The communication after one more event.</summary>
    public static Communication Evolve(Communication before, ICommunicationEvent e)
    {
        ArgumentNullException.ThrowIfNull(before);
        var state = before with { Version = before.Version + 1 };
        return e switch
        {
            CommunicationRecorded r => state with { Said = r },
            CommunicationDelivered d => state with { Said = Apply(state.Said ?? throw History.OutOfOrder(e), d) },
            CommunicationConfirmed => state with { Status = CommunicationStatus.CONFIRMED, Objection = null },
            CommunicationObjected o => state with { Status = CommunicationStatus.OBJECTED, Objection = o.Reason },
            // What was confirmed was the value before.
            CommunicationCorrected c => state with { Said = Apply(state.Said ?? throw History.OutOfOrder(e), c), Status = CommunicationStatus.RECORDED, Objection = null, CorrectedVersion = state.Version },
            _ => throw new ArgumentOutOfRangeException(nameof(e), e, "unknown event"),
        };
    }

    private static Decision Record(RecordCommunication c, ActMoment by)
    {
        var said = c.Said;
        var refusal = (c.Procedure is null && said.Subject != ProcedureSubject.OTHER ? AuthorityActRefusals.ProcedureNotOffered : null)
            ?? CheckDirection(c.Procedure, said, by.Side)
            ?? Texts.Paragraphs(said.Text, "/text")
            ?? AuthorityActRules.CheckActAt(said.ActAt, by.Now)
            ?? Texts.OptionalLine(c.OfficerName, AuthorityActRules.MaxLine, "/officerName")
            ?? CheckConsultation(said)
            ?? (said.Kind == CommunicationKind.DESIGNATE && said.DesignatedOn is null ? CommunicationRefusals.DesignatedDayMissing : null)
            ?? AuthorityActRules.CheckDay(said.DesignatedOn, "/designatedOn");
        return refusal is not null ? Refuse(refusal) : Accept(said with
        {
            Number = c.Procedure?.Number, RequirementId = c.Procedure?.RequirementId, Wording = c.Procedure?.Wording ?? Procedures.WordOf(said.Kind), RecordedBy = by.Side,
        });
    }

    private static Refusal? CheckDirection(Procedure? procedure, CommunicationRecorded said, Side side)
    {
        var wanted = procedure?.Direction ?? said.Direction;
        return said.Direction != wanted ? CommunicationRefusals.DirectionWrong
            : (said.Direction, side) switch
            {
                (Direction.FROM_CONTRACTOR, Side.OFFICER) => CommunicationRefusals.NotYoursToRecord,
                // What the other side says in this program it says itself.
                (Direction.FROM_OFFICER, Side.CONTRACTOR) when said.Channel == Channel.SYSTEM => CommunicationRefusals.ChannelSystemNotYours,
                (Direction.FROM_OFFICER, Side.CONTRACTOR) when said is { Channel: Channel.MAIL, Mail: null, Files: [] } or { Channel: Channel.PAPER, Files: [] } => AuthorityActRefusals.FileMissing,
                _ => null,
            };
    }

    private static Refusal? CheckConsultation(CommunicationRecorded said) => (said.Kind, said.Consultation) switch
    {
        (CommunicationKind.CONSULT, null) => CommunicationRefusals.ConsultationMissing,
        (CommunicationKind.CONSULT, { } c) => Texts.Line(c.MinistrySide, AuthorityActRules.MaxLine, "/consultation/ministrySide")
            ?? Texts.Line(c.ContractorSide, AuthorityActRules.MaxLine, "/consultation/contractorSide")
            ?? Texts.Paragraphs(c.Outcome, "/consultation/outcome")
            ?? (c.Measure is null ? null : Texts.Paragraphs(c.Measure, "/consultation/measure"))
            ?? AuthorityActRules.CheckDay(c.By, "/consultation/by"),
        (_, not null) => CommunicationRefusals.ConsultationNotWanted,
        _ => null,
    };

    private static Decision Deliver(DeliverCommunication c, CommunicationRecorded said, ActMoment by) =>
        ((said.Channel != Channel.UNSENT ? CommunicationRefusals.Delivered : null)
            ?? (c.Channel is Channel.SYSTEM or Channel.UNSENT ? AuthorityActRefusals.ChannelUnknown : null)
            ?? AuthorityActRules.CheckActAt(c.ActAt, by.Now)) is { } refusal
                ? Refuse(refusal)
                : Accept(new CommunicationDelivered(c.Channel, c.ActAt, c.Files));

    private static Decision Correct(CorrectCommunication c, CommunicationRecorded said, ActMoment by)
    {
        var (day, instant) = (WrittenValue.Day(c.Value), WrittenValue.Instant(c.Value));
        var refusal = AuthorityActRules.CheckReason(c.Reason) ?? c.Field switch
        {
            CommunicationField.OUTCOME or CommunicationField.MEASURE or CommunicationField.BY when said.Consultation is null => AuthorityActRefusals.NothingToCorrect,
            CommunicationField.TEXT or CommunicationField.OUTCOME => Texts.Paragraphs(c.Value, "/value"),
            CommunicationField.MEASURE => c.Value is null ? null : Texts.Paragraphs(c.Value, "/value"),
            CommunicationField.BY => c.Value is not null && day is null ? AuthorityActRefusals.CorrectionInvalid : null,
            CommunicationField.ACT_AT => instant is { } at ? AuthorityActRules.CheckActAt(at, by.Now)?.At("/value") : AuthorityActRefusals.CorrectionInvalid,
            _ => WrittenValue.Channel(c.Value) is not (null or Channel.SYSTEM) && (said.Channel != Channel.SYSTEM || !c.SectionIsHere)
                ? null : AuthorityActRefusals.CorrectionInvalid,
        };
        var value = c.Field == CommunicationField.ACT_AT && instant is { } read ? WrittenValue.Of(read) : c.Value;
        return refusal is not null ? Refuse(refusal)
            : Current(c.Field, said) == value ? Nothing
            : Accept(new CommunicationCorrected(c.Field, Current(c.Field, said), value, c.Reason));
    }

    private static CommunicationRecorded Apply(CommunicationRecorded said, CommunicationDelivered e) =>
        said with { Channel = e.Channel, ActAt = e.ActAt, Files = [.. said.Files, .. e.Files] };

    private static CommunicationRecorded Apply(CommunicationRecorded said, CommunicationCorrected e) => (e.Field, said.Consultation) switch
    {
        (CommunicationField.TEXT, _) => said with { Text = WrittenValue.Kept(e.NewValue) },
        (CommunicationField.ACT_AT, _) => said with { ActAt = WrittenValue.Kept(WrittenValue.Instant(e.NewValue)) },
        (CommunicationField.CHANNEL, _) => said with { Channel = WrittenValue.Kept(WrittenValue.Channel(e.NewValue)) },
        (CommunicationField.OUTCOME, { } result) => said with { Consultation = result with { Outcome = WrittenValue.Kept(e.NewValue) } },
        (CommunicationField.MEASURE, { } result) => said with { Consultation = result with { Measure = e.NewValue } },
        (CommunicationField.BY, { } result) => said with { Consultation = result with { By = WrittenValue.Day(e.NewValue) } },
        _ => said,
    };

    private static string? Current(CommunicationField field, CommunicationRecorded said) => field switch
    {
        CommunicationField.TEXT => said.Text,
        CommunicationField.ACT_AT => WrittenValue.Of(said.ActAt),
        CommunicationField.CHANNEL => said.Channel.ToString(),
        CommunicationField.OUTCOME => said.Consultation?.Outcome,
        CommunicationField.MEASURE => said.Consultation?.Measure,
        _ => WrittenValue.Of(said.Consultation?.By),
    };
}
