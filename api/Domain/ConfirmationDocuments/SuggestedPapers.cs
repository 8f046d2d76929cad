using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.Domain.ConfirmationDocuments;

/// <summary>A paper that the edition asks for, with the sentence that does.</summary>
public sealed record SuggestedPaper(string Subject, int Number, string Sentence);

/// <summary>
/// What an edition asks to be handed over with the document, found by its own words, so that an edition without the words suggests
/// nothing. A proposal: which papers go with the document is the contractor's and the officer's to settle.
/// </summary>
public static class SuggestedPapers
{
    private static readonly (string Words, string Subject)[] Known =
    [
        ("資本関係・役員の情報", "資本関係・役員の情報"),
        ("再委託先に係るもの", "再委託先に係る確認書類"),
        ("おそれがある場合の対処方法", "情報セキュリティが侵害され、又はそのおそれがある場合の対処方法"),
        ("品質保証体制を証明する書類", "管理手順や品質保証体制を証明する書類"),
        ("妥当であることを証明するため", "不正が見つかったときの手順及び体制の妥当性を証明する書類"),
        ("チェックリストを担当職員に提出", "「安全なウェブサイトの作り方」のチェックリスト"),
    ];

    /// <summary>The papers in the order of the items that ask for them.</summary>
    public static IReadOnlyList<SuggestedPaper> Of(AnnexEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return
        [
            .. from requirement in edition.Requirements
               from known in Known
               let sentence = SentenceWith(requirement.Text, known.Words)
               where sentence is not null
               select new SuggestedPaper(known.Subject, requirement.Number, sentence),
        ];
    }

    private static string? SentenceWith(string text, string words) => text.Split('\n')
        .SelectMany(paragraph => paragraph.Split('。', StringSplitOptions.RemoveEmptyEntries))
        .FirstOrDefault(sentence => sentence.Contains(words, StringComparison.Ordinal)) is { } found ? found + "。" : null;
}
