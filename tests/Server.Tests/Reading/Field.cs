using System.Text;

namespace SecurityTracker.ServerTests.Reading;

/// <summary>Files as they come, with made-up names, each for a kind; the folder's names begin with the kind's number.</summary>
internal static class Field
{
    public static byte[] Bytes(string name) => File.ReadAllBytes(Repository.At("tests", "Server.Tests", "Reading", "field", name));

    /// <summary>What Office writes for a file with a password, as far as it can be told without one: a compound file with EncryptedPackage in it.</summary>
    public static byte[] Encrypted() =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1016], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[480]];
}
