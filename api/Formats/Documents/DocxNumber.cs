using System.Globalization;

namespace SecurityTracker.Formats.Documents;

/// <summary>A number as a list writes it.</summary>
internal static class DocxNumber
{
    private const string Katakana = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    private const string Iroha = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";
    private const string Kanji = "〇一二三四五六七八九";

    /// <summary>The number in a format of Word's (ST_NumberFormat); a bullet or no format at all is nothing, an unknown one decimal.</summary>
    public static string Of(int number, string format) => format switch
    {
        "none" or "bullet" => "",
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(Decimal(number).Select(digit => char.IsAsciiDigit(digit) ? (char)(digit - '0' + '０') : digit)),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "decimalEnclosedCircle" when number is >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        "decimalEnclosedParen" => $"({Decimal(number)})",
        "decimalEnclosedFullstop" => $"{Decimal(number)}.",
        "lowerLetter" when number > 0 => Letter(number, 'a'),
        "upperLetter" when number > 0 => Letter(number, 'A'),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "upperRoman" => Roman(number),
        "aiueo" or "aiueoFullWidth" => OneOf(Katakana, number),
        "iroha" or "irohaFullWidth" => OneOf(Iroha, number),
        "japaneseCounting" or "ideographDigital" or "chineseCounting" or "japaneseDigitalTenThousand" when number is > 0 and < 100 => Counted(number),
        _ => Decimal(number),
    };

    private static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string OneOf(string signs, int number) => number >= 1 && number <= signs.Length ? signs[number - 1].ToString() : Decimal(number);

    // After z come aa, bb, …; no list goes far beyond.
    private static string Letter(int number, char first) => new((char)(first + ((number - 1) % 26)), Math.Min(9, ((number - 1) / 26) + 1));

    private static string Counted(int number) =>
        $"{(number >= 20 ? Kanji[number / 10] : "")}{(number >= 10 ? "十" : "")}{(number % 10 > 0 ? Kanji[number % 10] : "")}";

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return Decimal(number);
        }

        var text = "";
        foreach (var (value, sign) in ((int, string)[])[(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")])
        {
            for (; number >= value; number -= value)
            {
                text += sign;
            }
        }

        return text;
    }
}
