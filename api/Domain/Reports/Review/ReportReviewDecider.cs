using SecurityTracker.Domain.Obligations;

namespace SecurityTracker.Domain.Reports.Review;

/// <summary>What is asked on the ministry's own side of a review.</summary>
public interface IReportReviewCommand;

/// <summary>Note what to say of a row.</summary>
/// <param name="Report">The report as it stands.</param>
/// <param name="SamePerson">The officer acted for the contractor on this report.</param>
public sealed record DraftVerdict(Guid ReportId, VerdictGiven Given, Report Report, bool SamePerson) : IReportReviewCommand;

/// <summary>Note as confirmed all rows that are left: what is as in the last report, and 実施 in a row that no report had before.</summary>
/// <param name="Contradicting">The rows that contradict what else is known of the contract: each of them is looked at by itself.</param>
public sealed record DraftRemainingRows(Guid ReportId, Report Report, IReadOnlySet<int> Contradicting, bool SamePerson) : IReportReviewCommand;

/// <summary>Take a note back.</summary>
public sealed record TakeBackVerdict(int Number) : IReportReviewCommand;

/// <summary>Send what is noted.</summary>
/// <param name="SecondPersonMissing">The section wants a second pair of eyes, and the actor is the one who drafted.</param>
public sealed record SendDrafts(bool SecondPersonMissing) : IReportReviewCommand;

/// <summary>Note the 省内決裁.</summary>
public sealed record NoteInternalApproval(Guid ReportId, InternalApprovalState State, string? Number, DateOnly? On, Report Report) : IReportReviewCommand;

/// <summary>Mark the parts to withhold from a copy.</summary>
public sealed record MarkDisclosure(Guid ReportId, IReadOnlyList<WithheldPart> Withheld, string Sha256, Report Report) : IReportReviewCommand;

/// <summary>The rules of the ministry's own side of a review.</summary>
public static class ReportReviewDecider
{
    private const int MostOfNumber = 100;

