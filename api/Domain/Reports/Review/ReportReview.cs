using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.Reports.Review;

/// <summary>Where the ministry's own approval of a review stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InternalApprovalState>))]
public enum InternalApprovalState
{
    NONE,

    /// <summary>省内確認中.</summary>
    UNDER_WAY,
    APPROVED,
}

/// <summary>情報公開法第5条: the grounds on which a part is withheld.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DisclosureGround>))]
public enum DisclosureGround
{
    ARTICLE_5_1,
    ARTICLE_5_1_2,
    ARTICLE_5_2,
    ARTICLE_5_3,
    ARTICLE_5_4,
    ARTICLE_5_5,
    ARTICLE_5_6,
}

/// <summary>A part of the form that is withheld.</summary>
/// <param name="Part">A pointer such as <c>/header/representativeName</c> or <c>/rows/8/reason</c>.</param>
public sealed record WithheldPart(string Part, DisclosureGround Ground);

/// <summary>省内決裁.</summary>
public sealed record InternalApproval(InternalApprovalState State, string? Number, DateOnly? On);

/// <summary>A copy that was marked for 開示請求, numbered from 1.</summary>
public sealed record Disclosure(int Number, IReadOnlyList<WithheldPart> Withheld, string Sha256);

/// <summary>The ministry's own side of the review of one report: a stream of its own, so that nothing of it can show elsewhere.</summary>
public sealed record ReportReview(IReadOnlyList<VerdictGiven> Drafts, InternalApproval? Approval, IReadOnlyList<Disclosure> Disclosures)
{
    /// <summary>Nothing noted yet.</summary>
    public static ReportReview Initial { get; } = new([], Approval: null, []);

    /// <summary>What is noted on a row and not sent, or null.</summary>
    public VerdictGiven? DraftOf(int number) => Drafts.FirstOrDefault(draft => draft.Number == number);
}
