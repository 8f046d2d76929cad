using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.Domain.Needs;

/// <summary>A report beside the one that stands in its place after every 差替え; itself where there was none.</summary>
/// <param name="Replacements">How many there were.</param>
public sealed record ReportNow(Report Given, Report Current, int Replacements)
{
    /// <summary>A report, followed through its replacements as far as they are known.</summary>
    public static ReportNow Of(Report given, Func<Guid, Report?> find)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(find);
        var (current, count) = (given, 0);
        while (current is { State: ReportState.REPLACED, ReplacementId: { } id } && find(id) is { } next)
        {
            (current, count) = (next, count + 1);
        }

        return new(given, current, count);
    }

    /// <summary>What an act that was given for the report needs now, or null. Another date or 文書番号 alone is no material change.</summary>
    public Needed? NeedOf(AuthorityAct act)
    {
        var rows = Current.Rows.Where(row => Given.Row(row.Number)?.Answer != row.Answer).Select(row => $"{row.Number})").ToList();
        var numbers = string.Join('、', rows);
        return Needed.For(ActNeeds.KindFor(act), rows.Count == 0 ? [] : [new($"報告書の差替え（{numbers}）", $"The report was replaced: {numbers}")]);
    }
}
