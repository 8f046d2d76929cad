using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using static SecurityTracker.Domain.Decision;

namespace SecurityTracker.Domain.Parts;

/// <summary>What can be asked of a part.</summary>
public interface IPartCommand;

/// <summary>Opens the part of a firm that takes part from now on.</summary>
public sealed record OpenPart(
    Guid ContractId, Guid SubcontractorId, Guid? OrganisationId, string Name, SubcontractorKind Kind, IReadOnlyList<int> Numbers) : IPartCommand;

/// <summary>Follows a change of what is known of the firm.</summary>
public sealed record ChangePartScope(Guid? OrganisationId, string Name, IReadOnlyList<int> Numbers) : IPartCommand;

/// <summary>Writes a row.</summary>
public sealed record EnterPartRow(
    int Number, string? Method, ImplementationStatus? Status, string? Reason, EnteredBy EnteredBy, Guid? FileId) : IPartCommand;

/// <summary>Follows the contract to another edition.</summary>
/// <param name="All">The numbers there under which the words of one here stand.</param>
/// <param name="Same">The number there that answers to one here alone, or null.</param>
public sealed record RenumberPart(Func<int, IReadOnlyList<int>> All, Func<int, int?> Same) : IPartCommand;

/// <summary>Closes the part of a firm that takes part no more.</summary>
public sealed record ClosePart(DateOnly On) : IPartCommand;

/// <summary>The rules of parts.</summary>
public static class PartDecider
{
    /// <summary>What follows from a command, or why it is refused.</summary>
    public static Decision Decide(IPartCommand command, Part state) => (command, state) switch
    {
        (OpenPart c, { Exists: false }) => Accept(new PartOpened(c.ContractId, c.SubcontractorId, c.OrganisationId, c.Name, c.Kind, c.Numbers)),
        (OpenPart, _) => Nothing,
        (_, { Exists: false }) => Refuse(PartRefusals.NotFound),
        (RenumberPart c, _) => Renumber(c, state),
        (ClosePart c, _) => state.ClosedOn is null ? Accept(new PartClosed(c.On)) : Nothing,
        (_, { ClosedOn: not null }) => Refuse(PartRefusals.Closed),
        (ChangePartScope c, { OrganisationId: { } firm }) when c.OrganisationId != firm => Refuse(PartRefusals.OfAnotherFirm),
        (ChangePartScope c, _) => (c.OrganisationId, c.Name) == (state.OrganisationId, state.Name) && c.Numbers.SequenceEqual(state.Numbers)
            ? Nothing
            : Accept(new PartScopeChanged(c.OrganisationId, c.Name, c.Numbers)),
        (EnterPartRow c, _) => Enter(c with { Method = NullIfBlank(c.Method), Reason = NullIfBlank(c.Reason) }, state),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "A command without a rule"),
    };

    /// <summary>The part after an event.</summary>
    public static Part Evolve(Part state, IPartEvent e) => e switch
    {
        PartOpened o => Part.Initial with
        {
            ContractId = o.ContractId, SubcontractorId = o.SubcontractorId, OrganisationId = o.OrganisationId, Name = o.Name, Kind = o.Kind, Numbers = o.Numbers,
        },
        PartScopeChanged c => state with { OrganisationId = c.OrganisationId, Name = c.Name, Numbers = c.Numbers },
        PartRenumbered r => state with
        {
            Numbers = r.Numbers,
            Rows = [.. from moved in r.Rows join row in state.Rows on moved.From equals row.Number orderby moved.To select row with { Number = moved.To }],
        },
        PartRowEntered r => state with
        {
            Rows = [.. state.Rows.Where(row => row.Number != r.Number).Append(new(r.Number, r.Method, r.Status, r.Reason, r.EnteredBy, r.FileId)).OrderBy(row => row.Number)],
        },
        PartClosed c => state with { ClosedOn = c.On },
        _ => throw new ArgumentOutOfRangeException(nameof(e), e, "An event without a rule"),
    };

    private static Decision Renumber(RenumberPart c, Part state)
    {
        int[] numbers = [.. state.Numbers.SelectMany(c.All).Distinct().Order()];
        PartRowMoved[] rows = [.. from row in state.Rows let to = c.Same(row.Number) where to is not null select new PartRowMoved(row.Number, to.Value)];
        return numbers.SequenceEqual(state.Numbers) && rows.Length == state.Rows.Count && rows.All(row => row.From == row.To)
            ? Nothing
            : Accept(new PartRenumbered(numbers, rows));
    }

    private static Decision Enter(EnterPartRow c, Part state)
    {
        var refusal = !state.Numbers.Contains(c.Number) ? PartRefusals.RowUnknown
            : (c.Method is null ? null : Texts.Paragraphs(c.Method, "/method"))
            ?? (c.Status is { } status ? ObligationDecider.CheckStatus(status, c.Reason) : c.Reason is null ? null : PartRefusals.StatusMissing)
            ?? (c is { EnteredBy: EnteredBy.CONTRACTOR, FileId: null } ? PartRefusals.PaperMissing : null);
        if (refusal is not null)
        {
            return Refuse(refusal);
        }

        var row = new PartRow(c.Number, c.Method, c.Status, c.Reason, c.EnteredBy, c.FileId);
        return state.Rows.Contains(row) ? Nothing : Accept(new PartRowEntered(c.Number, c.Method, c.Status, c.Reason, c.EnteredBy, c.FileId));
    }

    private static string? NullIfBlank(string? text) => Texts.IsBlank(text) ? null : text;
}

