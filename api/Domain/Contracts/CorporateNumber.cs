namespace SecurityTracker.Domain.Contracts;

/// <summary>
/// 法人番号: 13 digits, the first of which checks the other 12 (法人番号の指定等に関する省令 2条):
/// 9 − (Σ Pn·Qn mod 9), n counted from the right, Qn = 1 for odd n and 2 for even n.
/// The check does not see 0 and 9 swapped, so a valid number need not be the right one.
/// </summary>
public static class CorporateNumber
{
    /// <summary>Whether the text is 13 ASCII digits with the right check digit.</summary>
    public static bool IsValid(string text) =>
        text.Length == 13 && text.All(char.IsAsciiDigit) && text[0] - '0' == CheckDigit(text.AsSpan(1));

    private static int CheckDigit(ReadOnlySpan<char> twelve)
    {
        var sum = 0;
        for (var i = 0; i < twelve.Length; i++)
        {
            var weight = (twelve.Length - i) % 2 == 1 ? 1 : 2;
            sum += (twelve[i] - '0') * weight;
        }

        return 9 - (sum % 9);
    }
}
