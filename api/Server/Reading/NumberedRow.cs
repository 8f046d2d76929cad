using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.Server.Reading;

/// <summary>What a form says under one number: one row, or several where the number stands there more than once.</summary>
internal sealed record NumberedRow(int Number, IReadOnlyList<ReadRow> Rows)
{
    private readonly string first = MatchText.KeyOf(Rows[0].Second);
    private readonly string whole = MatchText.KeyOf(string.Concat(Rows.Select(row => row.Second)));

    /// <summary>What stands under 実施状況; all of it where several rows say different things, which is none of the three words.</summary>
    public string Status => string.Join(" ／ ", Rows.Select(row => row.Third.Trim()).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal));

    /// <summary>The rows by their numbers, in the order in which the numbers come first.</summary>
    public static IReadOnlyList<NumberedRow> Of(IEnumerable<ReadRow> rows) =>
    [
        .. rows.Select(row => (FormRows.NumberOf(row.Label)?.Number, Row: row)).Where(row => row.Number is not null)
            .GroupBy(row => row.Number!.Value, row => row.Row).Select(group => new NumberedRow(group.Key, [.. group])),
    ];

    /// <summary>It has these words, in one row or in rows that go on.</summary>
    public bool Says(string text) => MatchText.KeyOf(text) is var key && (key == first || key == whole);

    /// <summary>The number stands there twice. Rows that only together have the printed words are one that was divided.</summary>
    public bool IsTwice(string? printed) => Rows.Count > 1 && (printed is null || MatchText.KeyOf(printed) != whole || first == whole);
}
