using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;

namespace SecurityTracker.Server.Portfolio;

/// <summary>What an officer said of an item in the last report.</summary>
internal enum CellReview
{
    /// <summary>照会中: asked about, and not answered yet.</summary>
    QUERIED,

    /// <summary>確認済.</summary>
    CONFIRMED,
}

/// <summary>One item of one contract.</summary>
/// <param name="Number">Its number in the contract's own edition; from 101 where the contract alone has it.</param>
/// <param name="Column">The number of the one of the 17 items that it is; null where none of them is the same.</param>
/// <param name="Status">実施／未実施／該当なし as recorded now; null where nothing is.</param>
/// <param name="Changed">It is not what the last report said, or that report said another thing than the one before and the officer did not confirm it yet.</param>
/// <param name="ReasonMissing">A reason is wanted that is not there.</param>
/// <param name="LookWanted">The words of the item changed since it was recorded.</param>
/// <param name="Review">What was said of it in the last report; null for nothing.</param>
internal sealed record PortfolioCell(int Number, int? Column, ImplementationStatus? Status, bool Changed, bool ReasonMissing, bool LookWanted, CellReview? Review);

/// <summary>One contract with what the ministry looks for in it.</summary>
/// <param name="Officers">Who is in charge today (担当職員); empty where nobody is named.</param>
/// <param name="Cells">Its items from 2) on, in the order of their numbers.</param>
/// <param name="Waiting">How much waits for the ministry.</param>
/// <param name="OldestDays">For how many days the oldest of it does; null for nothing.</param>
/// <param name="Awaited">How much the ministry waits for from the contractor.</param>
/// <param name="Late">Of either side, how much is past its 期限.</param>
/// <param name="PastGuide">Of either side, how much is past its 目安日, which is nobody's 期限.</param>
/// <param name="ClosingUnconfirmed">It ends within 60 days or has ended, without the 確認 of 8).</param>
internal sealed record PortfolioRow(
    Guid Id, string Name, string ContractorName, string SectionName, ContractStage Stage, string EditionCode, DateOnly StartsOn, DateOnly EndsOn, IReadOnlyList<string> Officers,
    IReadOnlyList<PortfolioCell> Cells, int Waiting, int? OldestDays, int Awaited, int Late, int PastGuide, bool ClosingUnconfirmed);

/// <summary>A page of contracts by their items, those first of which something has waited longest for the ministry.</summary>
/// <param name="Next">The <c>after</c> of the next page, or null on the last.</param>
/// <param name="Total">How many there are over all pages.</param>
internal sealed record PortfolioList(IReadOnlyList<PortfolioRow> Items, Guid? Next, int Total);

/// <summary>Who is in charge of a contract that the reader sees, to choose from.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Their name; <c>（消去済み）</c> once it was erased.</param>
internal sealed record PortfolioOfficer(Guid Id, string Name);

/// <summary>By what the list can be narrowed.</summary>
/// <param name="Officers">Those 担当職員 who have an account, by name.</param>
/// <param name="Years">The fiscal years (April to March) in which a contract runs, the latest first.</param>
internal sealed record PortfolioChoices(IReadOnlyList<PortfolioOfficer> Officers, IReadOnlyList<int> Years);
