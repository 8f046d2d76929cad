using System.IO.Compression;

namespace SecurityTracker.Formats.Documents;

/// <summary>What an Office file may unfold to before anything reads it. Sizes are counted, not believed.</summary>
internal static class ZipLimits
{
    private const int Entries = 2000;
    private const long Unfolded = 64L * 1024 * 1024;
    private const int Ratio = 200;
    private const long SmallEnough = 1024 * 1024;

    /// <summary>False for an archive with too many entries, or that unfolds too far; throws <see cref="InvalidDataException"/> for none at all.</summary>
    public static bool Allow(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        if (archive.Entries.Count > Entries)
        {
            return false;
        }

        var left = Unfolded;
        var buffer = new byte[81920];
        foreach (var entry in archive.Entries)
        {
            var allowed = Math.Min(left, Math.Max(SmallEnough, entry.CompressedLength * Ratio));
            using var content = entry.Open();
            int read;
            while ((read = content.Read(buffer)) > 0)
            {
                left -= read;
                allowed -= read;
                if (allowed < 0)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
