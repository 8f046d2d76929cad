using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Files;

/// <summary>That the bytes are gone.</summary>
internal sealed record ErasedDetails(DateTimeOffset At, string Reason);

/// <summary>What can be done with a file.</summary>
internal sealed record FileCan(Can EraseFile);

/// <summary>A file as it is shown.</summary>
/// <param name="Version">Of the file itself, for what is done to it where it is listed.</param>
/// <param name="Sha256">Of its bytes, lower-case hexadecimal; stays when they are erased.</param>
/// <param name="KeptBy">Who put it here.</param>
/// <param name="Erased">Null while its bytes are here.</param>
internal sealed record FileDetails(
    Guid Id, long Version, string Name, string MediaType, long Bytes, string Sha256, DateTimeOffset KeptAt, ActedBy KeptBy, ErasedDetails? Erased, FileCan Can);
