namespace SecurityTracker.ServerTests.Exchange;

/// <summary>Files that were damaged, the same ones every time.</summary>
internal static class Mutants
{
    public static IEnumerable<byte[]> Of(byte[] seed, int count)
    {
        var random = new Random(20261120);
        for (var i = 0; i < count; i++)
        {
            var bytes = seed.ToList();
            for (var change = random.Next(1, 12); change > 0 && bytes.Count > 8; change--)
            {
                var at = random.Next(bytes.Count);
                switch (random.Next(5))
                {
                    case 0:
                        bytes[at] = (byte)random.Next(256);
                        break;
                    case 1:
                        bytes.RemoveRange(at, Math.Min(random.Next(200), bytes.Count - at));
                        break;
                    case 2:
                        bytes.InsertRange(at, bytes.Take(random.Next(300)).ToList());
                        break;
                    case 3:
                        bytes[at] = (byte)(bytes[at] ^ (1 << random.Next(8)));
                        break;
                    default:
                        bytes.InsertRange(at, Enumerable.Repeat((byte)"=?;\n\r\0-<\xFF"[random.Next(9)], random.Next(100)));
                        break;
                }
            }

            yield return [.. bytes];
        }
    }
}
