using System.Numerics;
using System.Security.Cryptography;

namespace SecurityTracker.Server.Exchange;

/// <summary>
/// Verifies Ed25519 signatures (RFC 8032 §5.1.7), which .NET does not. It handles public values alone, so that its time tells
/// nothing; it cannot sign.
/// </summary>
internal static class Ed25519
{
    /// <summary>The length of a key, in bytes.</summary>
    public const int KeySize = 32;

    private static readonly BigInteger P = (BigInteger.One << 255) - 19;
    private static readonly BigInteger Order = (BigInteger.One << 252) + BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);
    private static readonly BigInteger D = Mod(-121665 * Inverse(121666));
    private static readonly BigInteger RootOfMinusOne = BigInteger.ModPow(2, (P - 1) / 4, P);
    private static readonly Point Base = Decode(Convert.FromHexString("5866666666666666666666666666666666666666666666666666666666666666"))!.Value;

    /// <summary>Whether a signature of 64 bytes over a message is the key's.</summary>
    public static bool Verify(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (key.Length != KeySize || signature.Length != 64 || Decode(key) is not { } a || Decode(signature[..32]) is not { } r)
        {
            return false;
        }

        var s = Number(signature[32..]);
        if (s >= Order)
        {
            return false;
        }

        var k = Number(SHA512.HashData([.. signature[..32], .. key, .. message])) % Order;
        return Same(Times(s, Base), Add(r, Times(k, a)));
    }

    /// <summary>A point (X/Z, Y/Z) of the curve, with T = XY/Z.</summary>
    private readonly record struct Point(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T);

    private static Point? Decode(ReadOnlySpan<byte> bytes)
    {
        var y = Number(bytes);
        var sign = y >> 255;
        y -= sign << 255;
        if (y >= P)
        {
            return null;
        }

        var square = Mod((y * y - 1) * Inverse(Mod(D * y * y + 1)));
        var x = BigInteger.ModPow(square, (P + 3) / 8, P);
        x = Mod(x * x - square).IsZero ? x : Mod(x * RootOfMinusOne);
        if (!Mod(x * x - square).IsZero || (x.IsZero && !sign.IsZero))
        {
            return null;
        }

        x = x.IsEven == sign.IsZero ? x : P - x;
        return new(x, y, BigInteger.One, Mod(x * y));
    }

    private static Point Add(Point p, Point q)
    {
        var a = Mod((p.Y - p.X) * (q.Y - q.X));
        var b = Mod((p.Y + p.X) * (q.Y + q.X));
        var c = Mod(2 * p.T * q.T * D);
        var d = Mod(2 * p.Z * q.Z);
        var (e, f, g, h) = (b - a, d - c, d + c, b + a);
        return new(Mod(e * f), Mod(g * h), Mod(f * g), Mod(e * h));
    }

    private static Point Times(BigInteger factor, Point p)
    {
        var sum = new Point(BigInteger.Zero, BigInteger.One, BigInteger.One, BigInteger.Zero);
        for (; !factor.IsZero; factor >>= 1, p = Add(p, p))
        {
            sum = factor.IsEven ? sum : Add(sum, p);
        }

        return sum;
    }

    private static bool Same(Point p, Point q) => Mod(p.X * q.Z - q.X * p.Z).IsZero && Mod(p.Y * q.Z - q.Y * p.Z).IsZero;

    private static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(value, P - 2, P);

    private static BigInteger Mod(BigInteger value) => BigInteger.Remainder(value, P) is { Sign: < 0 } negative ? negative + P : BigInteger.Remainder(value, P);

    private static BigInteger Number(ReadOnlySpan<byte> littleEndian) => new(littleEndian, isUnsigned: true);
}
