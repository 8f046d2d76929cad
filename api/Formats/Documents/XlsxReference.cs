using System.Globalization;

namespace SecurityTracker.Formats.Documents;

/// <summary>A row that holds something, with its number.</summary>
internal sealed class XlsxRow(int number, ReadBlock block)
{
    public int Number { get; } = number;

    public ReadBlock Block { get; set; } = block;
}

/// <summary>Reads references to cells.</summary>
internal static class XlsxReference
{
    /// <summary>The most columns of a sheet.</summary>
    public const int MostColumns = 16_384;

    /// <summary>AB12 → column 27 (counted from 0), row 12; null for what is none.</summary>
    public static (int Column, int Row)? Of(string reference)
    {
        var bare = reference.Replace("$", "", StringComparison.Ordinal);
        var digits = bare.AsSpan().IndexOfAnyInRange('0', '9');
        return ColumnOf(bare) is { } column && digits > 0 && int.TryParse(bare.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? (column, row) : null;
    }

    /// <summary>A1 → 0, AB12 → 27; null for no reference.</summary>
    public static int? ColumnOf(string? reference)
    {
        var number = 0;
        foreach (var letter in reference ?? "")
        {
            if (!char.IsAsciiLetter(letter) || number > MostColumns)
            {
                break;
            }

            number = (number * 26) + char.ToUpperInvariant(letter) - 'A' + 1;
        }

        return number is >= 1 and <= MostColumns ? number - 1 : null;
    }
}
