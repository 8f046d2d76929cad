using System.Text.RegularExpressions;

namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>Finds where a requirement and its row of the form name different years, bodies, documents or frequencies.</summary>
internal static partial class Contradictions
{
    /// <summary>One warning for each fact that a requirement and its row state differently.</summary>
    public static IEnumerable<ImportWarning> Between(IReadOnlyList<ImportedRequirement> requirements, ImportedForm? form)
    {
        foreach (var row in form?.Rows.Where(r => r.Match != PieceMatch.MISSING) ?? [])
        {
            var clause = requirements.FirstOrDefault(r => r.Number == row.Number && r.Match != PieceMatch.MISSING);
            if (clause is null)
            {
                continue;
            }

            var (inClause, inRow) = (MatchText.KeyOf(clause.Text), MatchText.KeyOf(row.Text));
            foreach (var fact in (Regex[])[Year(), Body(), Document(), Frequency()])
            {
                var (one, other) = (Facts(fact, inClause), Facts(fact, inRow));
                if (one.Count > 0 && other.Count > 0 && !one.SetEquals(other))
                {
                    var (clauseSays, rowSays) = (string.Join('、', one.Except(other)), string.Join('、', other.Except(one)));
                    yield return new("clause-row-contradiction", new(
                        $"事項{row.Number})と別紙の行{row.Number})で記載が異なります（本文：{clauseSays}、別紙：{rowSays}）。担当職員に確認してください。",
                        $"Requirement {row.Number}) and row {row.Number}) of the form say different things (clause: {clauseSays}; form: {rowSays}). Ask the officer."), row.Number);
                }
            }
        }
    }

    private static SortedSet<string> Facts(Regex fact, string text) => new(fact.Matches(text).Select(m => m.Value), StringComparer.Ordinal);

    [GeneratedRegex("(令和|平成)[0-9元]{1,2}年度", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Year();

    [GeneratedRegex("内閣(官房|府)[^がはにの、。又及]{2,30}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Body();

    [GeneratedRegex("平成[0-9・]{5,12}シ第[0-9]+号", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Document();

    [GeneratedRegex("年[0-9]+回以上", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Frequency();
}