/// <summary>Why parts refuse, and what to do next.</summary>
public static class PartRefusals
{
    /// <summary>No such part for this actor.</summary>
    public static readonly Refusal NotFound = new("not-found", RefusalKind.NOT_FOUND, new(
        "再委託先の分担が見つかりません。一覧からお選びください。", "There is no such part. Choose one from the list."));

    /// <summary>The firm takes part no more.</summary>
    public static readonly Refusal Closed = new("part-closed", RefusalKind.CONFLICT, new(
        "この再委託は終了しているため、記録を変更できません。", "The subcontractor takes part no more, so its rows cannot be changed."));

    /// <summary>What one firm entered is not handed to another, nor kept for one: the people of the first would have answered for the second.</summary>
    public static readonly Refusal OfAnotherFirm = new("part-of-another-firm", RefusalKind.CONFLICT, new(
        "この分担には既に再委託先の組織が登録されているため、別の組織に変更できません。この再委託先を終了し、新しい再委託先として改めて登録してください。",
        "This part belongs to a firm's organisation already and cannot pass to another. Release this subcontractor and engage the other anew."), "/organisationId");

    /// <summary>The firm's own people invite, or it is no organisation here.</summary>
    public static readonly Refusal FirmInvites = new("firm-invites", RefusalKind.CONFLICT, new(
        "この会社の利用者は、その会社の責任者が招待します。", "The firm's own officer invites its people."));

    /// <summary>The requirement does not flow down to this firm.</summary>
    public static readonly Refusal RowUnknown = new("row-unknown", RefusalKind.NOT_FOUND, new(
        "この再委託先に適用される事項に、その番号はありません。番号をご確認ください。", "No item of that number flows down to this subcontractor. Check the number."));

    /// <summary>A reason of no status.</summary>
    public static readonly Refusal StatusMissing = new("status-missing", RefusalKind.INVALID, new(
        "理由を書くときは、実施状況を選んでください。", "Choose the status that the reason is for."), "/status");

    /// <summary>What the contractor enters for a 再委託先 stands on its signed paper.</summary>
    public static readonly Refusal PaperMissing = new("paper-missing", RefusalKind.INVALID, new(
        "再委託先に代わって記録するときは、再委託先が署名した書面のファイルを添えてください。",
        "When you enter a row for the subcontractor, attach the file of the paper it signed."), "/fileId");
}