    /// <summary>Events or a refusal; a refused command changes nothing.</summary>
    public static Decision Decide(IReportReviewCommand command, ReportReview state, Moment moment) => command switch
    {
        DraftVerdict draft => Draft(draft, state),
        DraftRemainingRows draft => DraftRemaining(draft, state),
        TakeBackVerdict back => state.DraftOf(back.Number) is null ? Decision.Nothing : Decision.Accept(new RowVerdictTakenBack(back.Number)),
        SendDrafts send => NotToSend(state, send.SecondPersonMissing) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.Accept(new ReviewSent([.. state.Drafts.Select(draft => draft.Number)])),
        NoteInternalApproval note => Note(note, state, moment),
        MarkDisclosure mark => Mark(mark),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "A command without a rule"),
    };

    /// <summary>The state after an event.</summary>
    public static ReportReview Evolve(ReportReview state, IReportReviewEvent e) => e switch
    {
        RowVerdictDrafted drafted => With(state, [drafted.Given]),
        UnchangedRowsDrafted drafted => With(state, drafted.Rows.Select(number => new VerdictGiven(number, RowVerdict.CONFIRMED_UNCHANGED, Comment: null))),
        RowVerdictTakenBack back => state with { Drafts = [.. state.Drafts.Where(draft => draft.Number != back.Number)] },
        ReviewSent sent => state with { Drafts = [.. state.Drafts.Where(draft => !sent.Rows.Contains(draft.Number))] },
        InternalApprovalNoted noted => state with { Approval = new InternalApproval(noted.State, noted.Number, noted.On) },
        DisclosureMarked marked => state with
        {
            Disclosures = [.. state.Disclosures, new Disclosure(state.Disclosures.Count + 1, marked.Withheld, marked.Sha256)],
        },
        _ => throw new ArgumentOutOfRangeException(nameof(e), e, "unknown event"),
    };

    /// <summary>Why what is noted cannot be sent as it stands, or null.</summary>
    /// <param name="state">What is noted.</param>
    /// <param name="secondPersonMissing">The section wants a second pair of eyes, and the actor is the one who drafted.</param>
    public static Refusal? NotToSend(ReportReview state, bool secondPersonMissing)
    {
        int[] unsaid = [.. state.Drafts.Where(RowVerdicts.AsksNothing).Select(draft => draft.Number)];
        return state.Drafts.Count == 0 ? FinalisedReportRefusals.NothingDrafted
            : unsaid.Length > 0 ? FinalisedReportRefusals.QueriesWithoutWords(unsaid)
            : secondPersonMissing ? FinalisedReportRefusals.SecondPersonRequired
            : null;
    }

    /// <summary>
    /// The rows that may be confirmed in one stroke: as in the last report, or 実施 where no report had the row before; in no contradiction
    /// with what else is known, and nothing said or noted of them yet.
    /// </summary>
    public static IReadOnlyList<int> RemainingRows(Report report, IReadOnlySet<int> contradicting, ReportReview state) =>
    [
        .. report.Rows.Where(row => report.IsAsBefore(row.Number) || (report.PreviousAnswerOn(row.Number) is null && row.Answer.Status == ImplementationStatus.IMPLEMENTED))
            .Select(row => row.Number)
            .Where(number => !contradicting.Contains(number) && report.ReviewOf(number) is null && state.DraftOf(number) is null),
    ];

    private static Decision Draft(DraftVerdict c, ReportReview state)
    {
        var given = c.Given with { Comment = Texts.IsBlank(c.Given.Comment) ? null : c.Given.Comment };
        // A query is noted before it has words: from the choice on, no older note of the row can go out in its place.
        var refusal = FinalisedReportDecider.NotUnderReview(c.Report) ?? RowVerdicts.NotToDraft(given, c.Report) ?? (c.SamePerson ? FinalisedReportRefusals.SamePerson : null);
        return refusal is not null ? Decision.Refuse(refusal)
            : state.DraftOf(given.Number) == given ? Decision.Nothing
            : Decision.Accept(new RowVerdictDrafted(c.ReportId, given));
    }

    private static Decision DraftRemaining(DraftRemainingRows c, ReportReview state)
    {
        var rows = RemainingRows(c.Report, c.Contradicting, state).ToLookup(c.Report.IsAsBefore);
        int[] unchanged = [.. rows[true]];
        var refusal = FinalisedReportDecider.NotUnderReview(c.Report)
            ?? (c.SamePerson ? FinalisedReportRefusals.SamePerson : null)
            ?? (rows.Count == 0 ? FinalisedReportRefusals.NoRemainingRows : null);
        return refusal is not null ? Decision.Refuse(refusal) : Decision.Accept(
        [
            .. unchanged.Length > 0 ? [new UnchangedRowsDrafted(c.ReportId, unchanged)] : Array.Empty<IEvent>(),
            .. rows[false].Select(number => new RowVerdictDrafted(c.ReportId, new(number, RowVerdict.CONFIRMED, Comment: null))),
        ]);
    }

    private static Decision Note(NoteInternalApproval c, ReportReview state, Moment moment)
    {
        var approved = c.State == InternalApprovalState.APPROVED;
        var noted = approved ? new InternalApproval(c.State, c.Number, c.On) : new InternalApproval(c.State, Number: null, On: null);
        var refusal = FinalisedReportDecider.NotUnderReview(c.Report) ?? (approved, c) switch
        {
            (true, { Number: null } or { On: null }) => FinalisedReportRefusals.ApprovalIncomplete,
            (true, { On: var on }) when on > moment.Today => FinalisedReportRefusals.DateInFuture,
            (true, _) => Texts.Line(c.Number, MostOfNumber, "/number"),
            _ => null,
        };
        return refusal is not null ? Decision.Refuse(refusal)
            : noted == (state.Approval ?? new InternalApproval(InternalApprovalState.NONE, Number: null, On: null)) ? Decision.Nothing
            : Decision.Accept(new InternalApprovalNoted(c.ReportId, noted.State, noted.Number, noted.On));
    }

    private static Decision Mark(MarkDisclosure c)
    {
        var refusal = Withholding.NotToDisclose(c.Report) ?? Withholding.Refusal(c.Withheld, c.Report);
        return refusal is null ? Decision.Accept(new DisclosureMarked(c.ReportId, c.Withheld, c.Sha256)) : Decision.Refuse(refusal);
    }

    private static ReportReview With(ReportReview state, IEnumerable<VerdictGiven> given)
    {
        var drafts = given.ToList();
        return state with
        {
            Drafts = [.. state.Drafts.Where(draft => drafts.TrueForAll(other => other.Number != draft.Number)).Concat(drafts).OrderBy(draft => draft.Number)],
        };
    }
}
