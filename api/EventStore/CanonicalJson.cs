using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SecurityTracker.EventStore;

/// <summary>RFC 8785 (JSON Canonicalization Scheme): one text for one value, so that a hash over it can be computed again by anyone.</summary>
public static class CanonicalJson
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c), '"', '\\']);

    /// <summary>The canonical UTF-8 form of a JSON text. Refuses what is not JSON and numbers that no IEEE double holds.</summary>
    public static byte[] From(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = JsonDocument.Parse(utf8Json);
        var buffer = new ArrayBufferWriter<byte>(utf8Json.Length + 16);
        Write(document.RootElement, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    internal static void Write(JsonElement element, ArrayBufferWriter<byte> to)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object: WriteObject(element, to); break;
            case JsonValueKind.Array: WriteArray(element, to); break;
            case JsonValueKind.String: WriteString(element.GetString()!, to); break;
            case JsonValueKind.Number: to.Write(Encoding.ASCII.GetBytes(Number(element.GetDouble()))); break;
            case JsonValueKind.True: to.Write("true"u8); break;
            case JsonValueKind.False: to.Write("false"u8); break;
            default: to.Write("null"u8); break;
        }
    }

    internal static void WriteString(string value, ArrayBufferWriter<byte> to)
    {
        to.Write("\""u8);
        var rest = value.AsSpan();
        for (var at = IndexOfEscaped(rest); at >= 0; at = IndexOfEscaped(rest))
        {
            Encoding.UTF8.GetBytes(rest[..at], to);
            to.Write(Encoding.ASCII.GetBytes(Escape(rest[at])));
            rest = rest[(at + 1)..];
        }
        Encoding.UTF8.GetBytes(rest, to);
        to.Write("\""u8);
    }

    /// <summary>A number as ECMAScript prints it (RFC 8785, 3.2.2.3).</summary>
    internal static string Number(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new JsonException("A number without a canonical form.");
        }
        if (value == 0)
        {
            return "0";
        }
        // .NET's "E16" rounds; "R" gives the shortest digits that read back, which are those ECMAScript asks for.
        var shortest = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var (mantissa, exponent) = shortest.Split('E') is [var m, var e] ? (m, int.Parse(e, CultureInfo.InvariantCulture)) : (shortest, 0);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var integerDigits = point < 0 ? mantissa.Length : point;
        var allDigits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var leadingZeros = allDigits.Length - allDigits.TrimStart('0').Length;
        var digits = allDigits.Trim('0');
        // value = 0.digits × 10^n
        var n = integerDigits - leadingZeros + exponent;
        return (value < 0 ? "-" : "") + Layout(digits, n);
    }

    private static string Layout(string digits, int n) => n switch
    {
        > 0 and <= 21 when digits.Length <= n => digits.PadRight(n, '0'),
        > 0 and <= 21 => $"{digits[..n]}.{digits[n..]}",
        > -6 and <= 0 => $"0.{new string('0', -n)}{digits}",
        _ => $"{digits[0]}{(digits.Length > 1 ? "." + digits[1..] : "")}e{(n > 0 ? "+" : "-")}{Math.Abs(n - 1).ToString(CultureInfo.InvariantCulture)}",
    };

    private static void WriteObject(JsonElement element, ArrayBufferWriter<byte> to)
    {
        to.Write("{"u8);
        var properties = new List<(string Name, JsonElement Value)>(element.GetPropertyCount());
        foreach (var property in element.EnumerateObject())
        {
            properties.Add((property.Name, property.Value));
        }
        // Ordinal order of .NET strings is the order of UTF-16 code units that the RFC asks for.
        properties.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        for (var i = 0; i < properties.Count; i++)
        {
            to.Write(i == 0 ? [] : ","u8);
            WriteString(properties[i].Name, to);
            to.Write(":"u8);
            Write(properties[i].Value, to);
        }
        to.Write("}"u8);
    }

    private static void WriteArray(JsonElement element, ArrayBufferWriter<byte> to)
    {
        to.Write("["u8);
        var first = true;
        foreach (var item in element.EnumerateArray())
        {
            to.Write(first ? [] : ","u8);
            Write(item, to);
            first = false;
        }
        to.Write("]"u8);
    }

    private static int IndexOfEscaped(ReadOnlySpan<char> text) => text.IndexOfAny(Escaped);

    private static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        _ => $"\\u{(int)c:x4}",
    };
}
