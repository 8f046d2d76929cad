using System.Text.Json.Serialization;
using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.Domain.ConfirmationDocuments;

/// <summary>What a change asks for before it is made.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DocumentNeedKind>))]
public enum DocumentNeedKind
{
    /// <summary>変更案の提出 (item 1): 「事前に担当職員へ案を提出し、同意を得ること」.</summary>
    CHANGE_PROPOSAL,

    /// <summary>再提示 (item 4): 「従事者を変更等する場合には、事前にこれらの情報を担当職員に再提示すること」.</summary>
    RE_PRESENTATION,
}

/// <summary>What a change needs, and why.</summary>
/// <param name="Numbers">The items whose methods changed, or item 4) for the roster.</param>
/// <param name="Reasons">What changed, each in a few words.</param>
public sealed record DocumentNeed(DocumentNeedKind Kind, Message Words, IReadOnlyList<int> Numbers, IReadOnlyList<Message> Reasons);

/// <summary>
/// What a material change of a document needs, by kind. Layout alone (spaces, width of digits) is no material change. As the roster is
/// part of the document, a changed roster is by default shown again and proposed in one submission (従事者変更の再提示・同意依頼); where it was
/// agreed that 再提示 is enough, a change of the roster alone is no proposal.
/// </summary>
public static class DocumentNeeds
{
    /// <summary>The needs of a difference, or none.</summary>
    /// <param name="diff">The difference.</param>
    /// <param name="staffNumber">The item that wants the 従事者 shown: 4), in ED-A 10).</param>
    /// <param name="rePresentationOnly">再提示のみで可 was agreed.</param>
    public static IReadOnlyList<DocumentNeed> Of(DocumentDiff diff, int staffNumber, bool rePresentationOnly)
    {
        ArgumentNullException.ThrowIfNull(diff);
        var reasons = Reasons(diff, rePresentationOnly);
        var needs = new List<DocumentNeed>();
        if (reasons.Count > 0)
        {
            needs.Add(new DocumentNeed(DocumentNeedKind.CHANGE_PROPOSAL, new("変更案の提出が必要です。", "The change has to be proposed."), MethodsOf(diff), reasons));
        }

        if (diff.People)
        {
            needs.Add(new DocumentNeed(
                DocumentNeedKind.RE_PRESENTATION, new("再提示が必要です。", "The roster has to be shown again."), [staffNumber], [Roster(diff)]));
        }

        return needs;
    }

    /// <summary>What changed so that it has to be proposed, each in a few words; none where nothing did.</summary>
    /// <param name="diff">The difference.</param>
    /// <param name="rePresentationOnly">再提示のみで可 was agreed.</param>
    public static IReadOnlyList<Message> Reasons(DocumentDiff diff, bool rePresentationOnly)
    {
        ArgumentNullException.ThrowIfNull(diff);
        return rePresentationOnly && diff.IsRosterOnly ? [] : [.. ReasonsOf(diff, MethodsOf(diff))];
    }

    /// <summary>What changed of the roster in a few words, or null where nothing did.</summary>
    public static Message? RosterReason(DocumentDiff diff)
    {
        ArgumentNullException.ThrowIfNull(diff);
        return diff.People ? Roster(diff) : null;
    }

    /// <summary>The item that wants the 従事者 shown, by its words: its number differs between editions.</summary>
    public static int StaffNumber(AnnexEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.Requirements.FirstOrDefault(r => r.Text.Contains("全ての従事者の所属", StringComparison.Ordinal))?.Number ?? 4;
    }

    private static List<int> MethodsOf(DocumentDiff diff) => [.. diff.Methods.Where(IsMaterial).Select(change => change.Number)];

    private static bool IsMaterial(MethodChange change) => MatchText.KeyOf(change.Before ?? "") != MatchText.KeyOf(change.After ?? "");

    private static IEnumerable<Message> ReasonsOf(DocumentDiff diff, List<int> methods)
    {
        if (methods.Count > 0)
        {
            var items = string.Join('、', methods.Select(number => $"{number})"));
            yield return new($"遵守の方法の変更（{items}）", $"Methods changed: {items}");
        }

        if (IsMaterial(diff.Structure) || diff.CapitalAndDirectors || IsMaterial(diff.Places))
        {
            yield return new("体制の変更", "The organization changed");
        }

        if (diff.People)
        {
            yield return Roster(diff);
        }

        if (!diff.Papers.IsEmpty)
        {
            yield return new("提出書類の変更", "The papers changed");
        }

        if (!diff.Parts.IsEmpty)
        {
            yield return new("再委託先に係る内容の変更", "What concerns subcontractors changed");
        }
    }

    private static bool IsMaterial(IReadOnlyList<DiffPart>? parts) => parts?.Any(part => part.Op != DiffOp.EQUAL) == true;

    private static Message Roster(DocumentDiff diff) => new(
        $"従事者の変更（追加{diff.PeopleAdded.Count}人、削除{diff.PeopleRemoved.Count}人、変更{diff.PeopleChanged.Count}人）",
        $"Roster changed: {diff.PeopleAdded.Count} added, {diff.PeopleRemoved.Count} removed, {diff.PeopleChanged.Count} changed");
}
