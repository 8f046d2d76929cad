namespace SecurityTracker.Domain.Files;

/// <summary>A file as an event refers to it: the bytes stand in the file room, what they were is known for ever by their hash.</summary>
/// <param name="Id">The file.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="Name">Its name as it was kept.</param>
/// <param name="Bytes">Its length in bytes.</param>
public sealed record FileRef(Guid Id, string Sha256, string Name, long Bytes);
